import { localMonths } from "../calendar/local-months.ts";
import { monthOfDate, type Month } from "../values/month.ts";
import { chargeMonth } from "./charge-month.ts";
import type { Charge } from "./charge.ts";
import type { MonthToCharge } from "./charged-work.ts";
import type { ChargeRules } from "./rules.ts";
import { ticketsOfMonths } from "./tickets-of-month.ts";
import type { VatPosition } from "./vat.ts";

/** From the first of a month on an organisation stands there for VAT. (CE5) */
export interface VatPositionFrom {
  readonly from: Month;
  readonly position: VatPosition;
}

/** Everything of one organisation that charges can come of, of whichever months. */
export interface OrganisationWork extends Required<Omit<MonthToCharge, "rules" | "month" | "vatPosition">> {
  readonly vatPositions: readonly VatPositionFrom[];
}

/** The rules of a calendar year; throws where work is charged in a year that has none. */
export type RulesOfYear = (year: number) => ChargeRules;

/** An organisation's work before there is any. */
export const noWork: OrganisationWork = {
  tickets: [],
  entries: [],
  authorisations: [],
  visits: [],
  expenses: [],
  corrections: [],
  forgiven: [],
  vatPositions: [],
};

/**
 * The charges of work, month by month under the rules of each month's year, earliest first; of all its months or only
 * those that are asked for. Source: contract M2, "Charges, exactly" 3 and 6.
 */
export function chargeWork(
  work: OrganisationWork,
  rulesOf: RulesOfYear,
  { timeZone, isAsked = () => true }: { readonly timeZone: string; readonly isAsked?: (month: Month) => boolean },
): readonly Charge[] {
  const months = monthsOf(work, timeZone).filter(isAsked);
  const ticketsOf = ticketsOfMonths(work);
  return months.flatMap((month) => {
    const vatPosition = vatPositionIn(month, work.vatPositions);
    const rules = rulesOf(Number(month.slice(0, 4)));
    return chargeMonth({ ...work, ...ticketsOf(month, rules.calendar.periodOf(month)), vatPosition, month, rules });
  });
}

/** The local months in which work can be charged, earliest first; what crosses midnight of a month's end is in two. */
export function monthsOf(work: OrganisationWork, timeZone: string): readonly Month[] {
  const instants = [
    ...work.tickets.map((ticket) => ticket.createdAt),
    ...work.entries
      .filter((entry) => entry.isChargeable)
      .flatMap(({ start, end }) => [start, end.subtract({ minutes: 1 })]),
    ...work.visits.map((visit) => visit.start),
  ];
  const dates = [
    ...work.expenses.map((expense) => expense.on),
    ...work.authorisations.flatMap(({ fixedPrice }) => fixedPrice?.deliveredOn ?? []),
  ];
  const months = [...instants.map(localMonths(timeZone)), ...dates.map(monthOfDate)];
  return [...new Set(months)].toSorted();
}

/**
 * Where an organisation stands for VAT in a month: by the last change that was in force, at home before the first.
 * (CE5)
 */
export function vatPositionIn(month: Month, positions: readonly VatPositionFrom[]): VatPosition {
  return inForceIn(month, positions)?.position ?? "domestic";
}

/** The last change that was in force in a month; null before the first. Source: contract "Charges, exactly" 5. */
export function inForceIn<Each extends VatPositionFrom>(month: Month, positions: readonly Each[]): Each | null {
  const inForce = positions.filter((each) => each.from <= month).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return inForce.at(-1) ?? null;
}
