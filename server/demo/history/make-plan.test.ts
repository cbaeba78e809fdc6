import { describe, expect, it } from "vitest";
import { allOrganisations } from "../content/more-organisations.ts";
import { spanUpTo } from "./local-calendar.ts";
import { makePlan } from "./make-plan.ts";
import type { TicketDeed } from "./act.ts";
import type { PlannedStep, TicketStep } from "./plan.ts";

const moments = {
  "an ordinary Sunday": "2026-11-22T19:00:00+01:00",
  "the first seconds of a year": "2026-01-01T00:00:10+01:00",
  "New Year's Day": "2027-01-01T11:00:00+01:00",
  "a leap day": "2028-02-29T10:30:00+01:00",
  "the first of March": "2027-03-01T09:05:00+01:00",
  "the last evening of a year": "2026-12-31T23:59:00+01:00",
  "the hour that is skipped": "2026-03-29T03:00:00+02:00",
  "the hour that comes twice": "2026-10-25T02:30:00+01:00",
  "the end of a short month": "2027-02-28T17:30:00+01:00",
} as const;

const ticketSteps = (steps: readonly PlannedStep[]) =>
  steps.filter((step): step is TicketStep => step.kind === "ticket");
const creations = (steps: readonly PlannedStep[]) => ticketSteps(steps).filter(({ deed }) => deed.kind === "create");
const local = (instant: Temporal.Instant) => instant.toZonedDateTimeISO("Europe/Amsterdam");

describe.each(Object.entries(moments))("the demo's plan on %s", (_, text) => {
  const now = Temporal.Instant.from(text);
  const { steps } = makePlan(now);

  it("tells the same story each time", () => {
    expect(JSON.stringify(makePlan(now).steps)).toBe(JSON.stringify(steps));
  });

  it("is in order and has nothing of the future", () => {
    const times = steps.map((step) => step.at.epochMilliseconds);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(now.epochMilliseconds);
  });

  it("has 20 organisations and 400 tickets, three of them Anna's this month", () => {
    expect(steps.filter((step) => step.kind === "add-organisation")).toHaveLength(20);
    expect(creations(steps)).toHaveLength(400);
    const thisMonth = local(now).toPlainDate().toPlainYearMonth().toString();
    const annas = creations(steps).filter(
      (step) =>
        step.organisation === "bakkerij" && local(step.at).toPlainDate().toPlainYearMonth().toString() === thisMonth,
    );
    expect(annas).toHaveLength(3);
  });

  it("goes beyond fifteen tickets for one organisation in one month only", () => {
    const perMonth = Map.groupBy(
      creations(steps),
      (step) => `${step.organisation} ${local(step.at).toPlainDate().toPlainYearMonth().toString()}`,
    );
    const beyond = [...perMonth]
      .filter(([, tickets]) => tickets.length > 15)
      .map(([key, tickets]) => [key, tickets.length]);
    expect(beyond).toEqual([[`scholen ${spanUpTo(now).fullMonths[2]}`, 18]]);
  });

  it("never has a consultant in two places, nor at work in the future", () => {
    const slots = ticketSteps(steps).flatMap((step) =>
      step.deed.kind === "log-time" ? [{ by: step.by, at: step.at, ...step.deed.slot }] : [],
    );
    expect(slots.every((slot) => slot.end * 60_000 <= slot.at.epochMilliseconds)).toBe(true);
    for (const diary of Map.groupBy(slots, (slot) => slot.by).values()) {
      const inOrder = diary.toSorted((a, b) => a.start - b.start);
      expect(inOrder.filter((slot, index) => (inOrder[index + 1]?.start ?? Infinity) < slot.end)).toEqual([]);
    }
  });

  it("leaves Anna a question and a work order, others a work order and an expired quote", () => {
    const undecided = ["bakkerij", "notaris", "woning"].map((key) => {
      const own = ticketSteps(steps).filter((step) => step.organisation === key);
      const asked = own.filter(({ deed }) => deed.kind === "request-authorisation").map((step) => step.ticket);
      const decided = new Set(
        own.filter(({ deed }) => deed.kind === "decide-authorisation").map((step) => step.ticket),
      );
      return asked.filter((ticket) => !decided.has(ticket)).length;
    });
    expect(undecided.every((count) => count >= 1)).toBe(true);
    const last = Map.groupBy(
      ticketSteps(steps).filter((step) => step.organisation === "bakkerij"),
      (step) => step.ticket,
    );
    const waitsForAnna = (deed: TicketDeed | undefined) =>
      (deed?.kind === "reply" || deed?.kind === "set-waiting") && deed.waitsFor === "customer";
    expect([...last.values()].some((told) => waitsForAnna(told.at(-1)?.deed))).toBe(true);
  });

  it("leaves some tickets open, some not picked up yet, and no slot of a text unfilled", () => {
    const told = Map.groupBy(ticketSteps(steps), (step) => step.ticket);
    const open = [...told.values()].filter(
      (own) => !own.some(({ deed }) => deed.kind === "resolve" || deed.kind === "withdraw"),
    );
    expect(open.length).toBeGreaterThan(8);
    expect(open.length).toBeLessThan(80);
    expect(JSON.stringify(steps)).not.toMatch(/\{\w+\}/);
  });
});

describe("the demo's organisations", () => {
  it("live at addresses that cannot exist", () => {
    const addresses = allOrganisations.flatMap((one) => [
      one.signatory.mailAddress,
      ...one.seats.map((seat) => seat.mailAddress),
      one.domain,
    ]);
    expect(addresses.filter((address) => !address.endsWith(".example"))).toEqual([]);
  });
});
