import type { ContractPeriod } from "../contracts/period.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import { advanceTicket, type Closable } from "./ticket-lifecycle.ts";

/** The last local date of a contract, and the first one of the next contract, if any. */
export interface ContractEnd {
  readonly endsOn: Temporal.PlainDate;
  readonly nextStartsOn: Temporal.PlainDate | null;
  readonly timeZone: string;
}

/**
 * The contract's end for a ticket that is open since a local date: the end of that date's contract, or of the last
 * contract that carried it on. Null for a date without a contract. Periods are in the order of their dates. Source:
 * "Charges, exactly" 8.
 */
export function contractEndFor(
  openSince: Temporal.PlainDate,
  periods: readonly ContractPeriod[],
  timeZone: string,
): ContractEnd | null {
  const ahead = periods.filter(({ endsOn }) => Temporal.PlainDate.compare(endsOn, openSince) >= 0);
  const ends = ahead.map(({ endsOn }, place) => ({
    endsOn,
    nextStartsOn: ahead[place + 1]?.startsOn ?? null,
    timeZone,
  }));
  return ends.find((end) => !isCarriedOn(end)) ?? null;
}

interface Ended {
  readonly status: "closed";
  readonly outcome: "ended-with-contract";
  /** The first instant without a contract. */
  readonly closedAt: Temporal.Instant;
}

/** Whether the next contract carries open tickets on, because it starts the next day. Source: "Charges, exactly" 8. */
export function isCarriedOn({ endsOn, nextStartsOn }: ContractEnd): boolean {
  return nextStartsOn !== null && nextStartsOn.equals(endsOn.add({ days: 1 }));
}

/**
 * Closes an open ticket at the end of its contract: with the outcome `ended-with-contract`, at the end of the
 * contract's last local day, however late this runs. Null while the contract runs and when the next one carries the
 * ticket on. Refuses `ticket-closed`. Source: "Charges, exactly" 8.
 */
export function endWithContract(ticket: Closable, end: ContractEnd, now: Temporal.Instant): Result<Ended | null> {
  const next = advanceTicket(ticket, "end-with-contract");
  if (!next.ok) return next;
  const closedAt = end.endsOn.add({ days: 1 }).toZonedDateTime(end.timeZone).toInstant();
  if (isCarriedOn(end) || Temporal.Instant.compare(now, closedAt) < 0) return accept(null);
  return accept({ status: "closed", outcome: "ended-with-contract", closedAt });
}

/**
 * Whether the end of a contract allows work from before it to be recorded, also on a closed ticket. Until the final
 * invoice all work may be recorded. After it only work without charge may be, because no invoice follows. Refuses
 * `final-invoice-issued`. Source: "Charges, exactly" 8.
 */
export function checkWorkAfterContract(
  work: { readonly isChargeable: boolean },
  invoicing: { readonly isFinalInvoiceIssued: boolean },
): Result<null> {
  return invoicing.isFinalInvoiceIssued && work.isChargeable ? refuse({ code: "final-invoice-issued" }) : accept(null);
}
