import type { WorkingCalendar } from "../calendar/working-days.ts";
import { chargeWork, type OrganisationWork } from "../charges/charge-work.ts";
import type { ChargedTicket } from "../charges/charged-work.ts";
import type { ChargeRules } from "../charges/rules.ts";
import type { Outcome } from "../tickets/outcome.ts";
import { type AimedTicket, pickupAimEndsAt, type PickupShare, pickupShare } from "../tickets/pickup-aim.ts";
import { type Cents, sumCents } from "../values/money.ts";
import { type AskedInYear, type AuthorisationCounts, countAuthorisations } from "./count-authorisations.ts";
import { addSums, type Sums, totalsByMonth } from "./sums.ts";
import { averageCost, costByKind, costByTicket, type CostOfKind, type CostOfTicket } from "./year-costs.ts";
import { type CountOfOutcome, countOutcomes, isInYear, type MonthOfYear, monthsOfYear } from "./year-counts.ts";
import { minutesByStep, minutesByWindow, type MinutesOfStep, type MinutesOfWindow } from "./year-minutes.ts";

/** The course of a ticket, besides its charges. */
export interface EvaluatedTicket extends Pick<AimedTicket, "pickedUpAt" | "closedAt"> {
  readonly id: string;
  /** Null while it is open. */
  readonly outcome: Outcome | null;
}

/** Minutes without charge, with a reason for the customer. */
export interface NotChargedReason {
  readonly reason: string;
  readonly minutes: number;
}

/** A credit note of the year; its amount is below zero, in cents excluding VAT. */
export interface CreditOfYear {
  readonly number: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly amountCents: Cents;
}

/** The input for evaluating an organisation's calendar year. */
export interface YearToEvaluate {
  readonly year: number;
  readonly rules: ChargeRules;
  /** For an aim in working days. (B3) */
  readonly workingDays: WorkingCalendar;
  /** May hold tickets and entries of other years, as far as charging needs them. */
  readonly work: OrganisationWork;
  readonly tickets: readonly EvaluatedTicket[];
  readonly authorisations: readonly AskedInYear[];
  /** The reasons with the most minutes without charge. */
  readonly notChargedReasons: readonly NotChargedReason[];
  readonly credits: readonly CreditOfYear[];
  readonly now: Temporal.Instant;
}

/** A contract's calendar year. Minutes are whole. Amounts are in cents and exclude VAT, except `sums`. */
export interface YearReport {
  readonly year: number;
  readonly months: readonly MonthOfYear[];
  readonly ticketCount: number;
  readonly additionalCount: number;
  readonly outcomes: readonly CountOfOutcome[];
  readonly pickup: PickupShare;
  readonly steps: readonly MinutesOfStep[];
  readonly windows: readonly MinutesOfWindow[];
  readonly authorisations: AuthorisationCounts;
  readonly notCharged: { readonly minutes: number; readonly reasons: readonly NotChargedReason[] };
  readonly kinds: readonly CostOfKind[];
  readonly sums: Sums;
  /** Below zero. */
  readonly corrections: { readonly count: number; readonly amountCents: Cents };
  readonly credits: { readonly list: readonly CreditOfYear[]; readonly amountCents: Cents };
  /** Over the tickets with costs in the year; null without any. */
  readonly averageCents: Cents | null;
  readonly dearest: readonly CostOfTicket[];
}

/** The number of dearest tickets that a report names. */
const dearestCount = 5;

/**
 * The evaluation of an organisation's year: its tickets, their course, time and costs, from the same charges as its
 * invoices. Tickets count in the year of their creation, work and its cost in the year of the work. Source: contract
 * K5, T4, S1, B3, D1-D3, M4, T3, "Charges, exactly" 3 to 7.
 */
export function yearReport(given: YearToEvaluate): YearReport {
  const { year, rules, work } = given;
  const { timeZone } = rules.calendar;
  const charges = chargeWork(work, () => rules, { timeZone, isAsked: isInYear(year) });
  const created = work.tickets.filter((ticket) => ticket.createdAt.toZonedDateTimeISO(timeZone).year === year);
  const went = new Map(given.tickets.map((ticket) => [ticket.id, ticket]));
  const evaluated = created.flatMap((ticket) => went.get(ticket.id) ?? []);
  const steps = minutesByStep(work.entries, given);
  const corrections = charges.filter((charge) => charge.kind === "correction");
  const costs = costByTicket(charges);
  return {
    year,
    months: monthsOfYear(year, created, { charges, timeZone }),
    ticketCount: created.length,
    additionalCount: created.filter((ticket) => ticket.isAdditional).length,
    outcomes: countOutcomes(evaluated),
    pickup: pickupShare(aimedTickets(created, went, given), given.now),
    steps,
    windows: minutesByWindow(charges, rules),
    authorisations: countAuthorisations(given.authorisations),
    notCharged: {
      minutes: steps.reduce((sum, step) => sum + step.notChargedMinutes, 0),
      reasons: given.notChargedReasons,
    },
    kinds: costByKind(charges),
    sums: addSums(totalsByMonth(charges).values()),
    corrections: { count: corrections.length, amountCents: amountOf(corrections) },
    credits: { list: given.credits, amountCents: amountOf(given.credits) },
    averageCents: averageCost(costs),
    dearest: costs.slice(0, dearestCount),
  };
}

function aimedTickets(
  created: readonly ChargedTicket[],
  went: ReadonlyMap<string, EvaluatedTicket>,
  { rules, workingDays }: Pick<YearToEvaluate, "rules" | "workingDays">,
): readonly AimedTicket[] {
  return created.flatMap(({ id, createdAt }) => {
    const ticket = went.get(id);
    if (ticket === undefined) return [];
    const { pickedUpAt, closedAt } = ticket;
    return [{ aimEndsAt: pickupAimEndsAt(createdAt, rules.terms, workingDays), pickedUpAt, closedAt }];
  });
}

function amountOf(some: readonly { readonly amountCents: Cents }[]): Cents {
  return sumCents(some.map((one) => one.amountCents));
}
