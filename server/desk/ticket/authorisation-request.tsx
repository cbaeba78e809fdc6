import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { authorisationStageOn } from "../../../core/authorisations/authorisation-lifecycle.ts";
import { authorisationWords } from "../../../core/authorisations/authorisation-words.ts";
import type { VNode } from "preact";
import type { Authorisation } from "../../authorisations/list-authorisations.ts";
import type { AuthorisationNow } from "../../authorisations/authorisation-abilities.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { formatDuration, formatMoney } from "../../../core/values/format.ts";
import { formatDate, formatMoment } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { State } from "../../ui/state.tsx";
import { DateField } from "../../ui/time-fields.tsx";
import { Refused } from "./reply-form.tsx";
import type { TypedForm } from "../../http/refused-form.ts";
import { nameAuthorisation } from "./authorisation-choice.ts";
import { workMessages } from "./work.messages.ts";

interface RequestProps {
  readonly authorisation: AuthorisationNow;
  readonly reference: string;
  readonly view: View;
  readonly form: TypedForm;
}

const tones = {
  requested: "waiting",
  approved: "done",
  declined: "refused",
  withdrawn: "neutral",
  delivered: "done",
} as const;

/** A request to the customer: its content, its state and its possible actions (T3). */
export function Request({ authorisation: one, reference, view, form }: RequestProps): VNode {
  const { language, now } = view;
  const words = workMessages(language);
  const when = one.decidedAt ?? one.requestedAt;
  const who = one.decidedByName ?? one.requestedByName ?? "";
  const stage = authorisationStageOn(one, localDateOf(now));
  const isExpired = stage === "expired";
  return (
    <div class="request">
      <div class="entry-line">
        <span class="tabular">{nameAuthorisation(one, language)}</span>
        <State tone={isExpired ? "refused" : tones[one.state]}>{authorisationWords[language].states[stage].name}</State>
      </div>
      <div class="entry-what">
        {[
          costOf(one, language),
          words.by(who, formatMoment(when, now, language)),
          ...(one.validUntil === null ? [] : [words.validTo(formatDate(one.validUntil, language))]),
          ...(one.deliveredOn === null ? [] : [words.deliveredAt(formatDate(one.deliveredOn, language))]),
        ].join(" · ")}
      </div>
      <div class="entry-text">{one.declineReason ?? one.explanation}</div>
      {isExpired && <p class="field-hint">{words.expiredHint}</p>}
      {one.abilities.has("authorisation.deliver") ? (
        <DeliverForm id={one.id} {...{ reference, view, form }} />
      ) : (
        one.abilities.has("authorisation.withdraw") && (
          <WithdrawForm {...{ reference, id: one.id }}>{words.withdraw}</WithdrawForm>
        )
      )}
    </div>
  );
}

/** By the hour the highest cost, at one price the expected time. */
function costOf({ minutes, estimateCents, fixedPriceCents }: Authorisation, language: Language): string {
  const words = workMessages(language);
  return fixedPriceCents === null
    ? words.atMost(formatMoney(estimateCents, language))
    : words.estimated(formatDuration(minutes, language));
}

function WithdrawForm({ reference, id, children }: { reference: string; id: string; children: string }): VNode {
  return (
    <Form action={paths.desk.withdrawAuthorisation(reference, id)} layout="bare">
      <Button variant="quiet" size="small">
        {children}
      </Button>
    </Form>
  );
}

/** Work at one price ends by delivery, or by withdrawal, which costs nothing. */
function DeliverForm({ id, reference, view, form }: Omit<RequestProps, "authorisation"> & { id: string }): VNode {
  const words = workMessages(view.language);
  const today = localDateOf(view.now).toString();
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.deliver}</summary>
      <Form action={paths.desk.deliverAuthorisation(reference, id)}>
        <Refused form={form} language={view.language} />
        <DateField
          {...form.field("deliveredOn", today)}
          id={`delivered-on-${id}`}
          label={words.deliveredOn}
          hint={words.deliverHint}
          max={today}
          required
        />
        <FormActions>
          <Button size="small" variant="primary">
            {words.deliverNow}
          </Button>
        </FormActions>
      </Form>
      <p class="field-hint">{words.withdrawApprovedHint}</p>
      <WithdrawForm {...{ reference, id }}>{words.withdrawApproved}</WithdrawForm>
    </details>
  );
}
