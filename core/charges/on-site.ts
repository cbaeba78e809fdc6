import type { MinutePeriod } from "../calendar/windows.ts";
import type { AddendumTerms } from "../contracts/addendum.ts";
import { amountForMinutes, sumCents } from "../values/money.ts";
import type { Charge, CountedVisit } from "./charge.ts";
import type { ChargedExpense, ChargedTicket, ChargedVisit, MonthToCharge } from "./charged-work.ts";
import { reasonsOfVat } from "./lines.ts";
import { isSameVat, type Vat, vatCategories, vatFor } from "./vat.ts";

type Place = Pick<Charge, "ticketId" | "reference" | "month" | "window" | "windowNames">;

function placeOf(ticket: ChargedTicket, { month }: MonthToCharge): Place {
  return { ticketId: ticket.id, reference: ticket.reference, month, window: null, windowNames: null };
}

/**
 * The charges of a ticket's visits that begin in the month, for each addendum: time on site at the visit rate, with a
 * minimum per visit, and travel by kilometre or by visit. Each line is rounded half up once. Source: contract A3.
 */
export function visitCharges(ticket: ChargedTicket, work: MonthToCharge, period: MinutePeriod): readonly Charge[] {
  const own = (work.visits ?? []).filter((visit) => visit.ticketId === ticket.id && isIn(visit, period));
  return [...Map.groupBy(own, (visit) => visit.addendum.id)].toSorted(byKey).flatMap(([, visits]) => {
    const [first] = visits;
    if (first === undefined) return [];
    const place = { ...placeOf(ticket, work), sourceId: first.addendum.id, vat: vatOfWork(work) };
    const counted = visits.toSorted(compareVisits).map((visit) => countVisit(visit, first.addendum.terms));
    return [timeOnSite(place, counted, first.addendum.terms), travel(place, counted, first.addendum.terms)];
  });
}

type OnSite = Place & Pick<Charge, "sourceId" | "vat">;

function timeOnSite(place: OnSite, visits: readonly CountedVisit[], terms: AddendumTerms): Charge {
  const minutes = visits.reduce((sum, visit) => sum + visit.chargedMinutes, 0);
  const amountCents = amountForMinutes(minutes, terms.visitHourlyRate);
  return {
    ...place,
    kind: "visit",
    minutes,
    hourlyRateCents: terms.visitHourlyRate,
    amountCents,
    reasons: [
      { rule: "A3", kind: "visits", minimumMinutes: terms.minimumVisitMinutes, visits },
      { rule: "CE4", kind: "amount", minutes, amountCents: Number(amountCents) },
      ...reasonsOfVat(place.vat),
    ],
  };
}

function travel(place: OnSite, visits: readonly CountedVisit[], { travel }: AddendumTerms): Charge {
  const base = { ...place, kind: "travel", minutes: 0, hourlyRateCents: null } as const;
  const ofVat = reasonsOfVat(place.vat);
  if (travel.kind === "fixed") {
    const amountCents = BigInt(visits.length) * travel.centsPerVisit;
    const centsPerVisit = Number(travel.centsPerVisit);
    const reasons = [{ rule: "A3", kind: "travel-fixed", visits: visits.length, centsPerVisit } as const, ...ofVat];
    return { ...base, amountCents, reasons };
  }
  const kilometres = visits.reduce((sum, visit) => sum + visit.kilometres, 0);
  const amountCents = BigInt(kilometres) * travel.centsPerKilometre;
  const centsPerKilometre = Number(travel.centsPerKilometre);
  return {
    ...base,
    amountCents,
    reasons: [{ rule: "A3", kind: "travel-distance", kilometres, centsPerKilometre }, ...ofVat],
  };
}

function countVisit(visit: ChargedVisit, { minimumVisitMinutes }: AddendumTerms): CountedVisit {
  const minutes = (visit.end.epochMilliseconds - visit.start.epochMilliseconds) / 60_000;
  return {
    visitId: visit.id,
    start: visit.start.toString(),
    end: visit.end.toString(),
    chargedMinutes: Math.max(minutes, minimumVisitMinutes),
    kilometres: visit.kilometres,
  };
}

/**
 * A ticket's other costs of the month, one line for each addendum and VAT rate. Source: contract A3, "Charges, exactly"
 * 5.
 */
export function expenseCharges(ticket: ChargedTicket, work: MonthToCharge): readonly Charge[] {
  const own = (work.expenses ?? []).filter(
    (expense) => expense.ticketId === ticket.id && expense.on.toPlainYearMonth().toString() === work.month,
  );
  return [...Map.groupBy(own, (expense) => expense.addendumId)].toSorted(byKey).flatMap(([sourceId, expenses]) => {
    const rates = ratesOf(expenses, work);
    return rates.map((vat): Charge => {
      const ofRate = expenses.filter((expense) => isSameVat(vatOf(expense, work), vat)).toSorted(compareExpenses);
      return {
        ...placeOf(ticket, work),
        kind: "cost",
        sourceId,
        vat,
        minutes: 0,
        hourlyRateCents: null,
        amountCents: sumCents(ofRate.map((expense) => expense.amountCents)),
        reasons: [{ rule: "A3", kind: "costs", expenses: ofRate.map(countExpense) }, ...reasonsOfVat(vat)],
      };
    });
  });
}

function countExpense({ id, on, description, amountCents }: ChargedExpense) {
  return { expenseId: id, on: on.toString(), description, amountCents: Number(amountCents) };
}

function ratesOf(expenses: readonly ChargedExpense[], work: MonthToCharge): readonly Vat[] {
  const found: Vat[] = [];
  for (const expense of expenses) {
    const vat = vatOf(expense, work);
    if (!found.some((each) => isSameVat(each, vat))) found.push(vat);
  }
  return found.toSorted((a, b) => vatCategories.indexOf(a.category) - vatCategories.indexOf(b.category));
}

function vatOf(expense: ChargedExpense, { rules, vatPosition }: MonthToCharge): Vat {
  return vatFor(expense.vat, vatPosition ?? "domestic", rules.terms);
}

function vatOfWork({ rules, vatPosition }: MonthToCharge): Vat {
  return vatFor("standard", vatPosition ?? "domestic", rules.terms);
}

function isIn(visit: ChargedVisit, period: MinutePeriod): boolean {
  const start = visit.start.epochMilliseconds / 60_000;
  return start >= period.start && start < period.end;
}

function compareVisits(a: ChargedVisit, b: ChargedVisit): number {
  return Temporal.Instant.compare(a.start, b.start) || (a.id < b.id ? -1 : 1);
}

function compareExpenses(a: ChargedExpense, b: ChargedExpense): number {
  return Temporal.PlainDate.compare(a.on, b.on) || (a.id < b.id ? -1 : 1);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
