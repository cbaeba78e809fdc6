import type { Staff } from "../../core/access/actor.ts";
import { requireOwnWork } from "../../core/access/own-work.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { refuseTelling } from "../events/check-version.ts";
import type { EventOf } from "../events/catalogue/all.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "../tickets/lock-ticket.ts";
import { saveTicket } from "../tickets/save-ticket.ts";
import { subjectOf, type TicketRow } from "../tickets/read-ticket.ts";
import { markVoided, type Voidable, type VoidableId } from "./store.ts";

export interface ToTakeBack {
  readonly reference: string;
  readonly id: string;
  readonly reason: string;
}

/** How to find and void one kind of recorded work. */
interface Kind<Row> {
  readonly table: Voidable;
  readonly find: (ticket: TicketRow, id: string) => Promise<Row | undefined>;
  readonly ownerOf: (row: Row) => PersonId;
  readonly eventOf: (row: Row, reason: string) => EventOf<"time-voided" | "visit-voided" | "expense-voided">;
  /** Its name in the event. */
  readonly named: (row: Row) => Readonly<Record<string, string>>;
}

/**
 * Takes back recorded work with a reason; the row stays. A person may take back their own, an administrator anybody's.
 * An invoiced part comes back as a difference on the next invoice (M2). Each caller names what it
 * refuses.
 */
export async function takeBack<Row extends { readonly id: VoidableId }>(
  work: Work<Staff>,
  { reference, id, reason }: ToTakeBack,
  kind: Kind<Row>,
): Promise<Result<null>> {
  const locked = await lockTicket(work, reference, "time.log");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const organisationId = ticket.organisationId;
  const row = await kind.find(ticket, id);
  if (row === undefined) return refuse({ code: "not-found" });
  const own = requireOwnWork(work.actor, kind.ownerOf(row));
  if (!own.ok) return own;
  if (reason.trim() === "") return refuse({ code: "reason-needed" });
  const now = work.now();
  const event = kind.eventOf(row, reason);
  if (!(await markVoided(work.tx, kind.table, { ticket, id: row.id, at: now }))) {
    const asked = { ...subjectOf(ticket), kinds: [event.kind], about: kind.named(row) };
    return refuseTelling(work, { code: "changed-meanwhile" }, asked);
  }
  await saveTicket(work.tx, ticket, { lastActivityAt: now });
  await recordEvent(work, { ...event, organisationId, subject: ticket.id });
  return accept(null);
}
