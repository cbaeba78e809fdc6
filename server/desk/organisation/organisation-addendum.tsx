import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import type { AddendumTerms } from "../../../core/contracts/addendum.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { addendumFormMessages } from "../../contracts/addendum-forms.messages.ts";
import type { AddendumStanding, OfferedAddendum } from "../../contracts/addendum-standing.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import type { TypedForm } from "../../http/refused-form.ts";
import { Button } from "../../ui/button.tsx";
import { FieldRow, Form, FormActions } from "../../ui/form.tsx";
import { formatDuration, formatMoney } from "../../../core/values/format.ts";
import { formatDate } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { AmountField } from "../../ui/text-field.tsx";
import { DurationField } from "../../ui/time-fields.tsx";

interface AddendumProps {
  readonly organisationId: OrganisationId;
  readonly standing: AddendumStanding;
  readonly view: View;
  readonly form: TypedForm;
}

/** The addenda for work on site: the one in force, the one that waits for a signature, and a form to offer one (A3). */
export function OrganisationAddendum(props: AddendumProps): VNode {
  const { organisationId, standing, view, form } = props;
  const { language } = view;
  const words = addendumFormMessages(language);
  const { signed, offered } = standing;
  return (
    <Section title={words.onSite} id="addendum">
      {signed === null && offered === null && <p class="text-muted">{words.none}</p>}
      {signed !== null && (
        <>
          <p>{termsInShort(signed.terms, language)}</p>
          <p class="text-muted">
            {words.holds(formatDate(signed.period.startsOn, language), formatDate(signed.period.endsOn, language))}
          </p>
        </>
      )}
      {offered !== null && <Offered organisationId={organisationId} offered={offered} language={language} />}
      {(standing.isOfferable || form.isAgain) && <OfferForm {...props} />}
    </Section>
  );
}

function termsInShort({ visitHourlyRate, minimumVisitMinutes, travel }: AddendumTerms, language: Language): string {
  const words = addendumFormMessages(language);
  return [
    words.rateOf(formatMoney(visitHourlyRate, language)),
    ...(minimumVisitMinutes === 0 ? [] : [words.least(formatDuration(minimumVisitMinutes, language))]),
    travel.kind === "fixed"
      ? words.perVisit(formatMoney(travel.centsPerVisit, language))
      : words.perKilometre(formatMoney(travel.centsPerKilometre, language)),
  ].join(" · ");
}

interface OfferedProps {
  readonly organisationId: OrganisationId;
  readonly offered: OfferedAddendum;
  readonly language: Language;
}

function Offered({ organisationId, offered, language }: OfferedProps): VNode {
  const words = addendumFormMessages(language);
  return (
    <div class="request">
      <p>{termsInShort(offered.terms, language)}</p>
      <p class="text-muted">
        {offered.period === null ? words.contractOver : words.offeredOn(formatDate(offered.offeredAt, language))}
      </p>
      {offered.abilities.has("addendum.withdraw") && (
        <Form action={paths.desk.withdrawAddendum(organisationId, offered.id)} layout="bare">
          <Button variant="quiet" size="small">
            {words.withdraw}
          </Button>
        </Form>
      )}
    </div>
  );
}

function OfferForm({ organisationId, view: { language }, form }: AddendumProps): VNode {
  const words = addendumFormMessages(language);
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.offer}</summary>
      <Form action={paths.desk.offerAddendum(organisationId)} id="addendum-form" idempotencyKey={randomUUID()}>
        <RefusalSummary refusal={form.refusal} language={language} />
        <p class="field-hint">{words.offerHint}</p>
        <AmountField {...form.field("visitHourlyRate")} label={words.visitRate} required />
        <DurationField {...form.field("minimumVisitMinutes")} label={words.minimum} hint={words.minimumHint} optional />
        <FieldRow>
          <Select
            {...form.field("travel", "per-kilometre")}
            label={words.travel}
            options={(["per-kilometre", "fixed"] as const).map((value) => ({ value, label: words.travels[value] }))}
          />
          <AmountField {...form.field("travelCents")} label={words.travelAmount} required />
        </FieldRow>
        <FormActions>
          <Button>{words.offerNow}</Button>
        </FormActions>
      </Form>
    </details>
  );
}
