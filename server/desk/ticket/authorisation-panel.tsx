import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import type { Window } from "../../../core/calendar/week.ts";
import { hourlyRateFor } from "../../../core/contracts/hourly-rate.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { capitalised, formatDuration, formatMoney } from "../../../core/values/format.ts";
import { Section } from "../../ui/section.tsx";
import { AmountField, TextArea } from "../../ui/text-field.tsx";
import { DateField, DurationField } from "../../ui/time-fields.tsx";
import { Request } from "./authorisation-request.tsx";
import { Refused } from "./reply-form.tsx";
import type { Retry } from "./shown.ts";
import type { TicketData } from "./ticket-data.ts";
import { workMessages } from "./work.messages.ts";

interface PanelProps {
  readonly data: TicketData;
  readonly view: View;
  readonly retry: Retry;
}

/** The customer's consent to more work: what was asked, and asking (T3). */
export function AuthorisationPanel({ data, view, retry, delivery }: PanelProps & { delivery: Retry }): VNode {
  const words = workMessages(view.language);
  const isOpen = data.authorisations.some((one) => one.state === "requested");
  return (
    <Section title={words.authorisation} id="ask">
      {data.authorisations.map((one) => (
        <Request key={one.id} authorisation={one} reference={data.ticket.reference} view={view} retry={delivery} />
      ))}
      {data.ticket.status === "open" && !isOpen && <AskForm data={data} view={view} retry={retry} />}
    </Section>
  );
}

function AskForm({ data, view, retry }: PanelProps): VNode {
  const { language } = view;
  const words = workMessages(language);
  const { ticket, contract } = data;
  if (contract === null) return <p class="text-muted">{words.noContract}</p>;
  const chosen = retry.isShown ? retry.all("windows[]") : [contract.terms.usualWindow];
  const rate = (window: Window) => formatMoney(hourlyRateFor(window, ticket.is_additional, contract.terms), language);
  return (
    <details class="fold" open={retry.isShown}>
      <summary>{words.ask}</summary>
      <Form
        action={paths.desk.act(ticket.reference, "authorisations")}
        id="ask-form"
        draft
        idempotencyKey={randomUUID()}
      >
        <Refused retry={retry} language={language} />
        <DurationField {...retry.field("minutes")} label={words.minutes} required />
        <AmountField
          {...retry.field("fixedPrice")}
          label={words.fixedPrice}
          hint={words.fixedPriceHint}
          placeholder={words.fixedPriceExample}
          optional
        />
        <fieldset class="field when-by-the-hour">
          <legend class="field-label">{words.windows}</legend>
          {contract.terms.windows.map(({ id, names }) => (
            <Checkbox
              key={id}
              name="windows[]"
              id={`window-${id}`}
              value={id}
              label={`${capitalised(names[language])} (${rate(id)})`}
              checked={chosen.includes(id)}
            />
          ))}
          {retry.error("windows") !== undefined && <p class="field-error">{retry.error("windows")}</p>}
        </fieldset>
        <TextArea {...retry.field("explanation")} label={words.explanation} rows={3} required />
        <DateField
          {...retry.field("validUntil")}
          label={words.validUntil}
          hint={words.validUntilHint(formatDuration(contract.terms.workOrderLimitMinutes, language))}
          optional
        />
        <FormActions>
          <Button variant="primary" size="small">
            {words.send}
          </Button>
        </FormActions>
      </Form>
    </details>
  );
}
