import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import type { Window } from "../../../core/calendar/week.ts";
import { hourlyRateFor } from "../../../core/contracts/hourly-rate.ts";
import type { ContractInForce } from "../../contracts/read-contracts.ts";
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
import type { TypedForm } from "../../http/refused-form.ts";
import { isOffered } from "./offered-forms.ts";
import type { TicketData } from "./ticket-data.ts";
import { workMessages } from "./work.messages.ts";

interface PanelProps {
  readonly data: TicketData;
  readonly view: View;
  readonly form: TypedForm;
}

/** The customer's consent to more work: the requests, and a form for another (T3). */
export function AuthorisationPanel({ data, view, form, delivery }: PanelProps & { delivery: TypedForm }): VNode {
  const words = workMessages(view.language);
  const { contract } = data;
  return (
    <Section title={words.authorisation} id="ask">
      {data.authorisations.map((one) => (
        <Request key={one.id} authorisation={one} reference={data.ticket.reference} view={view} form={delivery} />
      ))}
      {contract !== null && isOffered("ask", data) && <AskForm {...{ data, view, form, contract }} />}
      {contract === null && data.abilities.has("authorisation.request") && <p class="text-muted">{words.noContract}</p>}
    </Section>
  );
}

function AskForm({ data, view, form, contract }: PanelProps & { contract: ContractInForce }): VNode {
  const { language } = view;
  const words = workMessages(language);
  const { ticket } = data;
  const chosen = form.isAgain ? form.all("windows[]") : [contract.terms.usualWindow];
  const rate = (window: Window) => formatMoney(hourlyRateFor(window, ticket.isAdditional, contract.terms), language);
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.ask}</summary>
      <Form
        action={paths.desk.act(ticket.reference, "authorisations")}
        id="ask-form"
        draft
        idempotencyKey={randomUUID()}
      >
        <Refused form={form} language={language} />
        <DurationField {...form.field("minutes")} label={words.minutes} required />
        <AmountField
          {...form.field("fixedPrice")}
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
          {form.error("windows") !== undefined && <p class="field-error">{form.error("windows")}</p>}
        </fieldset>
        <TextArea {...form.field("explanation")} label={words.explanation} rows={3} required />
        <DateField
          {...form.field("validUntil")}
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
