import { describe, expect, it } from "vitest";
import { openAccount } from "../../test/support/customer-account.ts";
import { defaultTerms } from "../contracts/terms.ts";
import { monthOf } from "../values/month.ts";

const account = openAccount(defaultTerms);
const travel = { kind: "fixed", centsPerVisit: 7500n } as const;
const addendum = { id: "a1", terms: { visitHourlyRate: 12_050n, minimumVisitMinutes: 90, travel } };

/** Each month follows from the ones before it, so they are told in order. */
describe("a business in Belgium, from its first month to its last", () => {
  it("pays no Dutch VAT on work, a visit, or costs of whichever rate, which are one line (A3, CE5)", () => {
    account.standsFrom({ from: monthOf("2026-09"), position: "eu-business" });
    account.creates("T01", "2026-09-14T09:00+02:00");
    account.works("T01", "research", ["2026-09-14T09:15+02:00", "2026-09-14T09:22+02:00"]);
    const [start, end] = [
      Temporal.Instant.from("2026-09-15T10:00+02:00"),
      Temporal.Instant.from("2026-09-15T11:37+02:00"),
    ];
    account.visits("T01", { id: "v1", addendum, start, end, kilometres: 210 });
    const on = Temporal.PlainDate.from("2026-09-15");
    const cost = { addendumId: "a1", on };
    account.spends("T01", { ...cost, id: "x1", description: "parking", amountCents: 1240n, vat: "standard" });
    account.spends("T01", { ...cost, id: "x2", description: "lunch", amountCents: 935n, vat: "reduced" });
    account.spends("T01", { ...cost, id: "x3", description: "toll", amountCents: 500n, vat: "zero" });
    // 7 x 100.00 / 60 = 11.67; 97 x 120.50 / 60 = 194.8083; 12.40 + 9.35 + 5.00 = 26.75.
    expect(told(account.invoices("2026-10-01"))).toEqual([
      "T01 2026-09 start-fee office: 15 min 25.00",
      "T01 2026-09 work office: 7 min 11.67",
      "T01 2026-09 visit a1: 97 min 194.81",
      "T01 2026-09 travel a1: 75.00",
      "T01 2026-09 cost a1: 26.75",
      "2026-0001, due 2026-10-15: 333.23 + reverse-charge 0 % 0.00 = 333.23",
    ]);
  });

  it("is forgiven a visit with its travel; its work goes on by the minute (CE7)", () => {
    expect(told(account.credits("2026-10-05", "2026-0001", "forgive", [3, 4]))).toEqual([
      "T01 2026-09 visit a1: -97 min -194.81",
      "T01 2026-09 travel a1: -75.00",
      "2026-0002, due 2026-10-19: -269.81 + reverse-charge 0 % 0.00 = -269.81",
    ]);
    account.works("T01", "resolution", ["2026-09-16T09:00+02:00", "2026-09-16T09:07+02:00"]);
    // 14 x 100.00 / 60 = 23.33, less 11.67 = 11.66.
    expect(told(account.invoices("2026-11-01"))).toEqual([
      "T01 2026-09 work office: 7 min 11.66",
      "2026-0003, due 2026-11-15: 11.66 + reverse-charge 0 % 0.00 = 11.66",
    ]);
  });

  it("moves outside the EU: what is charged from then on is outside the scope of VAT, September stays (CE5)", () => {
    account.standsFrom({ from: monthOf("2026-11"), position: "outside-eu" });
    account.works("T01", "resolution", ["2026-09-16T09:07+02:00", "2026-09-16T09:14+02:00"]);
    account.works("T01", "resolution", ["2026-11-02T10:00+01:00", "2026-11-02T10:50+01:00"]);
    // 21 x 100.00 / 60 = 35.00, less 23.33 = 11.67; 50 x 100.00 / 60 = 83.33.
    expect(told(account.invoices("2026-12-01"))).toEqual([
      "T01 2026-09 work office: 7 min 11.67",
      "T01 2026-11 work office: 50 min 83.33",
      "2026-0004, due 2026-12-15: 95.00 + reverse-charge 0 % 0.00 + outside-scope 0 % 0.00 = 95.00",
    ]);
    expect(account.difference()).toEqual([]);
    // 333.23 - 269.81 + 11.66 + 95.00.
    expect(account.invoicedCents()).toBe(17_008n);
  });
});

/** An invoice's or credit note's lines and its totals, or why there is none. */
function told(result: ReturnType<typeof account.invoices>) {
  return result.ok ? [...result.value.lines, result.value.totals] : result.refusal;
}
