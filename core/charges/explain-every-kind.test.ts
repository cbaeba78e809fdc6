import { describe, expect, it } from "vitest";
import type { Language } from "../values/language.ts";
import { monthOf } from "../values/month.ts";
import type { Reason } from "./charge.ts";
import { explainCharge, type Explained } from "./explain-charge.ts";

type Kind = Reason["kind"];

/** A reason of a kind, the amount of its charge, and what is said of it. */
interface Told<Of extends Kind> extends Readonly<Record<Language, string>> {
  readonly reason: Extract<Reason, { readonly kind: Of }>;
  readonly cents?: bigint;
}

const work = {
  entryId: "e1",
  step: "research",
  start: "2026-10-01T16:30:00Z",
  end: "2026-10-01T17:07:00Z",
  minutes: 37,
} as const;

/** Every kind of reason: a new one does not compile until it is told in both languages. */
const told: { readonly [Of in Kind]: readonly Told<Of>[] } = {
  "start-fee": [
    {
      reason: { rule: "T1", kind: "start-fee", minutes: 15 },
      nl: "Voor elk aangemaakt ticket rekenen we minstens 0:15 u administratie, in de maand waarin het gemaakt is: oktober 2026 (T1).",
      en: "For every ticket created we charge at least 0:15 h of administration, in the month it was created: October 2026 (T1).",
    },
  ],
  "covered-administration": [
    {
      reason: { rule: "T1", kind: "covered-administration", minutes: 12 },
      nl: "De eerste minuten administratie zitten in het starttarief; daarom is 0:12 u administratie hier niet apart gerekend (T1).",
      en: "The start fee covers the first minutes of administration; that is why 0:12 h of administration is not charged separately here (T1).",
    },
  ],
  "window-minutes": [
    {
      reason: { rule: "M4", kind: "window-minutes", window: "outside", minutes: 37, entries: [work] },
      nl: "Het tarief volgt uit het moment waarop we werken; 0:37 u telt als ’s avonds: onderzoek 1 okt 2026 18:30-19:07 (M4).",
      en: "The rate follows from when we work; 0:37 h counts as evenings: research 1 Oct 2026 18:30-19:07 (M4).",
    },
  ],
  "outside-not-agreed": [
    {
      reason: { rule: "M5", kind: "outside-not-agreed", minutes: 37, entries: [work] },
      nl: "Andere uren rekenen we alleen vanaf het moment dat jullie daarmee instemmen. Dit werk viel daarvoor en telt als ’s avonds, 0:37 u: onderzoek 1 okt 2026 18:30-19:07 (M5).",
      en: "Other hours are charged only from the moment you agree to them. This work came before that and counts as evenings, 0:37 h: research 1 Oct 2026 18:30-19:07 (M5).",
    },
  ],
  authorised: [
    {
      reason: { rule: "T3", kind: "authorised", authorisationId: "a1", minutes: 90 },
      nl: "Wat boven het urenplafond uitkomt, doen we alleen met jullie akkoord. Hiervan viel 1:30 u onder zo'n akkoord (T3).",
      en: "What goes beyond the ceiling we do only with your authorisation. Of this, 1:30 h was done under one (T3).",
    },
  ],
  "held-prices": [
    {
      reason: { rule: "T3", kind: "held-prices", authorisationId: "a1", validUntil: "2027-01-31", termsYear: 2026 },
      nl: "De offerte houdt de prijzen van 2026 vast tot en met 31 jan 2027 (T3).",
      en: "The quote holds the prices of 2026 until 31 Jan 2027 (T3).",
    },
  ],
  "fixed-price": [
    {
      reason: { rule: "T3", kind: "fixed-price", authorisationId: "a1", deliveredOn: "2026-10-20" },
      cents: 95_000n,
      nl: "Voor dit werk is één prijs afgesproken in een offerte, hoeveel tijd het ook kost. Het is opgeleverd op 20 okt 2026: € 950,00 (T3).",
      en: "For this work one price was agreed in a quote, whatever time it takes. It was delivered on 20 Oct 2026: €950.00 (T3).",
    },
  ],
  "additional-ticket": [
    {
      reason: {
        rule: "T5",
        kind: "additional-ticket",
        number: 16,
        ticketsPerMonth: 15,
        additionalTicketRule: "at-least",
      },
      nl: "Boven 15 tickets per maand is een ticket een extra ticket. Dit was nummer 16; het tarief is minstens dat van een extra ticket, hier € 125,00 per uur (T5).",
      en: "Beyond 15 tickets a month a ticket is an additional ticket. This was number 16; its rate is at least that of an additional ticket, here €125.00 an hour (T5).",
    },
    {
      reason: { rule: "T5", kind: "additional-ticket", number: 16, ticketsPerMonth: 15, additionalTicketRule: "flat" },
      nl: "Boven 15 tickets per maand is een ticket een extra ticket. Dit was nummer 16: € 125,00 per uur (T5).",
      en: "Beyond 15 tickets a month a ticket is an additional ticket. This was number 16: €125.00 an hour (T5).",
    },
  ],
  amount: [
    {
      reason: { rule: "CE4", kind: "amount", minutes: 37, amountCents: 7708 },
      nl: "De minuten zijn opgeteld en één keer op de cent afgerond: 0:37 u × € 125,00 per uur = € 77,08 (CE4).",
      en: "The minutes are summed and rounded to the cent once: 0:37 h × €125.00 an hour = €77.08 (CE4).",
    },
  ],
  "vat-elsewhere": [
    {
      reason: { rule: "CE5", kind: "vat-elsewhere", category: "reverse-charge" },
      nl: "De btw is verlegd: jullie geven die aan in jullie eigen land (CE5).",
      en: "VAT is reverse-charged: you account for it in your own country (CE5).",
    },
    {
      reason: { rule: "CE5", kind: "vat-elsewhere", category: "outside-scope" },
      nl: "Over diensten aan een bedrijf buiten de EU rekenen we geen Nederlandse btw (CE5).",
      en: "Services to a business outside the EU carry no Dutch VAT (CE5).",
    },
  ],
  corrected: [
    {
      reason: { rule: "CE7", kind: "corrected", reason: "te lang gezocht" },
      cents: -2500n,
      nl: "Hiervoor rekenen we € 25,00 minder: te lang gezocht (CE7).",
      en: "We charge €25.00 less for this: te lang gezocht (CE7).",
    },
  ],
  forgiven: [
    {
      reason: {
        rule: "CE7",
        kind: "forgiven",
        minutes: 30,
        amountCents: 5000,
        reason: "ons misverstand",
        creditNote: "2026-0007",
      },
      nl: "Hiervan is € 50,00 kwijtgescholden met creditfactuur 2026-0007: ons misverstand (CE7).",
      en: "Of this, €50.00 was forgiven by credit note 2026-0007: ons misverstand (CE7).",
    },
  ],
  credited: [
    {
      reason: { rule: "CE7", kind: "credited", invoice: "2026-0006", reason: "verkeerd adres" },
      nl: "Dit neemt een regel van factuur 2026-0006 terug: verkeerd adres (CE7).",
      en: "This takes back a line of invoice 2026-0006: verkeerd adres (CE7).",
    },
  ],
  "already-invoiced": [
    {
      reason: alreadyInvoiced({ minutesTotal: 14, minutesBefore: 7, amountTotalCents: 2333, amountBeforeCents: 1167 }),
      nl: "Alles bij elkaar is 0:14 u (€ 23,33); eerder gefactureerd was 0:07 u (€ 11,67). Alleen het verschil staat hier (CE7).",
      en: "All together this is 0:14 h (€23.33); 0:07 h (€11.67) was invoiced earlier. Only the difference is here (CE7).",
    },
    {
      reason: alreadyInvoiced({ minutesTotal: 7, minutesBefore: 0, amountTotalCents: 1167, amountBeforeCents: 0 }),
      nl: "Alles bij elkaar is 0:07 u (€ 11,67); eerder gefactureerd was 0:00 u (€ 0,00). Alleen het verschil staat hier (CE7).",
      en: "All together this is 0:07 h (€11.67); 0:00 h (€0.00) was invoiced earlier. Only the difference is here (CE7).",
    },
    {
      // Costs take no time, so that none is told.
      reason: alreadyInvoiced({ minutesTotal: 0, minutesBefore: 0, amountTotalCents: 2850, amountBeforeCents: 1250 }),
      nl: "Alles bij elkaar is € 28,50; eerder gefactureerd was € 12,50. Alleen het verschil staat hier (CE7).",
      en: "All together this is €28.50; €12.50 was invoiced earlier. Only the difference is here (CE7).",
    },
  ],
  visits: [
    {
      reason: { rule: "A3", kind: "visits", minimumMinutes: 60, visits: [visit("v1"), visit("v2")] },
      nl: "Werk op locatie doen we volgens het addendum, met minstens 1:00 u per bezoek: 5 okt 2026 10:00-10:25, gerekend 1:00 u; 5 okt 2026 10:00-10:25, gerekend 1:00 u (A3).",
      en: "Work on site follows the addendum, with at least 1:00 h for each visit: 5 Oct 2026 10:00-10:25, charged as 1:00 h; 5 Oct 2026 10:00-10:25, charged as 1:00 h (A3).",
    },
    {
      reason: { rule: "A3", kind: "visits", minimumMinutes: 0, visits: [{ ...visit("v1"), chargedMinutes: 25 }] },
      nl: "Werk op locatie doen we volgens het addendum: 5 okt 2026 10:00-10:25, gerekend 0:25 u (A3).",
      en: "Work on site follows the addendum: 5 Oct 2026 10:00-10:25, charged as 0:25 h (A3).",
    },
  ],
  "travel-distance": [
    {
      reason: { rule: "A3", kind: "travel-distance", kilometres: 64, centsPerKilometre: 45 },
      cents: 2880n,
      nl: "De reis rekenen we per kilometer, volgens het addendum: 64 km × € 0,45 = € 28,80 (A3).",
      en: "Travel is charged by the kilometre, as the addendum says: 64 km × €0.45 = €28.80 (A3).",
    },
  ],
  "travel-fixed": [
    {
      reason: { rule: "A3", kind: "travel-fixed", visits: 2, centsPerVisit: 3500 },
      cents: 7000n,
      nl: "De reis heeft een vast bedrag per bezoek, volgens het addendum: 2 × € 35,00 = € 70,00 (A3).",
      en: "Travel has a fixed amount for each visit, as the addendum says: 2 × €35.00 = €70.00 (A3).",
    },
  ],
  costs: [
    {
      reason: {
        rule: "A3",
        kind: "costs",
        expenses: [
          { expenseId: "x1", on: "2026-10-05", description: "parkeren", amountCents: 1250 },
          { expenseId: "x2", on: "2026-10-06", description: "kabel", amountCents: 899 },
        ],
      },
      nl: "Andere kosten van werk op locatie, volgens het addendum: parkeren, 5 okt 2026: € 12,50; kabel, 6 okt 2026: € 8,99 (A3).",
      en: "Other costs of work on site, as the addendum says: parkeren, 5 Oct 2026: €12.50; kabel, 6 Oct 2026: €8.99 (A3).",
    },
  ],
};

function alreadyInvoiced(
  figures: Omit<Told<"already-invoiced">["reason"], "rule" | "kind">,
): Told<"already-invoiced">["reason"] {
  return { rule: "CE7", kind: "already-invoiced", ...figures };
}

function visit(visitId: string) {
  const times = { start: "2026-10-05T08:00:00Z", end: "2026-10-05T08:25:00Z" };
  return { visitId, ...times, chargedMinutes: 60, kilometres: 32 };
}

function explained({ reason, cents = 0n }: { readonly reason: Reason; readonly cents?: bigint }): Explained {
  const windowNames = { nl: "’s avonds", en: "evenings" };
  return { month: monthOf("2026-10"), windowNames, hourlyRateCents: 12_500n, amountCents: cents, reasons: [reason] };
}

describe("every kind of reason", () => {
  const all = Object.values(told).flat();

  it.each(all.map((one) => ({ ...one, kind: one.reason.kind })))("is told with its numbers: $kind", (one) => {
    for (const language of ["nl", "en"] as const) {
      const sentences = explainCharge(explained(one), { language, timeZone: "Europe/Amsterdam" });
      expect(sentences.map((sentence) => sentence.replaceAll("\u00a0", " "))).toEqual([one[language]]);
    }
  });

  it("ends with the id of its rule, in both languages", () => {
    for (const { reason, nl, en } of all)
      for (const sentence of [nl, en]) expect(sentence.endsWith(`(${reason.rule}).`)).toBe(true);
  });
});
