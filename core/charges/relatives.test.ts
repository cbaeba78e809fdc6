import { describe, expect, it } from "vitest";
import { splitAtCeiling } from "../authorisations/ceiling.ts";
import type { Week, WindowStart } from "../calendar/week.ts";
import { workingCalendar } from "../calendar/working-days.ts";
import { checkTerms } from "../contracts/check-terms.ts";
import { wholeText } from "../contracts/testing/clause-examples.ts";
import { contractClauses } from "../contracts/clauses.ts";
import { decideTermination } from "../contracts/termination.ts";
import { type ContractTerms, defaultTerms } from "../contracts/terms.ts";
import { decideNewTicket } from "../tickets/new-ticket.ts";
import { pickupAimEndsAt } from "../tickets/pickup-aim.ts";
import { chargesInShort, exampleEntry, exampleTicket, monthOfWork } from "./testing/charge-examples.ts";
import { chargeMonth } from "./charge-month.ts";
import { totalsOf } from "./totals.ts";

const standard = defaultTerms(2026);

/** Terms of another provider, which must be sound. */
function provider(changes: Partial<ContractTerms>): ContractTerms {
  const terms = { ...standard, ...changes };
  expect(checkTerms(terms)).toEqual([]);
  return terms;
}

const inDutch = (terms: ContractTerms) => wholeText("nl", contractClauses(terms));
const starts = (...all: readonly (readonly [from: string, window: string])[]): readonly WindowStart[] =>
  all.map(([from, window]) => ({ from, window }));

describe("a provider with evenings, nights and a Saturday rate", () => {
  const workday = starts(["00:00", "night"], ["07:00", "day"], ["18:00", "evening"], ["22:30", "night"]);
  const saturday = starts(["00:00", "night"], ["08:00", "saturday"], ["20:00", "night"]);
  const free = starts(["00:00", "free"]);
  const weekdays = { monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday };
  const week: Week = { ...weekdays, saturday, sunday: free, holiday: free };
  const window = (id: string, nl: string, hourlyRate: bigint) => ({ id, names: { nl, en: id }, hourlyRate });
  const terms = () =>
    provider({
      week,
      usualWindow: "day",
      windows: [
        window("day", "overdag", 9500n),
        window("evening", "avond", 11_750n),
        window("night", "nacht", 16_000n),
        window("saturday", "zaterdag", 12_500n),
        window("free", "zon- en feestdag", 17_550n),
      ],
    });

  it("charges a long Thursday evening and the Saturday after it, each minute in its window", () => {
    // Thursday 17:30-23:10: day 30 min x 95.00 / 60 = 47.50; evening 270 min x 117.50 / 60 = 528.75; night 40 min x
    // 160.00 / 60 = 106.67. Saturday 7:45-9:00: night 15 more, so 55 min x 160.00 / 60 = 146.67; Saturday 60 min =
    // 125.00. Start fee 15 min x 95.00 / 60 = 23.75.
    const entries = [
      exampleEntry("research", "2026-10-01T17:30+02:00", "2026-10-01T23:10+02:00"),
      exampleEntry("research", "2026-10-03T07:45+02:00", "2026-10-03T09:00+02:00"),
    ];
    expect(chargesInShort("2026-10", [exampleTicket()], entries, terms())).toEqual([
      "start-fee day 15 x 9500 = 2375",
      "work day 30 x 9500 = 4750",
      "work evening 270 x 11750 = 52875",
      "work night 55 x 16000 = 14667",
      "work saturday 60 x 12500 = 12500",
    ]);
    // 23.75 + 47.50 + 528.75 + 146.67 + 125.00 = 871.67; 21 % of it is 183.0507, so 183.05.
    const charges = chargeMonth(monthOfWork("2026-10", { terms: terms(), entries }));
    expect(totalsOf(charges)).toMatchObject({ subtotalCents: 87_167n, vatCents: 18_305n, totalCents: 105_472n });
  });

  it("counts all of it as daytime without an agreement, also the night (M5)", () => {
    // 340 min x 95.00 / 60 = 538.33.
    const entry = exampleEntry("research", "2026-10-01T17:30+02:00", "2026-10-01T23:10+02:00");
    const ticket = exampleTicket({ outsideHoursAgreedAt: null, isStartFeeWaived: true });
    expect(chargesInShort("2026-10", [ticket], [entry], terms())).toEqual(["work day 340 x 9500 = 53833"]);
  });

  it("says so in its contract", () => {
    expect(inDutch(terms())).toContain(
      "nacht | maandag tot en met vrijdag van 0:00 tot 7:00 en van 22:30 tot 24:00; zaterdag van 0:00 tot 8:00 en van 20:00 tot 24:00 | € 160,00",
    );
    expect(inDutch(terms())).toContain("zon- en feestdag | zondag en feestdagen de hele dag | € 175,50");
  });
});

describe("a provider without a limit of tickets", () => {
  const terms = () => provider({ ticketsPerMonth: null });

  it("asks nobody to confirm the fortieth, and charges it as the first (T4, T5)", () => {
    const fortieth = decideNewTicket({ numberInMonth: 40, isConfirmed: false }, terms());
    expect(fortieth).toMatchObject({ ok: true, value: { isAdditional: false } });
    const ticket = exampleTicket({ numberInMonth: 40, ...(fortieth.ok ? fortieth.value : {}) });
    expect(chargesInShort("2026-10", [ticket], [], terms())).toEqual(["start-fee office 15 x 10000 = 2500"]);
  });

  it("names no rate that nobody pays", () => {
    expect(inDutch(terms())).not.toContain("€ 115");
    expect(inDutch(terms())).toContain("je maakt zoveel tickets aan als nodig is");
  });
});

describe("a provider that charges at least half an hour", () => {
  const terms = () => provider({ startFeeMinutes: 30 });

  it("takes thirty minutes for a ticket, and covers as much administration (T1)", () => {
    // Start fee 30 min x 100.00 / 60 = 50.00; of 40 min of administration 10 are charged: 16.67.
    const made = decideNewTicket({ numberInMonth: 1, isConfirmed: false }, terms());
    const ticket = exampleTicket(made.ok ? made.value : {});
    const entry = exampleEntry("administration", "2026-10-01T10:00+02:00", "2026-10-01T10:40+02:00");
    expect(chargesInShort("2026-10", [ticket], [entry], terms())).toEqual([
      "start-fee office 30 x 10000 = 5000",
      "work office 10 x 10000 = 1667",
    ]);
  });

  it("says what that is in money", () => {
    expect(inDutch(terms())).toContain("minstens 0:30 u administratie, het starttarief: € 50,00, of € 57,50");
  });
});

describe("a provider with a ceiling of four hours", () => {
  it("charges a day's work of five hours until 12:45, and writes down the rest (T2)", () => {
    // 240 min less the start fee of 15 leaves 225: from 9:00 on until 12:45. The 75 min to 14:00 are not charged.
    const terms = provider({ authorisedMinutes: 240 });
    const [start, end] = ["2026-10-01T09:00+02:00", "2026-10-01T14:00+02:00"].map((at) => Temporal.Instant.from(at));
    if (start === undefined || end === undefined) throw new Error("both are given");
    const parted = splitAtCeiling({ step: "resolution", start, end }, { entries: [], ...terms });
    const until = Temporal.Instant.from("2026-10-01T12:45+02:00");
    expect(parted).toEqual({ chargeable: { start, end: until }, notChargeable: { start: until, end } });
    expect(inDutch(terms)).toContain("zonder akkoord hooguit 4:00 u");
  });
});

describe("a provider with one rate for additional tickets", () => {
  it("charges a sixteenth ticket on a Sunday less than a first, as its contract says (T5)", () => {
    // Sunday 4 October, an hour: 115.00 instead of 145.00. Start fee 15 min x 115.00 / 60 = 28.75.
    const terms = provider({ additionalTicketRule: "flat" });
    const ticket = exampleTicket({ isAdditional: true, numberInMonth: 16 });
    const entry = exampleEntry("research", "2026-10-04T10:00+02:00", "2026-10-04T11:00+02:00");
    expect(chargesInShort("2026-10", [ticket], [entry], terms)).toEqual([
      "start-fee office 15 x 11500 = 2875",
      "work weekend-holiday 60 x 11500 = 11500",
    ]);
    expect(inDutch(terms)).toContain(
      "weekend of feestdag | zaterdag, zondag en feestdagen de hele dag | € 145,00 | € 115,00",
    );
  });
});

describe("a provider that aims in working days", () => {
  it("counts no weekend and no Whit Monday (B3)", () => {
    // Made on Thursday 21 May 2026: Friday 22 is the first day, Monday 25 is Whit Monday, Tuesday 26 the second.
    const terms = provider({ pickupAim: { days: 2, kind: "working" } });
    const made = Temporal.Instant.from("2026-05-21T16:00+02:00");
    const end = pickupAimEndsAt(made, terms, workingCalendar({ terms, extraHolidays: [] }));
    expect(end.toString()).toBe("2026-05-26T22:00:00Z");
    expect(inDutch(terms)).toContain("binnen 2 werkdagen na de dag waarop je het aanmaakt");
  });
});

describe("a provider with two months' notice", () => {
  const endOf = (today: string) => {
    const date = (text: string) => Temporal.PlainDate.from(text);
    const period = { startsOn: date("2026-01-01"), endsOn: date("2026-12-31") };
    const ended = decideTermination({ recorded: "signed", period }, date(today), provider({ noticeMonths: 2 }));
    return ended.ok && "period" in ended.value ? ended.value.period.endsOn.toString() : "not terminated";
  };

  it("lets a contract end two whole months after the one in which it is terminated, never after the year (K3, K4)", () => {
    expect(endOf("2026-03-01")).toBe("2026-05-31");
    expect(endOf("2026-03-31")).toBe("2026-05-31");
    expect(endOf("2026-11-15")).toBe("2026-12-31");
  });

  it("says so with an example", () => {
    expect(inDutch(provider({ noticeMonths: 2 }))).toContain("opgezegd op 10 maart 2026 eindigt het op 31 mei 2026");
  });
});
