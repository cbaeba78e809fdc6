import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import type { TypedForm } from "../../http/refused-form.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { wordRefusal } from "../../refusals/refusals.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { FileFields } from "../../tickets/file-fields.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { formatDuration, formatMoney } from "../../../core/values/format.ts";
import type { Language } from "../../../core/values/language.ts";
import { Sum, Why } from "../../ui/money.tsx";
import { Section } from "../../ui/section.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import type { WaitingUpload } from "../../tickets/read-waiting-uploads.ts";
import { newTicketMessages } from "./new-ticket.messages.ts";
import type { StartCost } from "../../tickets/start-cost.ts";

interface NewTicketFormProps {
  readonly language: Language;
  readonly cost: StartCost;
  readonly form: TypedForm;
  readonly kept: readonly WaitingUpload[];
  readonly idempotencyKey: string;
}

export function NewTicketForm({ language, cost, form, kept, idempotencyKey }: NewTicketFormProps): VNode {
  const words = newTicketMessages(language);
  const { refusal, uploads } = form;
  const listRates = (rates: StartCost["rates"]) =>
    rates.map(({ names, cents }) => words.rate(names[language], formatMoney(cents, language))).join(", ");
  return (
    <Form action={paths.portal.tickets} id="new-ticket" files draft idempotencyKey={idempotencyKey}>
      <RefusalSummary {...{ refusal, uploads, language }} />
      <TextField {...form.field("title")} label={words.subject} hint={words.subjectHint} required />
      <TextArea {...form.field("description")} label={words.description} hint={words.descriptionHint} required />
      <FileFields label={words.files} keptLabel={words.keptFiles} kept={kept} />
      <Checkbox
        name="outsideHoursAgreed"
        label={words.outside}
        hint={words.outsideHint(listRates(cost.rates.filter(({ window }) => window !== cost.terms.usualWindow)))}
        checked={form.isTicked("outsideHoursAgreed")}
      />
      <StartCostSum cost={cost} language={language} />
      {cost.isAdditional && (
        <Checkbox
          name="isAdditionalConfirmed"
          label={words.confirm(listRates(cost.rates))}
          checked={form.isTicked("isAdditionalConfirmed")}
          error={refusal?.code === "additional-ticket-unconfirmed" ? wordRefusal(refusal, language) : undefined}
        />
      )}
      <FormActions>
        <Button type="submit" variant="primary">
          {words.send}
        </Button>
      </FormActions>
    </Form>
  );
}

function StartCostSum({ cost, language }: { cost: StartCost; language: Language }): VNode {
  const words = newTicketMessages(language);
  const { startFeeMinutes, ticketsPerMonth, authorisedMinutes } = cost.terms;
  const how = words.startFeeHow(formatDuration(startFeeMinutes, language), formatMoney(cost.usualRate, language));
  return (
    <Section title={words.cost}>
      <p>
        {ticketsPerMonth === null
          ? words.costUnlimited(cost.number)
          : cost.isAdditional
            ? words.costAdditional(cost.number, ticketsPerMonth)
            : words.costNumber(cost.number, ticketsPerMonth)}
      </p>
      <Sum lines={[{ text: words.startFee, how, cents: cost.startFeeCents }]} />
      {startFeeMinutes > 0 && <Why>{words.startFeeWhy}</Why>}
      <p>{words.free(formatDuration(authorisedMinutes, language))}</p>
    </Section>
  );
}
