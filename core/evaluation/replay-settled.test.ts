import { describe, expect, it } from "vitest";
import { officeWeek } from "../calendar/week.ts";
import { standardWindows } from "../contracts/terms.ts";
import { monthOf } from "../values/month.ts";
import { eveningWork, inShort, officeWork, replayed } from "./testing/replay-examples.ts";

describe("what was settled before a replay", () => {
  const key = { ticketId: "t1", month: monthOf("2026-10"), kind: "work", sourceId: null } as const;
  const vat = { category: "standard", percent: 21 } as const;
  const forgiven = {
    key: { ...key, window: "outside", vat },
    minutes: 30,
    amountCents: 6250n,
    reason: "Coulance",
    creditNote: "2026-0007",
  };

  it("stays corrected by the same amount, up to what the ticket costs there", () => {
    const correction = {
      id: "c1",
      ticketId: "t1",
      month: monthOf("2026-10"),
      amountCents: 9000n,
      vat: "standard",
      reason: "Te lang",
    } as const;
    const result = replayed(
      { entries: [officeWork], corrections: [correction] },
      { startFeeMinutes: 0, vatPercent: 19 },
    );
    // 25.00 + 83.33 - 90.00; without a start fee 83.33 - 83.33.
    expect(inShort(result)).toEqual([
      "T01 start-fee office: 2500 -> 0, -2500 T1 start-fee",
      "T01 work office: 8333 -> 8333, 0 CE5 vat",
      "T01 correction null: -9000 -> -8333, 667 CE5 vat CE7 forgiven-or-corrected",
    ]);
  });

  it("stays forgiven, whatever the VAT rate became", () => {
    const result = replayed({ entries: [eveningWork], forgiven: [forgiven] }, { vatPercent: 19, startFeeMinutes: 0 });
    // 30 min outside are forgiven on both sides: the line comes to nothing.
    expect(inShort(result)).toEqual([
      "T01 start-fee office: 2500 -> 0, -2500 T1 start-fee",
      "T01 work office: 5000 -> 5000, 0 CE5 vat",
    ]);
  });

  it("is charged for as far as it costs more: the credit was of an amount", () => {
    const windows = standardWindows({ office: 10_000n, outside: 13_000n, "weekend-holiday": 14_500n });
    const result = replayed({ entries: [eveningWork], forgiven: [forgiven] }, { windows });
    // 65.00 - 62.50.
    expect(inShort(result)).toEqual([
      "T01 start-fee office: 2500 -> 2500, 0",
      "T01 work office: 5000 -> 5000, 0",
      "T01 work outside: 0 -> 250, 250 CE7 forgiven-or-corrected",
    ]);
  });

  it("stays forgiven when its minutes count in another window: as a correction", () => {
    const week = officeWeek({ opens: "09:00", closes: "18:00" });
    const result = replayed({ entries: [eveningWork], forgiven: [forgiven] }, { week });
    // Before: 25.00 + 50.00. After: 25.00 + 100.00 - 62.50.
    expect(inShort(result)).toEqual([
      "T01 start-fee office: 2500 -> 2500, 0",
      "T01 work office: 5000 -> 10000, 5000 M4 windows",
      "T01 correction null: 0 -> -6250, -6250 CE7 forgiven-or-corrected",
    ]);
  });

  it("stays forgiven and no more than that where its window costs less", () => {
    const windows = standardWindows({ office: 10_000n, outside: 10_000n, "weekend-holiday": 14_500n });
    // 30 min outside are 50.00 instead of the 62.50 that were forgiven: nothing comes off the rest.
    expect(inShort(replayed({ entries: [eveningWork], forgiven: [forgiven] }, { windows })).slice(1)).toEqual([
      "T01 work office: 5000 -> 5000, 0",
    ]);
  });

  it.each([
    ["reduced", 9],
    ["zero", 0],
  ] as const)("stays forgiven of a cost at the %s rate, whatever that became", (category, percent) => {
    const expense = {
      id: "x1",
      ticketId: "t1",
      addendumId: "a1",
      on: Temporal.PlainDate.from("2026-10-05"),
      description: "a book",
      amountCents: 800n,
      vat: category,
    };
    const cost = { ...key, kind: "cost", window: null, sourceId: "a1", vat: { category, percent } } as const;
    const all = { ...forgiven, key: cost, minutes: 0, amountCents: 800n };
    const result = replayed({ expenses: [expense], forgiven: [all] }, { reducedVatPercent: 12 });
    expect(inShort(result)).toEqual(["T01 start-fee office: 2500 -> 2500, 0"]);
  });

  it("is an addendum's visit, which has rates of its own", () => {
    const visit = {
      id: "v1",
      ticketId: "t1",
      addendum: {
        id: "a1",
        terms: { visitHourlyRate: 13_000n, minimumVisitMinutes: 60, travel: { kind: "fixed", centsPerVisit: 4500n } },
      },
      start: Temporal.Instant.from("2026-10-05T10:00+02:00"),
      end: Temporal.Instant.from("2026-10-05T10:30+02:00"),
      kilometres: 0,
    } as const;
    const windows = standardWindows({ office: 20_000n, outside: 20_000n, "weekend-holiday": 20_000n });
    expect(inShort(replayed({ visits: [visit] }, { windows, startFeeMinutes: 0 })).slice(1)).toEqual([
      "T01 visit null: 13000 -> 13000, 0",
      "T01 travel null: 4500 -> 4500, 0",
    ]);
  });
});
