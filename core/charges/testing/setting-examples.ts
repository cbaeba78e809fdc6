import { minutesLeft, splitAtCeiling } from "../../authorisations/ceiling.ts";
import { priceAuthorisation } from "../../authorisations/authorisation.ts";
import { workingCalendar } from "../../calendar/working-days.ts";
import type { AddendumTerms } from "../../contracts/addendum.ts";
import type { ContractTerms } from "../../contracts/terms.ts";
import { decideNewTicket } from "../../tickets/new-ticket.ts";
import { pickupAimEndsAt } from "../../tickets/pickup-aim.ts";
import { chargesInShort, exampleEntry, exampleTicket, monthOfWork } from "./charge-examples.ts";
import { chargeMonth } from "../charge-month.ts";
import type { ChargedTicket, ChargedVisit } from "../charged-work.ts";
import { totalsOf } from "../totals.ts";

/** A change of one setting, and core's answers before and after it. */
export interface Effect<Terms> {
  readonly to: Partial<Terms>;
  readonly ask: (terms: Terms) => string;
  readonly before: string;
  readonly after: string;
}

/** Effects by the names of their settings, for a test of each. */
export const listed = <Terms>(all: Readonly<Record<string, readonly Effect<Terms>[]>>) =>
  Object.entries(all).flatMap(([name, each]) => each.map((effect) => ({ name, ...effect })));

const day = (text: string) => Temporal.PlainDate.from(text);

/** The charges of Thursday 1 October 2026: one ticket, and work from one local time to another. */
export const charged =
  (from: string, to: string, ticket: Partial<ChargedTicket> = {}) =>
  (terms: ContractTerms): string => {
    const entry = exampleEntry("research", `2026-10-01T${from}+02:00`, `2026-10-01T${to}+02:00`);
    return chargesInShort("2026-10", [exampleTicket({ isStartFeeWaived: true, ...ticket })], [entry], terms).join("; ");
  };

/** The charges of the month's sixteenth ticket: created as additional under these terms, confirmed, without work. */
export function chargesOfSixteenth(terms: ContractTerms): string {
  const made = decideNewTicket({ numberInMonth: 16, isConfirmed: true }, terms);
  if (!made.ok) return made.refusal.code;
  return chargesInShort("2026-10", [exampleTicket(made.value)], [], terms).join("; ");
}

/** The answer for a ticket with this number when nobody confirmed it as additional. */
export const unconfirmed = (numberInMonth: number) => (terms: ContractTerms) => {
  const made = decideNewTicket({ numberInMonth, isConfirmed: false }, terms);
  return made.ok ? "made" : made.refusal.code;
};

/** The charges of an hour of work in the morning of a date, after an agreement to all hours. */
export const chargedOn = (date: string) => (terms: ContractTerms) => {
  const entry = exampleEntry("research", `${date}T08:00Z`, `${date}T09:00Z`);
  const ticket = exampleTicket({ outsideHoursAgreedAt: Temporal.Instant.from("2025-01-01T00:00Z") });
  return chargesInShort(date.slice(0, 7), [ticket], [entry], terms).join("; ");
};

/** The parts of five hours of research on a new ticket at its ceiling. */
export function partedAtCeiling(terms: ContractTerms): string {
  const start = Temporal.Instant.from("2026-10-01T08:00Z");
  const state = { entries: [], ...terms };
  const { chargeable } = splitAtCeiling({ step: "research", start, end: start.add({ hours: 5 }) }, state);
  return `${minutesLeft(state)} left, charged until ${chargeable?.end.toString().slice(11, 16)}`;
}

/** The kind of a request for minutes: a work order or a quote. */
export const kindOf = (minutes: number) => (terms: ContractTerms) => {
  const asked = { minutes, windows: ["office"], validUntil: day("2026-12-31") };
  const priced = priceAuthorisation(asked, { terms, isAdditional: false, today: day("2026-10-01") });
  return priced.ok ? priced.value.kind : priced.refusal.code;
};

/** The VAT of a month with a start fee of € 25 and a cost of € 100 at the reduced rate. */
export function vatOf(terms: ContractTerms): string {
  const expense = { id: "e1", ticketId: "t1", addendumId: "a1", on: day("2026-10-05"), description: "Boek" };
  const charges = chargeMonth(
    monthOfWork("2026-10", { terms, expenses: [{ ...expense, amountCents: 10_000n, vat: "reduced" }] }),
  );
  return totalsOf(charges)
    .vat.map(({ percent, subtotalCents, vatCents }) => `${percent}% of ${subtotalCents} = ${vatCents}`)
    .join("; ");
}

/** The aimed last local day to pick up a ticket of Friday 2 October 2026. */
export function aimedFor(terms: ContractTerms): string {
  const calendar = workingCalendar({ terms, extraHolidays: [] });
  const end = pickupAimEndsAt(Temporal.Instant.from("2026-10-02T10:00+02:00"), terms, calendar);
  return end.toZonedDateTimeISO(terms.timeZone).toPlainDate().subtract({ days: 1 }).toString();
}

/** The charges of two visits of one ticket: 40 minutes after 30 km, and 90 minutes after 50 km. */
export function visited(terms: AddendumTerms): string {
  const visit = (id: string, start: string, minutes: number, kilometres: number): ChargedVisit => {
    const begins = Temporal.Instant.from(start);
    const end = begins.add({ minutes });
    return { id, ticketId: "t1", addendum: { id: "a1", terms }, start: begins, end, kilometres };
  };
  const visits = [visit("v1", "2026-10-05T10:00+02:00", 40, 30), visit("v2", "2026-10-12T10:00+02:00", 90, 50)];
  const tickets = [exampleTicket({ isStartFeeWaived: true })];
  return chargeMonth(monthOfWork("2026-10", { tickets, visits }))
    .map(({ kind, minutes, amountCents }) => `${kind} ${minutes} = ${amountCents}`)
    .join("; ");
}
