import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { refuseTelling } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { findTicket, saveTicket, subjectOf, type TicketRow } from "../tickets/ticket.ts";

export interface ToTakeBack {
  readonly reference: string;
  readonly id: string;
  readonly reason: string;
}

/** How one kind of recorded work is found and voided. */
interface Kind<Row> {
  readonly find: (ticket: TicketRow, id: string) => Promise<Row | undefined>;
  readonly ownerOf: (row: Row) => PersonId;
  /** Answers whether it still stood (R12). */
  readonly markVoided: (ticket: TicketRow, row: Row, at: Temporal.Instant) => Promise<boolean>;
  readonly event: "time-voided" | "visit-voided" | "expense-voided";
  /** Which one it is, as its event says it. */
  readonly idOf: (row: Row) => Readonly<Record<string, string>>;
  /** What is said of it besides its reason. */
  readonly payloadOf: (row: Row) => Readonly<Record<string, unknown>>;
}

/**
 * Takes back what was written down by mistake, with a reason; the row stays. One's own, or anybody's as administrator. What was
 * invoiced already comes back as a difference on the next invoice (M2). Refuses `not-found`, `not-allowed`, `reason-needed`,
 * `changed-meanwhile` when it was already taken back.
 */
export async function takeBack<Row>(
  work: Work<Staff>,
  { reference, id, reason }: ToTakeBack,
  kind: Kind<Row>,
): Promise<Result<null>> {
  const ticket = await findTicket(work.tx, reference, { lock: true });
  if (ticket === undefined) return refuse({ code: "not-found" });
  const organisationId = ticket.organisation_id;
  const row = await kind.find(ticket, id);
  if (row === undefined) return refuse({ code: "not-found" });
  const isOwn = kind.ownerOf(row) === work.actor.personId || work.actor.kind === "administrator";
  if (!isOwn || !can(work.actor, "time.log", { organisationId })) return refuse({ code: "not-allowed" });
  if (reason.trim() === "") return refuse({ code: "reason-needed" });
  const now = work.now();
  if (!(await kind.markVoided(ticket, row, now)))
    return refuseTelling(
      work,
      { code: "changed-meanwhile" },
      { ...subjectOf(ticket), kinds: [kind.event], about: kind.idOf(row) },
    );
  await saveTicket(work.tx, ticket, { last_activity_at: now });
  const payload = { ...kind.idOf(row), ...kind.payloadOf(row), reason };
  await recordEvent(work, { kind: kind.event, organisationId, subject: ticket.id, isVisible: false, payload });
  return accept(null);
}
