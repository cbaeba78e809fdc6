import type { VNode } from "preact";
import { Button, LinkButton } from "../../server/ui/button.tsx";
import { DefinitionList } from "../../server/ui/definition-list.tsx";
import { EmptyState } from "../../server/ui/empty-state.tsx";
import { FieldRow, Form, FormActions } from "../../server/ui/form.tsx";
import { DeskLayout, type SignedInFrame } from "../../server/ui/layout.tsx";
import { Conversation, Message } from "../../server/ui/message.tsx";
import { Meter } from "../../server/ui/meter.tsx";
import { Moment, Timer } from "../../server/ui/moment.tsx";
import { Duration, Money } from "../../server/ui/money.tsx";
import { Pager } from "../../server/ui/pager.tsx";
import { Prose } from "../../server/ui/prose.tsx";
import { Columns, PageHead, Section } from "../../server/ui/section.tsx";
import { Select } from "../../server/ui/select.tsx";
import { State, type Tone } from "../../server/ui/state.tsx";
import { StepTracker } from "../../server/ui/step-tracker.tsx";
import { Table } from "../../server/ui/table.tsx";
import { Tabs } from "../../server/ui/tabs.tsx";
import { TextArea } from "../../server/ui/text-field.tsx";
import { DateField, DurationField, TimeField } from "../../server/ui/time-fields.tsx";

const now = Temporal.Instant.from("2026-11-23T10:12:00Z");

function before(minutes: number): Temporal.Instant {
  return now.subtract({ minutes });
}

function framed(frame: SignedInFrame): SignedInFrame {
  return {
    ...frame,
    person: { name: "Sanne Bakker", roleLine: "Consultant" },
    search: { action: "/desk/search" },
    navigation: [
      { href: "/desk", label: "Werkbord", current: true },
      { href: "/desk/organisations", label: "Organisaties" },
      { href: "/desk/invoices", label: "Facturen" },
    ],
    timer: (
      <>
        <a href="#ticket">K26-00042</a> <Timer startedAt={before(12)} now={now} />
        <Button variant="quiet" size="small" icon="stop" shortcut="t">
          Stop
        </Button>
      </>
    ),
  };
}

const subjects = [
  "SharePoint geeft 403",
  "Teams-kanaal kwijt na het hernoemen van de afdeling en het samenvoegen van twee teams",
  "Nieuwe medewerker per 1 december",
  "Printer op kantoor drukt niets af",
];

const rows = Array.from({ length: 12 }, (_, index) => ({
  reference: `K26-000${51 - index}`,
  organisation: ["De Vries", "Jansen Installatie", "Tandartsen Zuid", "Notaris Mol"][index % 4] ?? "",
  subject: subjects[index % 4] ?? "",
  step: ["Niet opgepakt", "Onderzoek", "Wacht op klant", "Opgelost"][index % 4] ?? "",
  tone: (["neutral", "active", "waiting", "done"] as const satisfies readonly Tone[])[index % 4],
  waited: 40 + index * 700,
  spent: index * 17,
}));

export function DeskBoard(frame: SignedInFrame): VNode {
  return (
    <DeskLayout {...framed(frame)}>
      <PageHead
        title="Werkbord"
        actions={
          <LinkButton href="#" variant="primary" icon="plus" shortcut="c">
            Nieuw ticket
          </LinkButton>
        }
      />
      <Tabs
        label="Wachtrijen"
        tabs={[
          { href: "#1", label: "Niet opgepakt", count: 7, current: true },
          { href: "#2", label: "Van mij", count: 12 },
          { href: "#3", label: "Wacht", count: 9 },
          { href: "#4", label: "Opgelost", count: 4 },
        ]}
      />
      <Table
        caption="Tickets"
        rows={rows}
        rowKey={(row) => row.reference}
        rowHref={(row) => `#${row.reference}`}
        columns={[
          { label: "Wacht", align: "end", cell: (row) => <Moment at={before(row.waited)} now={now} as="waiting" /> },
          { label: "Nummer", cell: (row) => <span class="text-muted">{row.reference}</span>, hideLabel: true },
          { label: "Organisatie", selfEvident: true, cell: (row) => row.organisation },
          { label: "Onderwerp", lead: true, grow: true, cell: (row) => row.subject },
          { label: "Stand", selfEvident: true, cell: (row) => <State tone={row.tone}>{row.step}</State> },
          { label: "Besteed", align: "end", cell: (row) => <Duration minutes={row.spent} /> },
          {
            label: "Plafond",
            wideOnly: true,
            cell: (row) => <Meter compact label="Besteed" value={row.spent} max={135} text="" />,
          },
        ]}
      />
      <Pager next="#next" previous="#previous" />
    </DeskLayout>
  );
}

export function DeskTicket(frame: SignedInFrame): VNode {
  return (
    <DeskLayout {...framed(frame)}>
      <PageHead
        kicker="K26-00042 · De Vries · 6 of 15 this month · access GDAP until March"
        title="Outlook does not sync"
        actions={
          <>
            <Button>Ask for consent</Button>
            <Button variant="danger">Close</Button>
          </>
        }
      />
      <Columns
        asideLabel="About the ticket"
        main={
          <>
            <Conversation label="Conversation">
              <Message author="Joris de Vries" authorNote="De Vries" at={<Moment at={before(1500)} now={now} />}>
                <Prose
                  text={"No mail since this morning. `0x8004010F` <b>not bold</b>\n\n1. laptop\n2. phone"}
                  markup="as-typed"
                />
              </Message>
              <Message author="Sanne Bakker" kind="internal" at={<Moment at={before(80)} now={now} />}>
                <Prose text="Profile is broken, rebuild it." markup="as-typed" />
              </Message>
              <Message author="Sanne Bakker" kind="mine" at={<Moment at={before(20)} now={now} />}>
                <Prose text="We see in the logs that the profile is broken." markup="as-typed" />
              </Message>
            </Conversation>
            <Form action="/sent">
              <TextArea name="text" label="Reply" hideLabel rows={2} placeholder="Reply to Joris" />
              <FormActions>
                <Button variant="primary">Send</Button>
                <Select
                  name="next"
                  label="Next state"
                  hideLabel
                  options={[{ value: "w", label: "and wait for the customer" }]}
                />
                <Button variant="quiet">Save as a note</Button>
              </FormActions>
            </Form>
          </>
        }
        aside={
          <>
            <StepTracker
              label="Progress"
              steps={[
                { label: "Administration", state: "done" },
                { label: "Research", state: "current" },
                { label: "Resolution", state: "coming" },
              ]}
            />
            <Meter label="Spent" value={140} max={135} text="2:20 of 2:15 h" aside={<Money cents={15833n} />} />
            <Section title="Time">
              <Form action="/sent">
                <FieldRow>
                  <DateField name="on" label="Day" value="2026-11-23" />
                  <TimeField name="from" label="From" value="09:03" />
                </FieldRow>
                <DurationField name="minutes" label="Duration" error="There are 12 minutes left" value="0:30" />
                <Button size="small">Add time</Button>
              </Form>
            </Section>
            <Section title="Contract">
              <DefinitionList
                items={[
                  {
                    term: "Urgency",
                    value: (
                      <State tone="refused" icon="up">
                        High
                      </State>
                    ),
                  },
                  { term: "Since", value: "1 Jan 2026" },
                ]}
              />
            </Section>
            <Section title="Files">
              <EmptyState title="Nothing yet" icon="file">
                Files of the conversation come here.
              </EmptyState>
            </Section>
          </>
        }
      />
    </DeskLayout>
  );
}
