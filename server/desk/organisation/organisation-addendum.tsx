import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import type { Staff } from "../../../core/access/actor.ts";
import { can } from "../../../core/access/can.ts";
import type { AddendumTerms } from "../../../core/contracts/addendum.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import { addendumFormMessages } from "../../contracts/addendum-forms.messages.ts";
import type { AddendumStanding, OfferedAddendum } from "../../contracts/addendum-standing.ts";
import { paths } from "../../faces/paths.ts";
import type { Fields } from "../../http/read-input.ts";
import type { View } from "../../http/route.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { fieldError } from "../../refusals/refusals.ts";
import { Button } from "../../ui/button.tsx";
import { FieldRow, Form, FormActions } from "../../ui/form.tsx";
import { formatDuration, formatMoney } from "../../../core/values/format.ts";
import { formatDate } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../ui/language.ts";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { AmountField } from "../../ui/text-field.tsx";
import { DurationField } from "../../ui/time-fields.tsx";

/** The form as it was typed, with what was refused of it. */
export interface RefusedAddendum {
  readonly refusal: Refusal;
  readonly fields: Fields;
}

interface AddendumProps {
  readonly organisationId: OrganisationId;
  readonly standing: AddendumStanding;
  readonly actor: Staff;
  readonly view: View;
  readonly refused: RefusedAddendum | null;
}

/** The addendum for work on site: what holds, what waits for a signature, and offering one (A3). */
export function OrganisationAddendum(props: AddendumProps): VNode {
  const { organisationId, standing, actor, view, refused } = props;
  const { language } = view;
  const words = addendumFormMessages(language);
  const { signed, offered } = standing;
  const mayOffer = can(actor, "addendum.offer", { organisationId });
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
      {offered !== null && (
        <Offered organisationId={organisationId} offered={offered} mayOffer={mayOffer} language={language} />
      )}
      {mayOffer && (standing.isOfferable || refused !== null) && <OfferForm {...props} />}
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
  readonly mayOffer: boolean;
  readonly language: Language;
}

function Offered({ organisationId, offered, mayOffer, language }: OfferedProps): VNode {
  const words = addendumFormMessages(language);
  return (
    <div class="request">
      <p>{termsInShort(offered.terms, language)}</p>
      <p class="text-muted">
        {offered.period === null ? words.contractOver : words.offeredOn(formatDate(offered.offeredAt, language))}
      </p>
      {mayOffer && (
        <Form action={paths.desk.withdrawAddendum(organisationId, offered.id)} layout="bare">
          <Button variant="quiet" size="small">
            {words.withdraw}
          </Button>
        </Form>
      )}
    </div>
  );
}

function OfferForm({ organisationId, view: { language }, refused }: AddendumProps): VNode {
  const words = addendumFormMessages(language);
  const refusal = refused?.refusal ?? null;
  const typed = (name: string, otherwise = "") => refused?.fields[name]?.[0] ?? otherwise;
  const error = (name: string) => fieldError(refusal, name, language);
  return (
    <details class="fold" open={refused !== null}>
      <summary>{words.offer}</summary>
      <Form action={paths.desk.offerAddendum(organisationId)} id="addendum-form" idempotencyKey={randomUUID()}>
        <RefusalSummary refusal={refusal} language={language} />
        <p class="field-hint">{words.offerHint}</p>
        <AmountField
          name="visitHourlyRate"
          label={words.visitRate}
          value={typed("visitHourlyRate")}
          error={error("visitHourlyRate")}
          required
        />
        <DurationField
          name="minimumVisitMinutes"
          label={words.minimum}
          hint={words.minimumHint}
          value={typed("minimumVisitMinutes")}
          error={error("minimumVisitMinutes")}
          optional
        />
        <FieldRow>
          <Select
            name="travel"
            label={words.travel}
            options={(["per-kilometre", "fixed"] as const).map((value) => ({ value, label: words.travels[value] }))}
            value={typed("travel", "per-kilometre")}
            error={error("travel")}
          />
          <AmountField
            name="travelCents"
            label={words.travelAmount}
            value={typed("travelCents")}
            error={error("travelCents")}
            required
          />
        </FieldRow>
        <FormActions>
          <Button>{words.offerNow}</Button>
        </FormActions>
      </Form>
    </details>
  );
}
