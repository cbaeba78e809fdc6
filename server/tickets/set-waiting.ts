import { z } from "zod";
import type { Staff } from "../../core/access/actor.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import { nextTurns, type WaitsFor } from "../../core/tickets/progress.ts";
import { decideWaiting, type WaitingTurn } from "../../core/tickets/waiting.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { dateOrNull, lineOrNull } from "../http/fields.ts";
import { lockTicket } from "./lock-ticket.ts";
import { saveTicket } from "./save-ticket.ts";
import { subjectOf, type TicketRow, stateOf } from "./read-ticket.ts";

/** The kinds of event that change the turn. */
const turning = [
  "ticket-waiting-set",
  "ticket-replied",
  "ticket-reopened",
  "authorisation-requested",
  "authorisation-approved",
  "authorisation-declined",
  "authorisation-withdrawn",
] as const;

/** Microsoft's case number as a form writes it, where it is asked for. */
export const caseNumberInput = lineOrNull(100);

/** The fields of the form. */
export const waitingInput = {
  waitsFor: z.enum(nextTurns),
  caseNumber: caseNumberInput,
  followUpOn: dateOrNull,
};

export interface NextTurn {
  readonly waitsFor: WaitsFor;
  /** Microsoft's case number. Without one the known number stays. (S2) */
  readonly caseNumber: string | null;
}

interface Asked extends NextTurn {
  readonly reference: string;
  /** The day on which staff look at the ticket again. */
  readonly followUpOn?: Temporal.PlainDate | null;
  readonly version?: number | undefined;
}

/**
 * Gives the turn on a ticket without a message, and tells its contacts (D1, S2, P3). Sets the day on which staff look
 * at the ticket again, and tells no contact. Refuses `not-found`, `not-allowed`, `ticket-closed`, `invalid-input` for a
 * day that is not in the future, `case-number-needed` for Microsoft without a case number, and `changed-meanwhile` when
 * somebody else changed the turn since the version that was seen (R12).
 */
export async function setWaiting(
  work: Work<Staff>,
  { reference, version, followUpOn: day = null, ...asked }: Asked,
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "ticket.set-waiting");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const now = work.now();
  const turn = decideTurn(ticket, asked, now);
  if (!turn.ok) return turn;
  const { waitsFor, waitingSince } = turn.value;
  const followUpOn = waitsFor === "provider" ? null : day;
  if (followUpOn !== null && Temporal.PlainDate.compare(followUpOn, localDateOf(now)) <= 0)
    return refuse({ code: "invalid-input", fields: { followUpOn: "too-early" } });
  const caseNumber = turn.value.caseNumber ?? ticket.microsoftCase;
  const isSame = waitsFor === ticket.waitsFor && caseNumber === ticket.microsoftCase;
  const before = ticket.followUpOn?.toString() ?? null;
  const after = followUpOn?.toString() ?? null;
  if (isSame && before === after) return accept(null);
  const seen = await checkVersion(work, { ...subjectOf(ticket), version, kinds: turning });
  if (!seen.ok) return seen;
  await saveTicket(work.tx, ticket, {
    waitsFor,
    waitingSince,
    microsoftCase: caseNumber,
    followUpOn,
    lastActivityAt: now,
  });
  if (before !== after)
    await recordEvent(work, { kind: "ticket-follow-up-set", ...subjectOf(ticket), payload: { before, after } });
  if (isSame) return accept(null);
  await recordEvent(work, {
    kind: "ticket-waiting-set",
    ...subjectOf(ticket),
    payload: { before: ticket.waitsFor, waitsFor: asked.waitsFor, caseNumber: turn.value.caseNumber },
  });
  return accept(null);
}

/** The next turn by core's decideWaiting, with the known case number if none is given (S2). */
export function decideTurn(
  ticket: TicketRow,
  { waitsFor, caseNumber }: NextTurn,
  now: Temporal.Instant,
): Result<WaitingTurn> {
  if (waitsFor !== "microsoft") return decideWaiting(stateOf(ticket), { waitsFor }, now);
  return decideWaiting(stateOf(ticket), { waitsFor, caseNumber: caseNumber ?? ticket.microsoftCase ?? "" }, now);
}
