import { describe, expect, it } from "vitest";
import { exampleEntry, exampleTicket } from "../charges/testing/charge-examples.ts";
import { beyondCeiling } from "./beyond-ceiling.ts";

describe("the tickets beyond a ceiling (T2)", () => {
  /** 15 minutes of start fee and an hour of research. */
  const work = {
    tickets: [exampleTicket()],
    entries: [exampleEntry("research", "2026-10-01T10:00+02:00", "2026-10-01T11:00+02:00")],
    authorisations: [],
  };
  const beyond = (authorisedMinutes: number, approved: number = 0) =>
    beyondCeiling(work, { authorisedMinutes }, new Map([["t1", approved]]));

  it("are those with more minutes, not those that come up to it", () => {
    expect(beyond(74)).toEqual([{ ticketId: "t1", reference: "T01", minutes: 1 }]);
    expect(beyond(75)).toEqual([]);
    expect(beyond(76)).toEqual([]);
  });

  it("may have the minutes that were approved as well (T3)", () => {
    expect(beyond(60, 15)).toEqual([]);
    expect(beyond(60, 14)).toMatchObject([{ minutes: 1 }]);
  });

  it("do not count work for one price (T3)", () => {
    const fixedPrice = { amountCents: 5000n, deliveredOn: null };
    const quote = { id: "q1", ticketId: "t1", validUntil: null, heldRules: null, fixedPrice };
    const entries = work.entries.map((entry) => ({ ...entry, authorisationId: "q1" }));
    expect(beyondCeiling({ ...work, entries, authorisations: [quote] }, { authorisedMinutes: 15 }, new Map())).toEqual(
      [],
    );
  });
});
