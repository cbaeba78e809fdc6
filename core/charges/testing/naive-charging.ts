import type { ContractTerms } from "../../contracts/terms.ts";
import type { ChargedAuthorisation, ChargedTicket, Forgiveness, MonthToCharge, WorkedEntry } from "../charged-work.ts";
import { type NaiveWall, naiveWall, naiveWindow } from "../../calendar/testing/naive-calendar.ts";
import { naiveCents } from "./naive-money.ts";
import type { OwnVat } from "../../values/own-vat.ts";
import type { Vat } from "../vat.ts";

/** The terms of a year with the provider's own days off, as YYYY-MM-DD. */
export interface NaiveRules {
  readonly terms: ContractTerms;
  readonly ownHolidays: readonly string[];
}

/** A month to charge with its rules as data; `held` has the rules that quotes hold, by authorisation. */
export interface NaiveMonth extends Omit<MonthToCharge, "rules"> {
  readonly rules: NaiveRules;
  readonly held: ReadonlyMap<string, NaiveRules>;
}

export interface NaiveLine {
  readonly ticketId: string;
  readonly kind: string;
  readonly window: string | null;
  readonly sourceId: string | null;
  readonly vat: Vat;
  readonly minutes: number;
  readonly hourlyRateCents: number | null;
  readonly amountCents: number;
}

/**
 * The charges of a month, deliberately computed differently for the tests: minute by minute, each adding its rate in
 * sixtieths of a cent, with money as ordinary numbers. It shares no code with the charging it checks. All lines, in any
 * order.
 */
export function naiveCharges(work: NaiveMonth): readonly NaiveLine[] {
  return work.tickets.flatMap((ticket) => {
    const owed = [
      ...linesByTheClock(ticket, work),
      ...fixedPrices(ticket, work),
      ...onSite(ticket, work),
      ...costs(ticket, work),
    ].map((line) => forgiven(line, work));
    const all = [...owed, ...corrected(ticket, owed, work)];
    return all.filter((line) => line.minutes > 0 || line.amountCents !== 0);
  });
}

function linesByTheClock(ticket: ChargedTicket, work: NaiveMonth): readonly NaiveLine[] {
  const tallies = new Map<string, { line: NaiveLine; sixtieths: number }>();
  const count = (kind: string, window: string, sourceId: string | null, rules: NaiveRules) => {
    const rate = rateOf(window, ticket, rules.terms);
    const place = [kind, window, sourceId].join();
    const tally = tallies.get(place) ?? { line: nothing(ticket, kind, work), sixtieths: 0 };
    const line = { ...tally.line, window, sourceId, hourlyRateCents: rate, minutes: tally.line.minutes + 1 };
    tallies.set(place, { line, sixtieths: tally.sixtieths + rate });
  };
  const created = Math.floor(ticket.createdAt.epochMilliseconds / 60_000);
  if (isInMonth(naiveWall(created, zoneOf(work)), work) && ticket.isStartFeeWaived !== true)
    for (let minute = 0; minute < ticket.startFeeMinutes; minute += 1)
      count("start-fee", work.rules.terms.usualWindow, null, work.rules);
  for (const { minute, entry } of chargedMinutes(ticket, work)) {
    const wall = naiveWall(minute, zoneOf(work));
    if (!isInMonth(wall, work)) continue;
    const quote = quoteOf(entry, wall, work);
    const rules = (quote === undefined ? undefined : work.held.get(quote.id)) ?? work.rules;
    count("work", windowOf(minute, ticket, rules), quote?.id ?? null, rules);
  }
  return [...tallies.values()].map(({ line, sixtieths }) => ({ ...line, amountCents: naiveCents(sixtieths) }));
}

interface WorkedMinute {
  readonly minute: number;
  readonly entry: WorkedEntry;
}

/** Every minute that is charged by time, without the first ones of administration: the start fee covers these. */
function chargedMinutes(ticket: ChargedTicket, { entries, authorisations = [] }: NaiveMonth): readonly WorkedMinute[] {
  const minutes: WorkedMinute[] = [];
  for (const entry of entries) {
    const authorisation = authorisations.find(({ id }) => id === entry.authorisationId);
    if (entry.ticketId !== ticket.id || !entry.isChargeable || (authorisation?.fixedPrice ?? null) !== null) continue;
    for (let at = entry.start.epochMilliseconds; at < entry.end.epochMilliseconds; at += 60_000)
      minutes.push({ minute: at / 60_000, entry });
  }
  const administration = minutes.filter(({ entry }) => entry.step === "administration");
  const byTheClock = administration.toSorted(
    (a, b) => a.minute - b.minute || (sourceOf(a.entry) < sourceOf(b.entry) ? -1 : 1),
  );
  const covered = new Set(byTheClock.slice(0, ticket.startFeeMinutes));
  return minutes.filter((each) => !covered.has(each));
}

function sourceOf({ authorisationId }: WorkedEntry): string {
  return authorisationId ?? "";
}

/** The quote whose prices hold for a minute of an entry, by its local date. */
function quoteOf(entry: WorkedEntry, { date }: NaiveWall, work: NaiveMonth): ChargedAuthorisation | undefined {
  const found = work.authorisations?.find(({ id }) => id === entry.authorisationId);
  const validUntil = found?.validUntil?.toString() ?? "";
  return date <= validUntil ? found : undefined;
}

function windowOf(minute: number, ticket: ChargedTicket, { terms, ownHolidays }: NaiveRules): string {
  const window = naiveWindow(naiveWall(minute, terms.timeZone), { ...terms, ownHolidays });
  const agreedAt = ticket.outsideHoursAgreedAt?.epochNanoseconds;
  const isAgreed = agreedAt !== undefined && agreedAt <= BigInt(minute) * 60_000_000_000n;
  return isAgreed ? window : terms.usualWindow;
}

function rateOf(window: string, ticket: ChargedTicket, terms: ContractTerms): number {
  const rate = Number(terms.windows.find(({ id }) => id === window)?.hourlyRate);
  const additional = Number(terms.additionalTicketRate);
  if (!ticket.isAdditional) return rate;
  return terms.additionalTicketRule === "flat" || additional > rate ? additional : rate;
}

function fixedPrices(ticket: ChargedTicket, work: NaiveMonth): readonly NaiveLine[] {
  const lines: NaiveLine[] = [];
  for (const { id, ticketId, fixedPrice } of work.authorisations ?? []) {
    const deliveredOn = fixedPrice?.deliveredOn?.toString() ?? "never";
    if (ticketId !== ticket.id || !deliveredOn.startsWith(work.month)) continue;
    lines.push({ ...nothing(ticket, "quote", work), sourceId: id, amountCents: Number(fixedPrice?.amountCents) });
  }
  return lines;
}

function onSite(ticket: ChargedTicket, work: NaiveMonth): readonly NaiveLine[] {
  const own = (work.visits ?? []).filter(
    ({ ticketId, start }) =>
      ticketId === ticket.id && isInMonth(naiveWall(start.epochMilliseconds / 60_000, zoneOf(work)), work),
  );
  return [...new Set(own.map(({ addendum }) => addendum.id))].flatMap((sourceId): NaiveLine[] => {
    let [minutes, travelCents, rate] = [0, 0, 0];
    for (const { addendum, start, end, kilometres } of own) {
      if (addendum.id !== sourceId) continue;
      const { visitHourlyRate, minimumVisitMinutes, travel } = addendum.terms;
      rate = Number(visitHourlyRate);
      minutes += Math.max((end.epochMilliseconds - start.epochMilliseconds) / 60_000, minimumVisitMinutes);
      travelCents +=
        travel.kind === "fixed" ? Number(travel.centsPerVisit) : kilometres * Number(travel.centsPerKilometre);
    }
    const visit = { ...nothing(ticket, "visit", work), sourceId, minutes, hourlyRateCents: rate };
    return [
      { ...visit, amountCents: naiveCents(minutes * rate) },
      { ...nothing(ticket, "travel", work), sourceId, amountCents: travelCents },
    ];
  });
}

function costs(ticket: ChargedTicket, work: NaiveMonth): readonly NaiveLine[] {
  const lines = new Map<string, NaiveLine>();
  for (const { ticketId, on, addendumId, amountCents, vat: ownVat } of work.expenses ?? []) {
    if (ticketId !== ticket.id || !on.toString().startsWith(work.month)) continue;
    const vat = vatOf(ownVat, work);
    const place = JSON.stringify([addendumId, vat]);
    const line = lines.get(place) ?? { ...nothing(ticket, "cost", work), sourceId: addendumId, vat };
    lines.set(place, { ...line, amountCents: line.amountCents + Number(amountCents) });
  }
  return [...lines.values()];
}

function corrected(ticket: ChargedTicket, owed: readonly NaiveLine[], work: NaiveMonth): readonly NaiveLine[] {
  const lines: NaiveLine[] = [];
  const own = (work.corrections ?? []).filter(({ ticketId, month }) => ticketId === ticket.id && month === work.month);
  for (const { id, vat: ownVat, amountCents } of own.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const vat = vatOf(ownVat, work);
    let left = 0;
    for (const line of [...owed, ...lines])
      if (JSON.stringify(line.vat) === JSON.stringify(vat)) left += line.amountCents;
    const whole = { ...nothing(ticket, "correction", work), sourceId: id, vat, amountCents: -Number(amountCents) };
    const off = Math.min(-forgiven(whole, work).amountCents, left);
    if (off > 0) lines.push({ ...whole, amountCents: -off });
  }
  return lines;
}

function forgiven(line: NaiveLine, work: NaiveMonth): NaiveLine {
  let { minutes, amountCents } = line;
  for (const each of work.forgiven ?? []) {
    if (!isOf(line, each.key, work)) continue;
    const off = Number(each.amountCents);
    minutes = Math.max(0, minutes - each.minutes);
    amountCents =
      amountCents < 0 ? Math.min(0, amountCents - Math.min(0, off)) : Math.max(0, amountCents - Math.max(0, off));
  }
  return { ...line, minutes, amountCents };
}

function isOf(line: NaiveLine, key: Forgiveness["key"], { month }: NaiveMonth): boolean {
  const names = [line.ticketId, line.kind, line.window, line.sourceId, line.vat.category, line.vat.percent, month];
  const { ticketId, kind, window, sourceId, vat } = key;
  return (
    JSON.stringify(names) === JSON.stringify([ticketId, kind, window, sourceId, vat.category, vat.percent, key.month])
  );
}

function nothing(ticket: ChargedTicket, kind: string, work: NaiveMonth): NaiveLine {
  const vat = vatOf("standard", work);
  const empty = { window: null, sourceId: null, minutes: 0, hourlyRateCents: null, amountCents: 0 };
  return { ...empty, ticketId: ticket.id, kind, vat };
}

function vatOf(own: OwnVat, { rules, vatPosition }: NaiveMonth): Vat {
  if (vatPosition === "eu-business") return { category: "reverse-charge", percent: 0 };
  if (vatPosition === "outside-eu") return { category: "outside-scope", percent: 0 };
  if (own === "zero") return { category: "zero", percent: 0 };
  const { vatPercent, reducedVatPercent } = rules.terms;
  return { category: own, percent: own === "standard" ? vatPercent : reducedVatPercent };
}

function isInMonth({ date }: NaiveWall, { month }: NaiveMonth): boolean {
  return date.startsWith(month);
}

function zoneOf({ rules }: NaiveMonth): string {
  return rules.terms.timeZone;
}
