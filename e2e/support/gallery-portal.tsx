import type { VNode } from "preact";
import { NewsBar, ReadSoFar } from "../../server/tickets/read-so-far.tsx";
import { AttachmentList } from "../../server/ui/attachment-list.tsx";
import { Button, LinkButton } from "../../server/ui/button.tsx";
import { Checkbox, RadioCards } from "../../server/ui/choices.tsx";
import { ErrorSummary } from "../../server/ui/error-summary.tsx";
import { FileField } from "../../server/ui/file-field.tsx";
import { Form, FormActions } from "../../server/ui/form.tsx";
import { PlainLayout, PortalLayout, type SignedInFrame } from "../../server/ui/layout.tsx";
import { Conversation, Happening, Message } from "../../server/ui/message.tsx";
import { Meter } from "../../server/ui/meter.tsx";
import { Moment } from "../../server/ui/moment.tsx";
import { Money, Sum, Why } from "../../server/ui/money.tsx";
import { Notice } from "../../server/ui/notice.tsx";
import { Prose } from "../../server/ui/prose.tsx";
import { Card, PageHead, Section } from "../../server/ui/section.tsx";
import { State, type Tone } from "../../server/ui/state.tsx";
import { StepTracker } from "../../server/ui/step-tracker.tsx";
import { Table } from "../../server/ui/table.tsx";
import { TextArea, TextField } from "../../server/ui/text-field.tsx";

const now = Temporal.Instant.from("2026-11-23T10:12:00Z");

function before(minutes: number): Temporal.Instant {
  return now.subtract({ minutes });
}

function framed(frame: SignedInFrame): SignedInFrame {
  return {
    ...frame,
    navigation: [
      { href: "/portal", label: "Overzicht", current: true },
      { href: "/portal/tickets", label: "Tickets", count: 2 },
      { href: "/portal/invoices", label: "Facturen" },
      { href: "/portal/contract", label: "Contract" },
    ],
  };
}

const tickets: readonly { reference: string; subject: string; step: string; tone: Tone; at: number }[] = [
  { reference: "K26-00042", subject: "Outlook synchroniseert niet", step: "Onderzoek", tone: "active", at: 120 },
  {
    reference: "K26-00040",
    subject: "Nieuwe laptop voor de winkel inrichten en de oude wissen",
    step: "Wacht op jou",
    tone: "waiting",
    at: 1500,
  },
  { reference: "K26-00039", subject: "SharePoint geeft 403", step: "Nog niet opgepakt", tone: "neutral", at: 3100 },
];

export function PortalHome(frame: SignedInFrame): VNode {
  return (
    <PortalLayout {...framed(frame)} toast={{ text: "We hebben je vraag. Hij heeft nummer K26-00043." }}>
      <PageHead
        title="Goedemorgen, Joris"
        lead="Twee dingen wachten op jou."
        actions={
          <LinkButton href="/portal/tickets/new" variant="primary" icon="plus" shortcut="c">
            Nieuw ticket
          </LinkButton>
        }
      />
      <Card title="Wacht op jou" tone="waiting">
        <Table
          caption="Wacht op jou"
          hideHead
          rows={["Akkoord gevraagd: 3 uur, € 300,00", "Vraag over K26-00042"]}
          rowKey={(row) => row}
          rowHref={() => "#row"}
          columns={[
            { label: "Wat", lead: true, grow: true, cell: (row) => row },
            {
              label: "Sinds",
              hideLabel: true,
              align: "end",
              cell: () => <Moment at={before(200)} now={now} as="ago" />,
            },
          ]}
        />
      </Card>
      <Section title="Deze maand">
        <Meter label="Tickets" value={6} max={15} text="6 van 15" tone="plain" />
        <Meter
          label="Kosten tot nu toe"
          value={45833}
          max={70000}
          text="verwacht € 700,00"
          tone="plain"
          aside={
            <>
              <Money cents={45833n} strong />{" "}
              <Why>
                <p>Elke begonnen kwartier telt, tegen het tarief van het moment waarop we werken.</p>
                <Sum
                  lines={[
                    { text: "Starttarief", how: "5 tickets van € 25,00", cents: 12500n },
                    { text: "Onderzoek", how: "3:20 u tegen € 100,00 per uur", cents: 33333n },
                  ]}
                  total={{ text: "Samen, zonder btw", cents: 45833n }}
                />
              </Why>
            </>
          }
        />
      </Section>
      <Section title="Open tickets">
        <Table
          caption="Open tickets"
          rows={tickets}
          rowKey={(row) => row.reference}
          rowHref={(row) => `#${row.reference}`}
          columns={[
            { label: "Nummer", cell: (row) => <span class="text-muted">{row.reference}</span>, hideLabel: true },
            { label: "Onderwerp", lead: true, grow: true, cell: (row) => row.subject },
            { label: "Stand", hideLabel: true, cell: (row) => <State tone={row.tone}>{row.step}</State> },
            { label: "Bijgewerkt", align: "end", cell: (row) => <Moment at={before(row.at)} now={now} as="ago" /> },
          ]}
        />
      </Section>
    </PortalLayout>
  );
}

export function PortalTicket(frame: SignedInFrame): VNode {
  return (
    <PortalLayout {...framed(frame)}>
      <PageHead
        back={{ href: "#", label: "Tickets" }}
        kicker="K26-00042"
        title="Outlook synchroniseert niet"
        lead="Sanne werkt eraan. We laten het weten zodra het onderzoek klaar is."
      />
      <StepTracker
        label="Voortgang"
        steps={[
          { label: "Administratie", state: "done" },
          { label: "Onderzoek", state: "current", note: "0:35 u" },
          { label: "Oplossing", state: "coming" },
        ]}
      />
      <Meter
        label="Besteed"
        value={125}
        max={135}
        text="2:05 van 2:15 u"
        aside={
          <>
            <Money cents={15833n} />{" "}
            <Why>
              <p>Werk op kantooruren kost € 100,00 per uur.</p>
            </Why>
          </>
        }
      />
      <Notice
        tone="waiting"
        title="Akkoord gevraagd: 3 uur, hoogstens € 300,00"
        action={<LinkButton href="#">Bekijken</LinkButton>}
      >
        We willen de mailbox opnieuw opbouwen. Daarvoor is meer tijd nodig dan het urenplafond.
      </Notice>
      <Section title="Gesprek">
        <Conversation label="Gesprek">
          <Message
            author="Joris de Vries"
            kind="mine"
            at={<Moment at={before(1500)} now={now} />}
            attachments={
              <AttachmentList files={[{ name: "schermafdruk.png", href: "#a", sizeBytes: 248_000, isImage: true }]} />
            }
          >
            <Prose
              text={"Sinds vanochtend komt er geen mail meer binnen.\n\n- op de laptop niet\n- op de telefoon wel"}
              markup="as-typed"
            />
          </Message>
          <Happening at={<Moment at={before(1400)} now={now} />}>Sanne pakte het ticket op.</Happening>
          <Message
            id="message-1"
            author="Sanne Bakker"
            authorNote="consultant"
            at={<Moment at={before(90)} now={now} />}
          >
            <Prose
              text={
                "We zien in de logboeken dat het profiel beschadigd is. Zie https://example.com/uitleg\n\n> 0x8004010F"
              }
              markup="as-typed"
            />
          </Message>
        </Conversation>
      </Section>
      <ReadSoFar form="reply" version={1} />
      <NewsBar language="nl" />
      <Form action="/sent" id="reply" draft idempotencyKey="k" files>
        <TextArea name="text" label="Antwoord" rows={2} />
        <FileField name="files" label="Bijlagen" optional limitMegabytes={25} />
        <FormActions>
          <Button variant="primary">Stuur</Button>
        </FormActions>
      </Form>
    </PortalLayout>
  );
}

export function PortalNewTicket(frame: SignedInFrame): VNode {
  return (
    <PortalLayout {...framed(frame)}>
      <PageHead title="Nieuw ticket" lead="Dit wordt je zevende ticket van deze maand. Het starten kost € 25,00." />
      <ErrorSummary errors={[{ field: "subject", text: "Vul een onderwerp in" }]} />
      <Form action="/sent" id="new-ticket" draft idempotencyKey="k" files>
        <TextField name="subject" label="Onderwerp" error="Vul een onderwerp in" maxLength={120} />
        <TextArea
          name="text"
          label="Wat is er aan de hand?"
          hint="Wat deed je, wat gebeurde er, wat had je verwacht?"
          value="De printer"
        />
        <RadioCards
          name="kind"
          label="Hoe ver mogen we gaan?"
          columns
          value="a"
          options={[
            { value: "a", label: "Eerst onderzoeken", hint: "Binnen het plafond van 2:15 u", aside: "€ 25,00" },
            { value: "b", label: "Meteen oplossen", hint: "Tot 3 uur extra", aside: "€ 325,00" },
          ]}
        />
        <FileField name="files" label="Bijlagen" optional limitMegabytes={25} />
        <Checkbox
          name="agree"
          label="Ik ga akkoord met de kosten van een extra ticket"
          hint="Dit is ticket 16 van deze maand."
        />
        <FormActions>
          <Button variant="primary">Ticket insturen</Button>
          <LinkButton href="#" variant="quiet">
            Annuleren
          </LinkButton>
        </FormActions>
      </Form>
    </PortalLayout>
  );
}

export function SignIn(frame: SignedInFrame): VNode {
  return (
    <PlainLayout {...frame} demoBar="Dit is een demo met verzonnen gegevens.">
      <PageHead title="Inloggen" lead="We mailen je een code. Een wachtwoord is niet nodig." />
      <Form action="/sent">
        <TextField name="email" type="email" label="E-mailadres" autocomplete="email" />
        <FormActions>
          <Button variant="primary" wide>
            Mail me een code
          </Button>
        </FormActions>
      </Form>
    </PlainLayout>
  );
}
