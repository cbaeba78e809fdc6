import { defaultTerms, type ContractTerms } from "../../contracts/terms.ts";
import type { Step } from "../../tickets/step.ts";
import { monthOf } from "../../values/month.ts";
import { chargeMonth } from "../charge-month.ts";
import type { ChargedTicket, MonthToCharge, WorkedEntry } from "../charged-work.ts";
import { chargeRules } from "../rules.ts";

/**
 * The example of the charging tests: a ticket of 1 October 2026 with an agreement to outside hours, and its entries.
 */
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

interface ExampleMonth extends Partial<Omit<MonthToCharge, "rules" | "month">> {
  readonly terms?: ContractTerms;
  readonly extraHolidays?: readonly Temporal.PlainDate[];
}

/** A month to charge under the default terms of its year, by default with the example ticket and no work. */
export function monthOfWork(month: string, { terms, extraHolidays, ...work }: ExampleMonth = {}): MonthToCharge {
  const rules = chargeRules(terms ?? defaultTerms(Number(month.slice(0, 4))), extraHolidays);
  return { rules, month: monthOf(month), tickets: [exampleTicket()], entries: [], ...work };
}

/** The charges of a month in short: "work office 50 x 10000 = 8333". */
export function chargesInShort(
  month: string,
  tickets: readonly ChargedTicket[],
  entries: readonly WorkedEntry[],
  terms: ContractTerms = defaultTerms(Number(month.slice(0, 4))),
): readonly string[] {
  return chargeMonth(monthOfWork(month, { tickets, entries, terms })).map(
    ({ kind, window, minutes, hourlyRateCents, amountCents }) =>
      `${kind} ${window} ${minutes} x ${hourlyRateCents} = ${amountCents}`,
  );
}
