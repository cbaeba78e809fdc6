import type { Charge } from "../../core/charges/charge.ts";
import { type RatedEntry, type RatedTicket, rateMonth } from "../../core/charges/rate-month.ts";
import { timeZone } from "../../core/calendar/time-zone.ts";
import { type OfficeHours, officeHoursOf, officeWeek } from "../../core/calendar/week.ts";
import { type ContractTerms, defaultTerms, windowOf } from "../../core/contracts/terms.ts";
import { compareByCreation } from "../../core/tickets/month-counter.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import type { Month } from "../../core/values/month.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { findTerms } from "../contracts/read-contracts.ts";
import { atOnce } from "../db/at-once.ts";
import type { Transaction } from "../db/connect.ts";
import { chargeTickets } from "./charge-tickets.ts";
import { type TicketToCharge, listEntriesOf, listTicketsNumberedWith } from "./list-tickets-to-charge.ts";

/** The input of `kwartier rate` (rate-format): plain JSON. */
export interface RateInput {
  readonly month: Month;
  readonly terms?: Readonly<Record<string, unknown>>;
  readonly tickets: readonly object[];
  readonly timeEntries: readonly object[];
}

/**
 * An organisation's month as input of `kwartier rate`: its tickets and their work. It also includes all other tickets
 * of the months in which these were created, because tickets are numbered together. Charging both ways finds what the
 * format cannot express: refuses `not-in-rate-format` with the first ticket whose charges would differ, and
 * `terms-not-in-rate-format` for terms with other windows or without a limit of tickets.
 */
export async function rateInputOf(
  tx: Transaction,
  organisationId: OrganisationId,
  month: Month,
): Promise<Result<RateInput>> {
  const tickets = await ticketsToNumber(tx, organisationId, month);
  const { worked, published, charges } = await atOnce({
    worked: listEntriesOf(tx, tickets),
    published: findTerms(tx, yearOf(month)),
    charges: chargeTickets(tx, tickets, { only: month }),
  });
  const entries = worked.map(ratedEntry(tickets));
  const terms = published ?? defaultTerms(yearOf(month));
  const differing = (rated: readonly RatedTicket[]) =>
    differingTickets(charges, rateMonth({ month, terms, tickets: rated, entries }).charges);
  const hopeful = tickets.map((ticket) => ratedTicket(ticket, ticket.outsideHoursAgreedAt !== null));
  // A later agreement must apply to all of the month's dearer work or to none. The format cannot express anything else.
  const wrong = differing(hopeful);
  const rated = hopeful.map((ticket) =>
    wrong.has(ticket.reference) ? { ...ticket, isOutsideHoursAgreed: false } : ticket,
  );
  const [stillWrong] = differing(rated);
  if (stillWrong !== undefined) return refuse({ code: "not-in-rate-format", reference: stillWrong });
  const overrides = termsOverrides(terms);
  if (overrides === null) return refuse({ code: "terms-not-in-rate-format", year: terms.year });
  return accept({
    month,
    ...overrides,
    tickets: rated.map(writeTicket),
    timeEntries: entries.map(writeEntry),
  });
}

async function ticketsToNumber(
  tx: Transaction,
  organisationId: OrganisationId,
  month: Month,
): Promise<readonly TicketToCharge[]> {
  const all = await listTicketsNumberedWith(tx, organisationId, month);
  return all.toSorted((a, b) =>
    compareByCreation(
      { reference: a.reference, createdAt: a.createdAt },
      { reference: b.reference, createdAt: b.createdAt },
    ),
  );
}

function ratedTicket(ticket: TicketToCharge, isOutsideHoursAgreed: boolean): RatedTicket {
  return { reference: ticket.reference, createdAt: ticket.createdAt, isOutsideHoursAgreed };
}

function ratedEntry(
  tickets: readonly TicketToCharge[],
): (entry: {
  ticketId: string;
  step: RatedEntry["step"];
  start: Temporal.Instant;
  end: Temporal.Instant;
  isChargeable: boolean;
}) => RatedEntry {
  const references = new Map<string, string>(tickets.map((ticket) => [ticket.id, ticket.reference]));
  return ({ ticketId, step, start, end, isChargeable }) => ({
    ticket: references.get(ticketId) ?? ticketId,
    step,
    start,
    end,
    isChargeable,
  });
}

/** The references of tickets with different lines, in their order. */
function differingTickets(ours: readonly Charge[], theirs: readonly Charge[]): ReadonlySet<string> {
  const linesOf = (charges: readonly Charge[]) => Map.groupBy(charges, (charge) => charge.reference);
  const [a, b] = [linesOf(ours), linesOf(theirs)];
  return new Set(
    [...a.keys(), ...b.keys()].filter((reference) => inShort(a.get(reference)) !== inShort(b.get(reference))),
  );
}

function inShort(charges: readonly Charge[] = []): string {
  return charges
    .map(({ kind, window, sourceId, minutes, hourlyRateCents, amountCents, vat }) =>
      [kind, window, sourceId, minutes, hourlyRateCents, amountCents, vat.category, vat.percent].join(" "),
    )
    .join(", ");
}

/** The settings that differ from the default terms; null for terms with windows that the format has no words for. */
function termsOverrides(terms: ContractTerms): { terms?: Record<string, unknown> } | null {
  const hours = hoursOf(terms);
  const rates = standardRatesOf(terms);
  if (hours === null || rates === null || terms.ticketsPerMonth === null) return null;
  const usual = defaultTerms(terms.year);
  const overrides: Record<string, unknown> = {};
  const names = [
    "additionalTicketRate",
    "additionalTicketRule",
    "ticketsPerMonth",
    "startFeeMinutes",
    "vatPercent",
    "liberationDay",
  ] as const;
  for (const name of names) {
    const value = terms[name];
    if (value !== usual[name]) overrides[name] = typeof value === "bigint" ? Number(value) : value;
  }
  if (hours.opens !== "09:00") overrides["officeOpens"] = hours.opens;
  if (hours.closes !== "17:00") overrides["officeCloses"] = hours.closes;
  const changed = rates.filter(([window, rate]) => rate !== windowOf(window, usual).hourlyRate);
  if (changed.length > 0) overrides["rates"] = Object.fromEntries(changed.map(([id, rate]) => [id, Number(rate)]));
  return Object.keys(overrides).length === 0 ? {} : { terms: overrides };
}

/** The opening hours of a week; null if the format cannot express the week. */
function hoursOf({ week, usualWindow, timeZone: itsZone }: ContractTerms): OfficeHours | null {
  const hours = usualWindow === "office" && itsZone === timeZone ? officeHoursOf(week) : null;
  return hours !== null && JSON.stringify(officeWeek(hours)) === JSON.stringify(week) ? hours : null;
}

function standardRatesOf({ windows }: ContractTerms): readonly (readonly [string, Cents])[] | null {
  const ids = windows.map(({ id }) => id).join(" ");
  return ids === "office outside weekend-holiday" ? windows.map(({ id, hourlyRate }) => [id, hourlyRate]) : null;
}

function writeTicket({ reference, createdAt, isOutsideHoursAgreed }: RatedTicket): object {
  return {
    reference,
    createdAt: written(createdAt),
    ...(isOutsideHoursAgreed ? {} : { outsideHoursAgreed: false }),
  };
}

function writeEntry({ ticket, step, start, end, isChargeable }: RatedEntry): object {
  return {
    ticket,
    step,
    start: written(start, "minute"),
    end: written(end, "minute"),
    ...(isChargeable ? {} : { billable: false }),
  };
}

function written(instant: Temporal.Instant, smallestUnit?: "minute"): string {
  return instant.toZonedDateTimeISO(timeZone).toString({ timeZoneName: "never", smallestUnit });
}

function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}
