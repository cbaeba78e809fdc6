import { describe, expect, it } from "vitest";
import { chargeMonth } from "../../core/charges/charge-month.ts";
import { exampleEntry, exampleTicket } from "../../core/charges/charge-examples.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import { monthOf } from "../../core/values/month.ts";
import { explainCharge } from "./explain-charge.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

function explain(language: "nl" | "en", changes = {}): string[][] {
  const charges = chargeMonth({
    terms: defaultTerms(2026),
    extraHolidays: [],
    tickets: [exampleTicket(changes)],
    entries: [
      exampleEntry("administration", "2026-10-01T16:50+02:00", "2026-10-01T17:20+02:00"),
      exampleEntry("research", "2026-10-03T10:00+02:00", "2026-10-03T10:40+02:00"),
    ],
    month: monthOf("2026-10"),
  });
  return charges.map((charge) => explainCharge(charge, language).map(plain));
}

describe("explaining a charge", () => {
  it("says each rule with its id and what it did, in Dutch", () => {
    expect(explain("nl")).toEqual([
      [
        "Voor elk aangemaakt ticket rekenen we minstens 0:15 u administratie, in de maand waarin het gemaakt is: oktober 2026 (T1).",
        "De eerste minuten administratie zitten in het starttarief; daarom is 0:15 u administratie hier niet apart gerekend (T1).",
        "De minuten zijn opgeteld en één keer op de cent afgerond: 0:15 u × € 100,00 per uur = € 25,00 (CE4).",
      ],
      [
        "Het tarief volgt uit het moment waarop we werken. Buiten kantooruren werkten we 0:15 u: administratie 1 okt 2026 17:05-17:20 (M4).",
        "De minuten zijn opgeteld en één keer op de cent afgerond: 0:15 u × € 125,00 per uur = € 31,25 (CE4).",
      ],
      [
        "Het tarief volgt uit het moment waarop we werken. In het weekend of op een feestdag werkten we 0:40 u: onderzoek 3 okt 2026 10:00-10:40 (M4).",
        "De minuten zijn opgeteld en één keer op de cent afgerond: 0:40 u × € 145,00 per uur = € 96,67 (CE4).",
      ],
    ]);
  });

  it("says what was not agreed and what makes a ticket additional, in English", () => {
    const [startFee, work] = explain("en", { outsideHoursAgreedAt: null, isAdditional: true, numberInMonth: 16 });
    expect(startFee?.[2]).toBe(
      "Beyond 15 tickets a month a ticket is an additional ticket. This was number 16; its rate is at least that of an additional ticket, here €115.00 an hour (T5).",
    );
    expect(work?.[0]).toContain("came before that and counts as office hours, 0:55 h");
    expect(work?.at(-1)).toContain("0:55 h × €115.00 an hour = €105.42 (CE4)");
  });

  it("says what was invoiced earlier, also when that was more", () => {
    const sentences = explainCharge(
      {
        month: monthOf("2026-10"),
        hourlyRateCents: 10_000n,
        amountCents: 0n,
        reasons: [{ rule: "CE7", kind: "already-invoiced", minutesTotal: 0, minutesBefore: 50 }],
      },
      "nl",
    );
    expect(sentences.map(plain)).toEqual([
      "Alles bij elkaar is 0:00 u; eerder gefactureerd was 0:50 u. Alleen het verschil staat hier (CE7).",
    ]);
  });
});
