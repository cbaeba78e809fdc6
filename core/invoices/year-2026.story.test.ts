import { describe, expect, it } from "vitest";
import { openAccount } from "../../test/support/customer-account.ts";
import { type ContractTerms, defaultTerms, standardWindows } from "../contracts/terms.ts";
import { monthOf } from "../values/month.ts";

/** In 2027 an hour costs 104, 130 or 150. */
function termsOf(year: number): ContractTerms {
  if (year < 2027) return defaultTerms(year);
  return {
    ...defaultTerms(year),
    windows: standardWindows({ office: 10_400n, outside: 13_000n, "weekend-holiday": 15_000n }),
  };
}

const account = openAccount(termsOf);
/** An invoice's or credit note's lines and its totals, or why there is none. */
function told(result: ReturnType<typeof account.invoices>) {
  return result.ok ? [...result.value.lines, result.value.totals] : result.refusal;
}

const agreed = (at: string) => ({ outsideHoursAgreedAt: Temporal.Instant.from(at) });

/** Each month follows from the ones before it, so they are told in order. */
describe("a customer's year 2026, told month by month", () => {
  it("January: a ticket, and its cost on 1 February (M2, M3, M4, T1)", () => {
    account.creates("T01", "2026-01-05T10:07:30+01:00");
    // 12 minutes of administration, which the start fee covers.
    account.works("T01", "administration", ["2026-01-05T10:10+01:00", "2026-01-05T10:22+01:00"]);
    account.works("T01", "research", ["2026-01-05T10:30+01:00", "2026-01-05T11:47+01:00"]);
    // 15 x 100.00 / 60 = 25.00; 77 x 100.00 / 60 = 128.33; 21 % of 153.33 = 32.1993.
    expect(told(account.invoices("2026-02-01"))).toEqual([
      "T01 2026-01 start-fee office: 15 min 25.00",
      "T01 2026-01 work office: 77 min 128.33",
      "2026-0001, due 2026-02-15: 153.33 + standard 21 % 32.20 = 185.53",
    ]);
  });

  it("February: work of January is written down late, dated as worked (M2, M5, CE7)", () => {
    // Friday until 17:20; nobody agreed to the last 20 minutes, so all 35 are office hours.
    account.works("T01", "resolution", ["2026-01-30T16:45+01:00", "2026-01-30T17:20+01:00"]);
    // 3 more minutes are covered by January's start fee, 7 are charged.
    account.works("T01", "administration", ["2026-02-02T09:00+01:00", "2026-02-02T09:10+01:00"]);
    // Withdrawn the same day: it costs its start fee (T1).
    account.creates("T02", "2026-02-10T15:00+01:00");
    // January: 112 x 100.00 / 60 = 186.67, less 128.33 = 58.34. February: 7 x 100.00 / 60 = 11.67. 21 % of 95.01 =
    // 19.9521.
    expect(told(account.invoices("2026-03-01"))).toEqual([
      "T01 2026-01 work office: 35 min 58.34",
      "T01 2026-02 work office: 7 min 11.67",
      "T02 2026-02 start-fee office: 15 min 25.00",
      "2026-0002, due 2026-03-15: 95.01 + standard 21 % 19.95 = 114.96",
    ]);
  });

  it("March: a night that is an hour short, and a last night that is April's too (M4, CE1, CE3)", () => {
    account.creates("T03", "2026-03-28T22:00+01:00", agreed("2026-03-28T22:00+01:00"));
    account.authorises("T03", { id: "w1" });
    // From 23:30 to 3:30 by the clock are three hours, all of a Saturday and a Sunday.
    account.works("T03", "research", ["2026-03-28T23:30+01:00", "2026-03-29T03:30+02:00"], "w1");
    // 60 minutes of Tuesday and 30 of Wednesday.
    account.works("T03", "resolution", ["2026-03-31T23:00+02:00", "2026-04-01T00:30+02:00"], "w1");
    // 180 x 145.00 / 60 = 435.00; 60 x 125.00 / 60 = 125.00; 21 % of 585.00 = 122.85.
    expect(told(account.invoices("2026-04-01"))).toEqual([
      "T03 2026-03 start-fee office: 15 min 25.00",
      "T03 2026-03 work outside: 60 min 125.00",
      "T03 2026-03 work weekend-holiday: 180 min 435.00",
      "2026-0003, due 2026-04-15: 585.00 + standard 21 % 122.85 = 707.85",
    ]);
  });

  it("April: Easter Monday and King's Day are one line; before the agreement all is office hours (CE2, CE4, M5)", () => {
    account.creates("T04", "2026-04-02T09:00+02:00", agreed("2026-04-04T12:00+02:00"));
    // Good Friday is a workday like any other; the half hour after 17:00 was not agreed to.
    account.works("T04", "research", ["2026-04-03T10:00+02:00", "2026-04-03T11:00+02:00"]);
    account.works("T04", "research", ["2026-04-03T17:00+02:00", "2026-04-03T17:30+02:00"]);
    account.works("T04", "resolution", ["2026-04-06T10:00+02:00", "2026-04-06T10:40+02:00"]);
    account.works("T04", "resolution", ["2026-04-27T14:00+02:00", "2026-04-27T14:25+02:00"]);
    // March's night: 30 x 125.00 / 60 = 62.50. 90 x 100.00 / 60 = 150.00. 65 x 145.00 / 60 = 157.08, where 40 and 25
    // minutes by themselves would be 96.67 + 60.42 = 157.09. 21 % of 394.58 = 82.8618.
    expect(told(account.invoices("2026-05-01"))).toEqual([
      "T03 2026-04 work outside: 30 min 62.50",
      "T04 2026-04 start-fee office: 15 min 25.00",
      "T04 2026-04 work office: 90 min 150.00",
      "T04 2026-04 work weekend-holiday: 65 min 157.08",
      "2026-0004, due 2026-05-15: 394.58 + standard 21 % 82.86 = 477.44",
    ]);
  });

  let mistaken = "";

  it("May: Liberation Day is a workday in 2026, Ascension Day is not (CE2)", () => {
    account.creates("T05", "2026-05-05T09:50+02:00", agreed("2026-05-05T09:50+02:00"));
    account.works("T05", "research", ["2026-05-05T10:00+02:00", "2026-05-05T11:30+02:00"]);
    mistaken = account.works("T05", "research", ["2026-05-08T13:00+02:00", "2026-05-08T14:00+02:00"]);
    account.works("T05", "resolution", ["2026-05-14T10:00+02:00", "2026-05-14T10:30+02:00"]);
    // 150 x 100.00 / 60 = 250.00; 30 x 145.00 / 60 = 72.50; 21 % of 347.50 = 72.975, rounded up.
    expect(told(account.invoices("2026-06-01"))).toEqual([
      "T05 2026-05 start-fee office: 15 min 25.00",
      "T05 2026-05 work office: 150 min 250.00",
      "T05 2026-05 work weekend-holiday: 30 min 72.50",
      "2026-0005, due 2026-06-15: 347.50 + standard 21 % 72.98 = 420.48",
    ]);
  });

  it("June: an hour of May was another customer's and is taken back; a visit with its costs (A3, CE5, CE7)", () => {
    account.voids(mistaken);
    account.creates("T06", "2026-06-08T09:00+02:00");
    const travel = { kind: "per-kilometre", centsPerKilometre: 45n } as const;
    const addendum = { id: "a1", terms: { visitHourlyRate: 11_000n, minimumVisitMinutes: 60, travel } };
    const [start, end] = ["2026-06-09T13:00+02:00", "2026-06-09T13:40+02:00"].map((at) => Temporal.Instant.from(at));
    if (start === undefined || end === undefined) throw new Error("no times");
    account.visits("T06", { id: "v1", addendum, start, end, kilometres: 64 });
    const on = Temporal.PlainDate.from("2026-06-09");
    account.spends("T06", {
      id: "x1",
      addendumId: "a1",
      on,
      description: "cable",
      amountCents: 1250n,
      vat: "standard",
    });
    account.spends("T06", {
      id: "x2",
      addendumId: "a1",
      on,
      description: "manual",
      amountCents: 2000n,
      vat: "reduced",
    });
    // 40 minutes count as 60: 110.00. 64 km x 0.45 = 28.80.
    // 21 % of -100.00 + 25.00 + 110.00 + 28.80 + 12.50 = 76.30 is 16.023; 9 % of 20.00 is 1.80.
    expect(told(account.invoices("2026-07-01"))).toEqual([
      "T05 2026-05 work office: -60 min -100.00",
      "T06 2026-06 start-fee office: 15 min 25.00",
      "T06 2026-06 visit a1: 60 min 110.00",
      "T06 2026-06 travel a1: 28.80",
      "T06 2026-06 cost a1: 12.50",
      "T06 2026-06 cost a1: 20.00",
      "2026-0006, due 2026-07-15: 96.30 + standard 21 % 16.02 + reduced 9 % 1.80 = 114.12",
    ]);
  });

  it("July: June's invoice was addressed wrongly, is credited, and stands on July's again (CE7)", () => {
    expect(told(account.credits("2026-07-03", "2026-0006", "rebill"))).toEqual([
      "T05 2026-05 work office: 60 min 100.00",
      "T06 2026-06 start-fee office: -15 min -25.00",
      "T06 2026-06 visit a1: -60 min -110.00",
      "T06 2026-06 travel a1: -28.80",
      "T06 2026-06 cost a1: -12.50",
      "T06 2026-06 cost a1: -20.00",
      "2026-0007, due 2026-07-17: -96.30 + standard 21 % -16.02 + reduced 9 % -1.80 = -114.12",
    ]);
    expect(account.credits("2026-07-03", "2026-0006", "rebill")).toMatchObject({
      refusal: { code: "already-credited", positions: [1, 2, 3, 4, 5, 6] },
    });
    account.creates("T07", "2026-07-01T09:00+02:00");
    account.works("T07", "research", ["2026-07-01T09:10+02:00", "2026-07-01T09:30+02:00"]);
    // 20 x 100.00 / 60 = 33.33. 21 % of 76.30 + 58.33 = 134.63 is 28.2723.
    expect(told(account.invoices("2026-08-01"))).toEqual([
      "T05 2026-05 work office: -60 min -100.00",
      "T06 2026-06 start-fee office: 15 min 25.00",
      "T06 2026-06 visit a1: 60 min 110.00",
      "T06 2026-06 travel a1: 28.80",
      "T06 2026-06 cost a1: 12.50",
      "T06 2026-06 cost a1: 20.00",
      "T07 2026-07 start-fee office: 15 min 25.00",
      "T07 2026-07 work office: 20 min 33.33",
      "2026-0008, due 2026-08-15: 154.63 + standard 21 % 28.27 + reduced 9 % 1.80 = 184.70",
    ]);
  });

  it("August: fifteen tickets, and one that is additional (T4, T5, T6)", () => {
    for (let number = 1; number <= 15; number += 1)
      account.creates(`A${String(number).padStart(2, "0")}`, `2026-08-03T09:${String(number).padStart(2, "0")}+02:00`);
    account.creates("A16", "2026-08-04T16:20+02:00", agreed("2026-08-04T16:20+02:00"));
    account.works("A16", "research", ["2026-08-04T16:30+02:00", "2026-08-04T17:30+02:00"]);
    const issued = account.invoices("2026-09-01");
    // 15 x 25.00 = 375.00. Additional: 15 x 115.00 / 60 = 28.75 and 30 x 115.00 / 60 = 57.50, but 30 x 125.00 / 60 =
    // 62.50. 21 % of 523.75 = 109.9875.
    expect(issued).toMatchObject({
      value: { totals: "2026-0009, due 2026-09-15: 523.75 + standard 21 % 109.99 = 633.74" },
    });
    expect(issued.ok ? issued.value.lines.slice(14) : []).toEqual([
      "A15 2026-08 start-fee office: 15 min 25.00",
      "A16 2026-08 start-fee office: 15 min 28.75",
      "A16 2026-08 work office: 30 min 57.50",
      "A16 2026-08 work outside: 30 min 62.50",
    ]);
  });

  it("September: an hour is forgiven and does not come back, more work does; a price is corrected (CE7)", () => {
    // -57.50 - 62.50 = -120.00; 21 % is -25.20.
    expect(told(account.credits("2026-09-10", "2026-0009", "forgive", [17, 18]))).toEqual([
      "A16 2026-08 work office: -30 min -57.50",
      "A16 2026-08 work outside: -30 min -62.50",
      "2026-0010, due 2026-09-24: -120.00 + standard 21 % -25.20 = -145.20",
    ]);
    expect(account.difference()).toEqual([]);
    account.works("A16", "resolution", ["2026-08-31T11:00+02:00", "2026-08-31T11:10+02:00"]);
    account.creates("T09", "2026-09-07T09:00+02:00");
    account.works("T09", "research", ["2026-09-07T09:30+02:00", "2026-09-07T10:30+02:00"]);
    const correction = { id: "c1", month: monthOf("2026-09"), vat: "standard", reason: "it took us too long" } as const;
    account.corrects("T09", { ...correction, amountCents: 3000n });
    // 40 x 115.00 / 60 = 76.67, of which 57.50 is forgiven: 19.17. 21 % of 114.17 = 23.9757.
    expect(told(account.invoices("2026-10-01"))).toEqual([
      "A16 2026-08 work office: 10 min 19.17",
      "T09 2026-09 start-fee office: 15 min 25.00",
      "T09 2026-09 work office: 60 min 100.00",
      "T09 2026-09 correction c1: -30.00",
      "2026-0011, due 2026-10-15: 114.17 + standard 21 % 23.98 = 138.15",
    ]);
  });

  it("October: a night that has an hour twice (M4, CE1)", () => {
    account.creates("T10", "2026-10-24T20:00+02:00", agreed("2026-10-24T20:00+02:00"));
    account.authorises("T10", { id: "w2" });
    // From 1:30 to 3:30 by the clock are three hours.
    account.works("T10", "research", ["2026-10-25T01:30+02:00", "2026-10-25T03:30+01:00"], "w2");
    // 180 x 145.00 / 60 = 435.00; 21 % of 460.00 = 96.60.
    expect(told(account.invoices("2026-11-01"))).toEqual([
      "T10 2026-10 start-fee office: 15 min 25.00",
      "T10 2026-10 work weekend-holiday: 180 min 435.00",
      "2026-0012, due 2026-11-15: 460.00 + standard 21 % 96.60 = 556.60",
    ]);
  });

  it("November: nothing happened, so there is no invoice (M1)", () => {
    expect(account.invoices("2026-12-01")).toMatchObject({
      refusal: { code: "nothing-to-invoice", month: "2026-11" },
    });
  });

  it("December: Christmas, a quote by the hour and one for a price, and New Year's Eve (CE2, CE6, T3)", () => {
    account.creates("T11", "2026-12-01T09:00+01:00", agreed("2026-12-01T09:00+01:00"));
    account.creates("T12", "2026-12-02T09:00+01:00");
    account.authorises("T11", { id: "q1", heldYear: 2026, validUntil: "2027-01-08" });
    account.agreesOnPrice("T12", "q2", 150_000n);
    account.works("T12", "resolution", ["2026-12-14T09:00+01:00", "2026-12-14T19:00+01:00"], "q2");
    account.works("T11", "research", ["2026-12-25T10:00+01:00", "2026-12-25T11:00+01:00"]);
    account.works("T11", "resolution", ["2026-12-30T09:00+01:00", "2026-12-30T13:00+01:00"], "q1");
    account.works("T11", "resolution", ["2026-12-31T23:30+01:00", "2027-01-01T00:45+01:00"], "q1");
    // 60 x 145.00 / 60 = 145.00; under the quote 240 x 100.00 / 60 = 400.00 and 30 x 125.00 / 60 = 62.50.
    // The ten hours for one price cost nothing. 21 % of 657.50 = 138.075, rounded up.
    expect(told(account.invoices("2027-01-01"))).toEqual([
      "T11 2026-12 start-fee office: 15 min 25.00",
      "T11 2026-12 work weekend-holiday: 60 min 145.00",
      "T11 2026-12 work office q1: 240 min 400.00",
      "T11 2026-12 work outside q1: 30 min 62.50",
      "T12 2026-12 start-fee office: 15 min 25.00",
      "2027-0001, due 2027-01-15: 657.50 + standard 21 % 138.08 = 795.58",
    ]);
  });

  it("January 2027: new prices, a quote's old ones while they hold, and a customer who moved to Belgium (CE5, CE6, K5, T3)", () => {
    account.standsFrom({ from: monthOf("2027-01"), position: "eu-business" });
    account.works("T11", "research", ["2026-12-29T10:00+01:00", "2026-12-29T10:20+01:00"]);
    account.works("T11", "resolution", ["2027-01-08T10:00+01:00", "2027-01-08T11:00+01:00"], "q1");
    account.works("T11", "resolution", ["2027-01-11T10:00+01:00", "2027-01-11T11:00+01:00"], "q1");
    account.agreesOnPrice("T12", "q2", 150_000n, "2027-01-15");
    // Of December, at 21 %: 20 x 100.00 / 60 = 33.33, VAT 6.9993. After the quote's last day: 60 x 104.00 / 60 =
    // 104.00. At its prices: 60 x 100.00 / 60 = 100.00, and of New Year's Day 45 x 145.00 / 60 = 108.75.
    expect(told(account.invoices("2027-02-01"))).toEqual([
      "T11 2026-12 work office: 20 min 33.33",
      "T11 2027-01 work office: 60 min 104.00",
      "T11 2027-01 work office q1: 60 min 100.00",
      "T11 2027-01 work weekend-holiday q1: 45 min 108.75",
      "T12 2027-01 quote q2: 1500.00",
      "2027-0002, due 2027-02-15: 1846.08 + standard 21 % 7.00 + reverse-charge 0 % 0.00 = 1853.08",
    ]);
  });

  it("in the end all that was charged is invoiced, to the cent (CE7)", () => {
    expect(account.difference()).toEqual([]);
    // 153.33 + 95.01 + 585.00 + 394.58 + 347.50 + 96.30 - 96.30 + 154.63 + 523.75 - 120.00 + 114.17 + 460.00 + 657.50 +
    // 1846.08
    expect(account.invoicedCents()).toBe(521_155n);
    expect(account.invoices("2027-03-01")).toMatchObject({ refusal: { code: "nothing-to-invoice" } });
  });
});
