import { z } from "zod";
import type { Staff } from "../../core/access/actor.ts";
import { nextTurns, type WaitsFor } from "../../core/tickets/progress.ts";
import { decideWaiting, type WaitingTurn } from "../../core/tickets/waiting.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { optionalLine } from "../http/fields.ts";
import { lockTicket } from "./lock-ticket.ts";
import { saveTicket, subjectOf, type TicketRow } from "./store.ts";
import { stateOf } from "./ticket.ts";

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
export const caseNumberInput = optionalLine(100)
  .optional()
  .transform((text) => (text === undefined || text === "" ? null : text));

/** What the page is given. */
export const waitingInput = { waitsFor: z.enum(nextTurns), caseNumber: caseNumberInput };

export interface NextTurn {
  readonly waitsFor: WaitsFor;
  /** Microsoft's case number. Without one the known number stays. (S2) */
  readonly caseNumber: string | null;
}

/**
 * Gives the turn on a ticket without a message, and tells its contacts (D1, S2, P3). Refuses `not-found`,
 * `not-allowed`, `ticket-closed`, `case-number-needed` for Microsoft without a case number, and `changed-meanwhile`
 * when somebody else changed the turn since the version that was seen (R12).
 */
export async function setWaiting(
  work: Work<Staff>,
  { reference, version, ...asked }: NextTurn & { reference: string; version?: number | undefined },
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "ticket.set-waiting");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  const now = work.now();
  const turn = decideTurn(ticket, asked, now);
  if (!turn.ok) return turn;
  const { waitsFor, waitingSince } = turn.value;
  const caseNumber = turn.value.caseNumber ?? ticket.microsoftCase;
  if (waitsFor === ticket.waitsFor && caseNumber === ticket.microsoftCase) return accept(null);
  const seen = await checkVersion(work, { ...subjectOf(ticket), version, kinds: turning });
  if (!seen.ok) return seen;
  await saveTicket(work.tx, ticket, {
    waitsFor,
    waitingSince,
    microsoftCase: caseNumber,
    lastActivityAt: now,
  });
  await recordEvent(work, {
    kind: "ticket-waiting-set",
    organisationId,
    subject: ticket.id,
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
