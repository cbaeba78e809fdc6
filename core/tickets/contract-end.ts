import type { ContractPeriod } from "../contracts/period.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import { advanceTicket, type Closable } from "./ticket-lifecycle.ts";

/** The last local date of a contract, and the first one of the contract after it, if any. */
export interface ContractEnd {
  readonly endsOn: Temporal.PlainDate;
  readonly nextStartsOn: Temporal.PlainDate | null;
  readonly timeZone: string;
}

/**
 * The end of contract that a ticket comes to which is open since a local date: of the contract of that date, or of the
 * last one that carried it on from there. Null for a date without a contract. Periods in the order of their dates.
 * Source: "Charges, exactly" 8.
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

/** Whether a contract that starts the next day carries the open tickets on. Source: "Charges, exactly" 8. */
export function isCarriedOn({ endsOn, nextStartsOn }: ContractEnd): boolean {
  return nextStartsOn !== null && nextStartsOn.equals(endsOn.add({ days: 1 }));
}

/**
 * How the end of a contract closes an open ticket: with the outcome `ended-with-contract`, at the end of the contract's
 * last local day however late this is asked. Answers null while the contract runs and where the next one carries the
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
 * Whether work from before a contract's end may still be written down, as far as that end is concerned, on a ticket
 * that ended with it as on one that closed before: as any other until the final invoice is issued, after that only as
 * not charged, because no invoice follows. Refuses `final-invoice-issued`. Source: "Charges, exactly" 8.
 */
export function checkWorkAfterContract(
  work: { readonly isChargeable: boolean },
  invoicing: { readonly isFinalInvoiceIssued: boolean },
): Result<null> {
  return invoicing.isFinalInvoiceIssued && work.isChargeable ? refuse({ code: "final-invoice-issued" }) : accept(null);
}
