import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { naiveWall } from "../core/calendar/testing/naive-calendar.ts";
import { naiveCharges } from "../core/charges/testing/naive-charging.ts";
import { naiveTotals } from "../core/charges/testing/naive-money.ts";
import type { MonthToRate, RatedTicket } from "../core/charges/rate-month.ts";
import { readMonthFile } from "./month-file.ts";

const folder = join(import.meta.dirname, "../test/cases");

/** The expected output of `kwartier rate` for a case, counted minute by minute. */
function naively({ month, terms, tickets, entries }: MonthToRate) {
  const monthOf = ({ createdAt }: RatedTicket) =>
    naiveWall(Math.floor(createdAt.epochMilliseconds / 60_000), terms.timeZone).date.slice(0, 7);
  const isBefore = (a: RatedTicket, b: RatedTicket) => {
    const [first, second] = [a.createdAt.epochNanoseconds, b.createdAt.epochNanoseconds];
    return first < second || (first === second && a.reference < b.reference);
  };
  const numbered = tickets.map((ticket) => {
    const earlier = tickets.filter((other) => monthOf(other) === monthOf(ticket) && isBefore(other, ticket));
    const { reference, createdAt } = ticket;
    return {
      id: reference,
      reference,
      createdAt,
      numberInMonth: earlier.length + 1,
      isAdditional: terms.ticketsPerMonth !== null && earlier.length >= terms.ticketsPerMonth,
      startFeeMinutes: terms.startFeeMinutes,
      outsideHoursAgreedAt: ticket.isOutsideHoursAgreed ? createdAt : null,
    };
  });
  const worked = entries.map((entry, index) => ({ ...entry, id: String(index), ticketId: entry.ticket }));
  const rules = { terms, ownHolidays: [] };
  const charged = naiveCharges({ month, rules, held: new Map(), tickets: numbered, entries: worked });
  const { subtotalCents, vatCents, totalCents } = naiveTotals(charged);
  const lines = charged.map(({ ticketId: ticket, kind, window, minutes, hourlyRateCents, amountCents }) => {
    return { ticket, kind, window, minutes, hourlyRateCents, amountCents };
  });
  return { month, lines: lines.toSorted(compareLines), subtotalCents, vatCents, totalCents };
}

function compareLines(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

describe("the cases of the contract's arithmetic, counted minute by minute", () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith(".json")))("say the same: %s", async (name) => {
    const { input, expected } = JSON.parse(readFileSync(join(folder, name), "utf8")) as Case;
    const read = await readMonthFile("-", {
      read: () => Readable.from([new TextEncoder().encode(JSON.stringify(input))]),
    });
    if (!("input" in read)) throw new Error(read.problems.join("\n"));
    expect(naively(read.input)).toEqual({ ...expected, lines: expected.lines.toSorted(compareLines) });
  });
});

interface Case {
  readonly input: unknown;
  readonly expected: { readonly lines: readonly object[] };
}
