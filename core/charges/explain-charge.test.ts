import { describe, expect, it } from "vitest";
import { monthOf } from "../values/month.ts";
import { exampleEntry, exampleTicket, monthOfWork } from "./testing/charge-examples.ts";
import { chargeMonth } from "./charge-month.ts";
import type { Charge } from "./charge.ts";
import type { MonthToCharge } from "./charged-work.ts";
import { explainCharge, summariseCharge } from "./explain-charge.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const zone = { timeZone: "Europe/Amsterdam" };

const entries = [
  exampleEntry("administration", "2026-10-01T16:50+02:00", "2026-10-01T17:20+02:00"),
  exampleEntry("research", "2026-10-03T10:00+02:00", "2026-10-03T10:40+02:00"),
];

function explain(language: "nl" | "en", changes = {}): string[][] {
  const charges = chargeMonth(monthOfWork("2026-10", { tickets: [exampleTicket(changes)], entries }));
  return charges.map((charge) => explainCharge(charge, { ...zone, language }).map(plain));
}

const chargesOf = (work: Partial<MonthToCharge>) => chargeMonth({ ...monthOfWork("2026-10"), ...work });

describe("explaining a charge", () => {
  it("says each rule with its id and what it did, in Dutch", () => {
    expect(explain("nl")).toEqual([
      [
        "Voor elk aangemaakt ticket rekenen we minstens 0:15 u administratie, in de maand waarin het gemaakt is: oktober 2026 (T1).",
        "De eerste minuten administratie zitten in het starttarief; daarom is 0:15 u administratie hier niet apart gerekend (T1).",
        "De minuten zijn opgeteld en één keer op de cent afgerond: 0:15 u × € 100,00 per uur = € 25,00 (CE4).",
      ],
      [
        "Het tarief volgt uit het moment waarop we werken; 0:15 u telt als buiten kantooruren: administratie 1 okt 2026 17:05-17:20 (M4).",
        "De minuten zijn opgeteld en één keer op de cent afgerond: 0:15 u × € 125,00 per uur = € 31,25 (CE4).",
      ],
      [
        "Het tarief volgt uit het moment waarop we werken; 0:40 u telt als weekend of feestdag: onderzoek 3 okt 2026 10:00-10:40 (M4).",
        "De minuten zijn opgeteld en één keer op de cent afgerond: 0:40 u × € 145,00 per uur = € 96,67 (CE4).",
      ],
    ]);
  });

  it.each([
    ["2026-03-29", "2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00", "1:00", "klok een uur vooruit"],
    ["2026-10-25", "2026-10-25T01:30+02:00", "2026-10-25T03:30+01:00", "3:00", "klok een uur terug"],
  ])("says what the clock did on %s, so that its sum is understood (M4)", (date, start, end, hours, note) => {
    const work = {
      entries: [exampleEntry("research", start, end)],
      tickets: [exampleTicket({ outsideHoursAgreedAt: Temporal.Instant.from("2026-01-01T00:00Z") })],
    };
    const charge = chargeMonth(monthOfWork(date.slice(0, 7), work)).find(({ kind }) => kind === "work");
    if (charge === undefined) throw new Error("work is charged");
    const day = `${Number(date.slice(8))} ${date.slice(5, 7) === "03" ? "mrt" : "okt"} 2026`;
    expect(plain(explainCharge(charge, { ...zone, language: "nl" })[0] ?? "")).toBe(
      `Het tarief volgt uit het moment waarop we werken; ${hours} u telt als weekend of feestdag: onderzoek ${day} 1:30-3:30, ${note} (M4).`,
    );
    expect(plain(summariseCharge(charge, { ...zone, language: "nl" }))).toContain(`${day} 1:30-3:30, ${note}, weekend`);
  });

  it("says what was not agreed and what makes a ticket additional, in English", () => {
    const [startFee, work] = explain("en", { outsideHoursAgreedAt: null, isAdditional: true, numberInMonth: 16 });
    expect(startFee?.[2]).toBe(
      "Beyond 15 tickets a month a ticket is an additional ticket. This was number 16; its rate is at least that of an additional ticket, here €115.00 an hour (T5).",
    );
    expect(work?.[0]).toContain("came before that and counts as office hours, 0:55 h");
    expect(work?.at(-1)).toContain("0:55 h × €115.00 an hour = €105.42 (CE4)");
  });

  it("fits on one line with its minutes, times, window, rate, amount and rules", () => {
    // 77 min x 100.00 / 60 = 128.33.
    const worked = [exampleEntry("research", "2026-10-01T09:03+02:00", "2026-10-01T10:20+02:00")];
    const [, work] = chargesOf({ entries: worked });
    const inShort = (language: "nl" | "en") =>
      work === undefined ? "" : plain(summariseCharge(work, { ...zone, language }));
    expect(inShort("nl")).toBe("77 minuten, 1 okt 2026 9:03-10:20, kantooruren, € 100/uur = € 128,33; regel M4, CE4");
    expect(inShort("en")).toBe("77 minutes, 1 Oct 2026 9:03-10:20, office hours, €100/hour = €128.33; rule M4, CE4");
  });

  it("is on that line without time, window and rate where it has none", () => {
    const [, cost] = chargesOf({
      expenses: [
        {
          id: "x1",
          ticketId: "t1",
          addendumId: "a1",
          on: Temporal.PlainDate.from("2026-10-05"),
          description: "parking",
          amountCents: 1250n,
          vat: "standard",
        },
      ],
    });
    expect(cost && plain(summariseCharge(cost, { ...zone, language: "en" }))).toBe("€12.50; rule A3");
  });

  it("says what was invoiced earlier, also when that was more", () => {
    const line: Pick<Charge, "month" | "windowNames" | "hourlyRateCents" | "amountCents" | "reasons"> = {
      month: monthOf("2026-10"),
      windowNames: null,
      hourlyRateCents: 10_000n,
      amountCents: 0n,
      reasons: [
        {
          rule: "CE7",
          kind: "already-invoiced",
          minutesTotal: 0,
          minutesBefore: 50,
          amountTotalCents: 0,
          amountBeforeCents: 8333,
        },
      ],
    };
    expect(explainCharge(line, { ...zone, language: "nl" }).map(plain)).toEqual([
      "Alles bij elkaar is 0:00 u (€ 0,00); eerder gefactureerd was 0:50 u (€ 83,33). Alleen het verschil staat hier (CE7).",
    ]);
  });
});
