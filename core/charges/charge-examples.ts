import { defaultTerms, type ContractTerms } from "../contracts/terms.ts";
import type { Step } from "../tickets/step.ts";
import { monthOf } from "../values/month.ts";
import { chargeMonth } from "./charge-month.ts";
import type { ChargedTicket, WorkedEntry } from "./charge.ts";

/** What the tests of charges start from: a ticket of 1 October 2026, agreed to outside hours, and its entries. */
export function exampleTicket(changes: Partial<ChargedTicket> = {}): ChargedTicket {
  return {
    id: "t1",
    reference: "T01",
    createdAt: Temporal.Instant.from("2026-10-01T08:00+02:00"),
    isAdditional: false,
    numberInMonth: 1,
    startFeeMinutes: 15,
    outsideHoursAgreedAt: Temporal.Instant.from("2026-10-01T08:00+02:00"),
    ...changes,
  };
}

/** An entry of the example ticket from one local time to another. */
export function exampleEntry(step: Step, start: string, end: string, changes: Partial<WorkedEntry> = {}): WorkedEntry {
  return {
    id: `${step} ${start}`,
    ticketId: "t1",
    step,
    start: Temporal.Instant.from(start),
    end: Temporal.Instant.from(end),
    isChargeable: true,
    ...changes,
  };
}

/** The charges of a month in short: "work office 50 x 10000 = 8333". */
export function chargesInShort(
  month: string,
  tickets: readonly ChargedTicket[],
  entries: readonly WorkedEntry[],
  terms: ContractTerms = defaultTerms(Number(month.slice(0, 4))),
): readonly string[] {
  return chargeMonth({ terms, extraHolidays: [], tickets, entries, month: monthOf(month) }).map(
    ({ kind, window, minutes, hourlyRateCents, amountCents }) =>
      `${kind} ${window} ${minutes} x ${hourlyRateCents} = ${amountCents}`,
  );
}
