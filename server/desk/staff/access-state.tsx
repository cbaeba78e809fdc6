import type { VNode } from "preact";
import { formatDate } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import type { StaffMember } from "../../staff/read-staff.ts";
import { Moment } from "../../ui/moment.tsx";
import { State } from "../../ui/state.tsx";
import { staffMessages } from "./staff.messages.ts";

interface AccessStateProps {
  readonly member: StaffMember;
  readonly language: Language;
  readonly systemNow: Temporal.Instant;
}

/** Whether somebody of staff can sign in: suspended, signed in before, or invited. */
export function AccessState({ member, language, systemNow }: AccessStateProps): VNode {
  const words = staffMessages(language);
  const { suspendedAt, lastSignInAt, invitedUntil } = member;
  if (suspendedAt !== null)
    return <State icon="cross">{words.suspendedSince(formatDate(suspendedAt, language))}</State>;
  if (invitedUntil !== null)
    return Temporal.Instant.compare(invitedUntil, systemNow) > 0 ? (
      <State tone="waiting">{words.invited(formatDate(invitedUntil, language))}</State>
    ) : (
      <State tone="refused">{words.lapsed}</State>
    );
  return lastSignInAt === null ? (
    <span class="text-muted">{words.never}</span>
  ) : (
    <span>
      {words.signedIn} <Moment at={lastSignInAt} now={systemNow} as="ago" />
    </span>
  );
}
