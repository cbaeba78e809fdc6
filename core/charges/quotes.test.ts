import { describe, expect, it } from "vitest";
import { defaultTerms, standardWindows } from "../contracts/terms.ts";
import { exampleEntry, exampleTicket, monthOfWork } from "./testing/charge-examples.ts";
import { chargeMonth } from "./charge-month.ts";
import type { ChargedAuthorisation, MonthToCharge } from "./charged-work.ts";
import { chargeRules } from "./rules.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

const dearer = { office: 11_000n, outside: 13_500n, "weekend-holiday": 15_500n };
/** In 2027 an office hour costs 110.00 instead of 100.00. */
const rules2027 = chargeRules({ ...defaultTerms(2027), windows: standardWindows(dearer) });

function quote(id: string, changes: Partial<ChargedAuthorisation> = {}): ChargedAuthorisation {
  const heldRules = chargeRules(defaultTerms(2026));
  return { id, ticketId: "t1", validUntil: day("2027-01-11"), heldRules, fixedPrice: null, ...changes };
}

const onePrice = (id: string, amountCents: bigint, deliveredOn: Temporal.PlainDate | null) =>
  quote(id, { heldRules: null, fixedPrice: { amountCents, deliveredOn } });

/** An hour of an office morning in January 2027 under an authorisation. */
const hourOn = (date: string, authorisationId: string | null) =>
  exampleEntry("research", `${date}T10:00+01:00`, `${date}T11:00+01:00`, { authorisationId });

const charged = (work: Partial<MonthToCharge>, month = "2027-01") =>
  chargeMonth({ ...monthOfWork(month), rules: rules2027, ...work }).map(
    ({ kind, sourceId, minutes, hourlyRateCents, amountCents }) =>
      `${kind} ${sourceId}: ${minutes} x ${hourlyRateCents} = ${amountCents}`,
  );

describe("work under a quote by the hour (T3)", () => {
  it("keeps the quote's prices through its last day, across the year's end, and no longer (CE6)", () => {
    const entries = [hourOn("2027-01-11", "q1"), hourOn("2027-01-12", "q1")];
    expect(charged({ entries, authorisations: [quote("q1")] })).toEqual([
      "work null: 60 x 11000 = 11000",
      "work q1: 60 x 10000 = 10000",
    ]);
  });

  it("says which year's prices hold, and until when", () => {
    const work = { entries: [hourOn("2027-01-04", "q1")], authorisations: [quote("q1")] };
    const [held] = chargeMonth({ ...monthOfWork("2027-01"), rules: rules2027, ...work });
    expect(held?.reasons).toContainEqual({
      rule: "T3",
      kind: "held-prices",
      authorisationId: "q1",
      validUntil: "2027-01-11",
      termsYear: 2026,
    });
  });

  it("is listed after ordinary work, quote by quote", () => {
    const entries = [hourOn("2027-01-04", "q2"), hourOn("2027-01-05", "q1"), hourOn("2027-01-06", null)];
    const inOrder = ["work null: 60 x 11000 = 11000", "work q1: 60 x 10000 = 10000", "work q2: 60 x 10000 = 10000"];
    const authorisations = [quote("q2"), quote("q1")];
    expect(charged({ entries, authorisations })).toEqual(inOrder);
    expect(charged({ entries: entries.toReversed(), authorisations })).toEqual(inOrder);
  });

  it("is charged as worked under a work order, which holds no prices", () => {
    const order = quote("w1", { validUntil: null, heldRules: null });
    expect(charged({ entries: [hourOn("2027-01-04", "w1")], authorisations: [order] })).toEqual([
      "work null: 60 x 11000 = 11000",
    ]);
  });
});

describe("work at one price (T3)", () => {
  it("is one line in the month of its delivery, whatever time it took", () => {
    const work = {
      entries: [hourOn("2027-01-04", "p1"), hourOn("2027-01-05", "p1")],
      authorisations: [onePrice("p1", 95_000n, day("2027-02-03"))],
    };
    expect(charged(work)).toEqual([]);
    expect(charged(work, "2027-02")).toEqual(["quote p1: 0 x null = 95000"]);
    expect(charged(work, "2027-03")).toEqual([]);
  });

  it("costs nothing as long as it was not delivered", () => {
    const authorisations = [onePrice("p1", 95_000n, null)];
    expect(charged({ entries: [hourOn("2027-01-04", "p1")], authorisations })).toEqual([]);
  });

  it("is listed quote by quote, each for its own ticket", () => {
    const tickets = [exampleTicket(), exampleTicket({ id: "t2", reference: "T02" })];
    const authorisations = [
      onePrice("p2", 200n, day("2027-01-20")),
      onePrice("p1", 100n, day("2027-01-21")),
      { ...onePrice("p0", 300n, day("2027-01-22")), ticketId: "t2" },
    ];
    expect(charged({ tickets, authorisations })).toEqual([
      "quote p1: 0 x null = 100",
      "quote p2: 0 x null = 200",
      "quote p0: 0 x null = 300",
    ]);
  });
});
