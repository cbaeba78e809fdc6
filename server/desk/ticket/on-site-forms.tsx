import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { vatFor } from "../../../core/charges/vat.ts";
import type { AddendumTerms } from "../../../core/contracts/addendum.ts";
import type { ContractTerms } from "../../../core/contracts/terms.ts";
import { ownVats } from "../../../core/values/own-vat.ts";
import type { AddendumInForce } from "../../contracts/read-addenda.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { FieldRow, Form, FormActions } from "../../ui/form.tsx";
import { formatDuration, formatMoney } from "../../../core/values/format.ts";
import type { Language } from "../../../core/values/language.ts";
import { Select } from "../../ui/select.tsx";
import { AmountField, TextField } from "../../ui/text-field.tsx";
import { ClockField, DateField, DurationField } from "../../ui/time-fields.tsx";
import { priceAndVisitMessages } from "./price-and-visits.messages.ts";
import { Refused } from "./reply-form.tsx";
import type { TypedForm } from "../../http/refused-form.ts";
import type { TicketData } from "./ticket-data.ts";

interface FormProps {
  readonly data: TicketData;
  readonly view: View;
  readonly form: TypedForm;
}

/** Logging a visit, with its price by the addendum (A3). */
export function VisitForm({ data, view, form, addendum }: FormProps & { addendum: AddendumInForce }): VNode {
  const { language, now } = view;
  const words = priceAndVisitMessages(language);
  const today = localDateOf(now).toString();
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.logVisit}</summary>
      <Form action={paths.desk.act(data.ticket.reference, "visits")} id="visit-form" idempotencyKey={randomUUID()}>
        <Refused form={form} language={language} />
        <p class="field-hint">{termsHint(addendum.terms, language)}</p>
        <DateField {...form.field("date", today)} id="visit-date" label={words.date} max={today} required />
        <div class="field-row field-row-three">
          <ClockField {...form.field("start")} id="visit-start" label={words.start} />
          <ClockField {...form.field("end")} id="visit-end" label={words.end} />
          <DurationField {...form.field("duration")} id="visit-duration" label={words.duration} hint=" " />
        </div>
        <Travel terms={addendum.terms} form={form} language={language} />
        <TextField {...form.field("description")} id="visit-description" label={words.did} maxLength={2000} />
        <FormActions>
          <Button variant="primary" size="small">
            {words.log}
          </Button>
        </FormActions>
      </Form>
    </details>
  );
}

function termsHint({ visitHourlyRate, minimumVisitMinutes }: AddendumTerms, language: Language): string {
  const words = priceAndVisitMessages(language);
  const rate = formatMoney(visitHourlyRate, language);
  return minimumVisitMinutes === 0
    ? words.visitHintWithout(rate)
    : words.visitHint(rate, formatDuration(minimumVisitMinutes, language));
}

/** Asks for kilometres if they are charged. */
function Travel({
  terms: { travel },
  form,
  language,
}: {
  terms: AddendumTerms;
  form: TypedForm;
  language: Language;
}): VNode {
  const words = priceAndVisitMessages(language);
  if (travel.kind === "fixed") {
    return <p class="field-hint">{words.perVisit(formatMoney(travel.centsPerVisit, language))}</p>;
  }
  return (
    <TextField
      {...form.field("kilometres")}
      label={words.kilometres}
      hint={words.perKilometre(formatMoney(travel.centsPerKilometre, language))}
      inputMode="numeric"
      maxLength={5}
      width="short"
      required
    />
  );
}

/** Logging another cost, at its own VAT rate (A3, CE5). */
export function ExpenseForm({ data, view, form, terms }: FormProps & { terms: ContractTerms }): VNode {
  const { language, now } = view;
  const words = priceAndVisitMessages(language);
  const today = localDateOf(now).toString();
  const rates = ownVats.map((value) => ({ value, label: `${vatFor(value, "domestic", terms).percent}%` }));
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.logExpense}</summary>
      <Form action={paths.desk.act(data.ticket.reference, "expenses")} id="expense-form" idempotencyKey={randomUUID()}>
        <Refused form={form} language={language} />
        <DateField {...form.field("on", today)} id="expense-on" label={words.date} max={today} required />
        <FieldRow>
          <AmountField {...form.field("amount")} id="expense-amount" label={words.amount} required />
          <Select {...form.field("vat", "standard")} id="expense-vat" label={words.vat} options={rates} />
        </FieldRow>
        <TextField
          {...form.field("description")}
          id="expense-description"
          label={words.what}
          hint={words.whatHint}
          maxLength={200}
          required
        />
        <FormActions>
          <Button variant="primary" size="small">
            {words.log}
          </Button>
        </FormActions>
      </Form>
    </details>
  );
}
