import { localMonths } from "../calendar/local-months.ts";
import { monthOfDate, type Month } from "../values/month.ts";
import { chargeMonth } from "./charge-month.ts";
import type { Charge } from "./charge.ts";
import type { MonthToCharge } from "./charged-work.ts";
import type { ChargeRules } from "./rules.ts";
import { ticketsOfMonths } from "./tickets-of-month.ts";
import type { VatPosition } from "./vat.ts";

/** The VAT position of an organisation from the first of a month on. (CE5) */
export interface VatPositionFrom {
  readonly from: Month;
  readonly position: VatPosition;
}

/** All work of one organisation that can cause charges, of any month. */
export interface OrganisationWork extends Required<Omit<MonthToCharge, "rules" | "month" | "vatPosition">> {
  readonly vatPositions: readonly VatPositionFrom[];
}

/** Answers the rules of a calendar year. Throws for a year with charged work and no rules. */
export type RulesOfYear = (year: number) => ChargeRules;

/** No work at all. */
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
 * The charges of all months with work, or of the months asked for, earliest first. Each month uses the rules of its
 * year. Source: contract M2, "Charges, exactly" 3 and 6.
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

/** The local months with chargeable work, earliest first. Work across a month's end belongs to both months. */
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

/** The VAT position of an organisation in a month: the last change in force, or domestic before the first. (CE5) */
export function vatPositionIn(month: Month, positions: readonly VatPositionFrom[]): VatPosition {
  return inForceIn(month, positions)?.position ?? "domestic";
}

/** The last change in force in a month; null before the first. Source: contract "Charges, exactly" 5. */
export function inForceIn<Each extends VatPositionFrom>(month: Month, positions: readonly Each[]): Each | null {
  const inForce = positions.filter((each) => each.from <= month).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return inForce.at(-1) ?? null;
}
