import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { DefinitionList } from "../../ui/definition-list.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDate, formatDateTime } from "../../../core/calendar/format-time.ts";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { isOffered } from "./offered-forms.ts";
import { Refused } from "./reply-form.tsx";
import type { TypedForm } from "../../http/refused-form.ts";
import type { TicketData } from "./ticket-data.ts";
import { deskTicketMessages } from "./ticket.messages.ts";

interface CustomerPanelProps {
  readonly data: TicketData;
  readonly view: View;
  readonly form: TypedForm;
}

/** The customer of the ticket: contacts, contract, agreement to work outside office hours (M5), and earlier tickets. */
export function CustomerPanel({ data, view, form }: CustomerPanelProps): VNode {
  const { language } = view;
  const words = deskTicketMessages(language);
  const { ticket, organisation, contract, seats } = data;
  const agreed = ticket.outsideHoursAgreedAt;
  return (
    <>
      <Section title={words.customer}>
        <DefinitionList
          items={[
            {
              term: words.customer,
              value: (
                <a class="link" href={paths.desk.organisation(organisation.organisationId)}>
                  {organisation.name}
                </a>
              ),
            },
            { term: words.contacts, value: seats.map((seat) => seat.name).join(", ") },
            {
              term: words.contract,
              value: contract === null ? words.noContract : words.contractUntil(formatDate(contract.endsOn, language)),
            },
            {
              term: words.outsideHours,
              value: agreed === null ? words.outsideNotAgreed : words.outsideAgreed(formatDateTime(agreed, language)),
            },
          ]}
        />
        {isOffered("outside", data) && <OutsideHoursForm data={data} view={view} form={form} />}
      </Section>
      <Section title={words.lastTickets}>
        {data.lastTickets.length === 0 && <p class="text-muted">{words.noOther}</p>}
        <ul class="brief-list">
          {data.lastTickets.map((one) => (
            <li key={one.id}>
              <a href={paths.desk.ticket(one.reference)} title={one.title}>
                <span class="text-muted tabular">{one.reference}</span> {one.title}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function OutsideHoursForm({ data, view, form }: CustomerPanelProps): VNode {
  const words = deskTicketMessages(view.language);
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.outsideNote}</summary>
      <Form action={paths.desk.act(data.ticket.reference, "outside-hours")} id="outside-form">
        <Refused form={form} language={view.language} />
        <Select
          {...form.field("agreedBy")}
          label={words.outsideWho}
          hint={words.outsideHint}
          options={data.seats.map((seat) => ({ value: seat.id, label: seat.name }))}
        />
        <Button size="small">{words.save}</Button>
      </Form>
    </details>
  );
}
