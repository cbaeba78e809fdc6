import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import type { CorrectableCost } from "../../../core/charges/decide-correction.ts";
import { vatFor } from "../../../core/charges/vat.ts";
import type { ContractTerms } from "../../../core/contracts/terms.ts";
import type { ListedCorrection } from "../../charges/read-corrections.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { formatMoney } from "../../../core/values/format.ts";
import { formatMoment, formatMonth } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { Money } from "../../ui/money.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { AmountField, TextArea } from "../../ui/text-field.tsx";
import { priceAndVisitMessages } from "./price-and-visits.messages.ts";
import { isOffered } from "./offered-forms.ts";
import { Refused } from "./reply-form.tsx";
import { type RefusedForm, type TypedForm, typedForm } from "../../http/refused-form.ts";
import type { FormName } from "./form-names.ts";
import type { TicketData } from "./ticket-data.ts";

interface PricePanelProps {
  readonly data: TicketData;
  readonly view: View;
  readonly refused: RefusedForm<FormName> | null;
}

/** The reductions of a ticket's price, and forms for another (CE7, T1); nothing without either. */
export function PricePanel({ data, view, refused }: PricePanelProps): VNode | null {
  const { language } = view;
  const words = priceAndVisitMessages(language);
  const { ticket, corrections } = data;
  const isWaivable = isOffered("waive", data);
  const mayCorrect = isOffered("correct", data);
  if (corrections.length === 0 && !mayCorrect && !isWaivable && ticket.startFeeWaivedAt === null) return null;
  return (
    <Section title={words.price} id="price">
      <Refused form={typedForm("withdraw-correction", refused, language)} language={language} />
      {(corrections.length > 0 || ticket.startFeeWaivedAt !== null) && (
        <ul class="entries">
          {ticket.startFeeWaivedAt !== null && <Waived data={data} view={view} at={ticket.startFeeWaivedAt} />}
          {corrections.map((one) => (
            <Correction key={one.id} correction={one} reference={ticket.reference} view={view} />
          ))}
        </ul>
      )}
      {mayCorrect && data.terms !== null && (
        <CorrectForm {...{ data, view }} terms={data.terms} form={typedForm("correct", refused, language)} />
      )}
      {isWaivable && <WaiveForm data={data} view={view} form={typedForm("waive", refused, language)} />}
    </Section>
  );
}

function Waived({ data: { ticket }, view, at }: { data: TicketData; view: View; at: Temporal.Instant }): VNode {
  const words = priceAndVisitMessages(view.language);
  return (
    <li class="request">
      <div class="entry-line">{words.waived}</div>
      <div class="entry-what">{formatMoment(at, view.now, view.language)}</div>
      <div class="entry-text">{ticket.startFeeWaivedReason}</div>
    </li>
  );
}

interface CorrectionProps {
  readonly correction: ListedCorrection;
  readonly reference: string;
  readonly view: View;
}

function Correction({ correction, reference, view }: CorrectionProps): VNode {
  const { language, now } = view;
  const words = priceAndVisitMessages(language);
  const { month, amountCents, reason, correctedByName, correctedAt, withdrawnAt } = correction;
  const isWithdrawn = withdrawnAt !== null;
  return (
    <li class={isWithdrawn ? "request entry-voided" : "request"}>
      <div class="entry-line">
        <span>{words.correction(formatMonth(month, language))}</span>
        <Money cents={-amountCents} />
      </div>
      <div class="entry-what">
        {[
          ...(correctedByName === null ? [] : [correctedByName]),
          formatMoment(correctedAt, now, language),
          ...(isWithdrawn ? [words.withdrawn] : []),
        ].join(" · ")}
      </div>
      <div class="entry-text">{reason}</div>
      {!isWithdrawn && (
        <Form action={paths.desk.withdrawCorrection(reference, correction.id)} layout="bare">
          <Button variant="quiet" size="small">
            {words.withdraw}
          </Button>
        </Form>
      )}
    </li>
  );
}

interface FormProps {
  readonly data: TicketData;
  readonly view: View;
  readonly form: TypedForm;
}

/** The name of a month at a VAT rate in the form. */
function nameOfCost({ month, vat }: CorrectableCost): string {
  return `${month} ${vat}`;
}

function CorrectForm({ data, view: { language }, form, terms }: FormProps & { terms: ContractTerms }): VNode {
  const words = priceAndVisitMessages(language);
  const options = data.correctable.map((cost) => ({
    value: nameOfCost(cost),
    label: words.costOf(
      formatMonth(cost.month, language),
      `${vatFor(cost.vat, "domestic", terms).percent}%`,
      formatMoney(cost.leftCents, language),
    ),
  }));
  const lastMonth = data.correctable.at(-1)?.month;
  const latest = data.correctable.find(({ month }) => month === lastMonth);
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.correct}</summary>
      <Form
        action={paths.desk.act(data.ticket.reference, "corrections")}
        id="correct-form"
        idempotencyKey={randomUUID()}
      >
        <Refused form={form} language={language} />
        <p class="field-hint">{words.correctHint}</p>
        <Select
          {...form.field("cost", latest === undefined ? undefined : nameOfCost(latest))}
          id="correct-cost"
          label={words.of}
          options={options}
        />
        <AmountField {...form.field("amount")} id="correct-amount" label={words.takeOff} required />
        <ReasonField id="correct-reason" form={form} language={language} />
        <FormActions>
          <Button size="small">{words.correctNow}</Button>
        </FormActions>
      </Form>
    </details>
  );
}

function WaiveForm({ data, view: { language }, form }: FormProps): VNode {
  const words = priceAndVisitMessages(language);
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.waive}</summary>
      <Form action={paths.desk.act(data.ticket.reference, "start-fee")} id="waive-form">
        <Refused form={form} language={language} />
        <p class="field-hint">{words.waiveHint}</p>
        <ReasonField id="waive-reason" form={form} language={language} />
        <FormActions>
          <Button size="small">{words.waiveNow}</Button>
        </FormActions>
      </Form>
    </details>
  );
}

function ReasonField({ id, form, language }: { id: string; form: TypedForm; language: Language }): VNode {
  const label = priceAndVisitMessages(language).reason;
  return <TextArea {...form.field("reason")} id={id} label={label} rows={2} maxLength={2000} required />;
}
