import type { Staff } from "../../core/access/actor.ts";
import { minutesLeftByTotals, partAfter } from "../../core/authorisations/ceiling.ts";
import { minutesOfEntry } from "../../core/time/time-entry.ts";
import { accept, type Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "../tickets/lock-ticket.ts";
import type { TicketRow } from "../tickets/read-ticket.ts";
import { chooseAuthorisation } from "./choose-authorisation.ts";
import { type NewTimeEntry, minutesOf, writeTimeEntry } from "./log-time-entry.ts";

export type EntryToSplit = Omit<NewTimeEntry, "isChargeable">;

export interface SplitMinutes {
  readonly chargeableMinutes: number;
  readonly notChargedMinutes: number;
}

/**
 * Records chargeable work that may cross the ceiling as two entries: the part within it, and the rest as not charged
 * with the given reason (T2). Work at one price has no ceiling and stays whole (T3). Refuses what logTimeEntry refuses,
 * for either part.
 */
export async function logSplitEntry(
  work: Work<Staff>,
  entry: EntryToSplit & { readonly reference: string },
): Promise<Result<SplitMinutes>> {
  const locked = await lockTicket(work, entry.reference, "time.log");
  return locked.ok ? writeSplitEntry(work, locked.value, entry) : locked;
}

/** The same on a locked ticket. */
export async function writeSplitEntry(
  work: Work<Staff>,
  ticket: TicketRow,
  entry: EntryToSplit,
): Promise<Result<SplitMinutes>> {
  const under = await chooseAuthorisation(work.tx, ticket, entry.authorisationId);
  if (!under.ok) return under;
  const isAtOnePrice = (under.value?.fixedPriceCents ?? null) !== null;
  const parts = partAfter(entry, isAtOnePrice ? Infinity : minutesLeftByTotals(entry.step, minutesOf(ticket)));
  for (const [part, isChargeable] of [
    [parts.chargeable, true],
    [parts.notChargeable, false],
  ] as const) {
    if (part === null) continue;
    const logged = await writeTimeEntry(work, ticket, { ...entry, ...part, isChargeable });
    if (!logged.ok) return logged;
  }
  return accept({
    chargeableMinutes: parts.chargeable === null ? 0 : minutesOfEntry(parts.chargeable),
    notChargedMinutes: parts.notChargeable === null ? 0 : minutesOfEntry(parts.notChargeable),
  });
}
