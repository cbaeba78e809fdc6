import { timeZone } from "../../core/calendar/time-zone.ts";
import { chargeWork, monthsOf, type OrganisationWork, type RulesOfYear } from "../../core/charges/charge-work.ts";
import type { Charge } from "../../core/charges/charge.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import type { Transaction } from "../db/connect.ts";
import { loadWork } from "./load-work.ts";
import { type KnownRules, loadRules, rulesOf } from "./rules-of-years.ts";
import type { TicketToCharge } from "./list-tickets-to-charge.ts";

/** The months to charge: one, all, or all up to and including one. */
export interface MonthsToCharge {
  readonly only?: Month;
  readonly until?: Month;
}

/**
 * Charges the work of one organisation's tickets, month by month under the terms of each month's year ("Charges,
 * exactly" 6).
 */
export async function chargeTickets(
  tx: Transaction,
  tickets: readonly TicketToCharge[],
  asked: MonthsToCharge = {},
): Promise<readonly Charge[]> {
  const [work, known] = await Promise.all([loadWork(tx, tickets), rulesOfTickets(tx, tickets)]);
  return chargeLoaded(tx, work, { ...asked, known });
}

/** The rules of the years of tickets. Nearly all work is of the year of its ticket, so both are asked for together. */
export async function rulesOfTickets(tx: Transaction, tickets: readonly TicketToCharge[]): Promise<KnownRules> {
  return loadRules(
    tx,
    tickets.map(({ createdAt }) => createdAt.toZonedDateTimeISO(timeZone).year),
  );
}

/** Charges work that is already loaded in the same way. */
export async function chargeLoaded(
  tx: Transaction,
  work: OrganisationWork,
  { only, until, known }: MonthsToCharge & { readonly known?: KnownRules } = {},
): Promise<readonly Charge[]> {
  const isAsked = (month: Month) => (only === undefined || month === only) && (until === undefined || month <= until);
  const months = monthsOf(work, timeZone).filter(isAsked);
  if (months.length === 0) return [];
  return chargeWork(work, await rulesOfYears(tx, months, known), { timeZone, isAsked });
}

/** Charges all months of the loaded work of several organisations. The rules of their years are asked for once. */
export async function chargeEach(
  tx: Transaction,
  works: ReadonlyMap<OrganisationId, OrganisationWork>,
  known: KnownRules,
): Promise<ReadonlyMap<OrganisationId, readonly Charge[]>> {
  const months = [...works.values()].flatMap((work) => monthsOf(work, timeZone));
  const rules = await rulesOfYears(tx, months, known);
  return new Map([...works].map(([id, work]) => [id, chargeWork(work, rules, { timeZone })]));
}

/** The rules of the years of some months, of which some may be known. */
export async function rulesOfYears(
  tx: Transaction,
  months: readonly Month[],
  known?: KnownRules,
): Promise<RulesOfYear> {
  return rulesOf(
    tx,
    months.map((month) => Number(month.slice(0, 4))),
    known,
  );
}
