import type { InvoiceDocument, InvoiceDocumentLine } from "./invoice-document.ts";

/** An invoice for trying out the template; every name in it is invented. */
export const exampleLine: InvoiceDocumentLine = {
  reference: "K26-00042",
  title: "Outlook synchroniseert niet",
  description: "Onderzoek en oplossing, Sanne",
  windowLabel: "kantooruren",
  minutes: 80,
  rateCents: "10000",
  amountCents: "13333",
  rules: ["M4", "T2"],
  derivation: [
    "Op 6 oktober 2026 is van 9:03 tot 10:23 gewerkt: 80 minuten op een werkdag tussen 9:00 en 17:00.",
    "80 minuten tegen € 100,00 per uur is € 133,33.",
  ],
};

export const exampleInvoice: InvoiceDocument = {
  language: "nl",
  kind: "invoice",
  number: "2026-0017",
  issuedOn: "2026-11-01",
  dueOn: "2026-11-15",
  monthLabel: "oktober 2026",
  provider: {
    name: "Voorbeeld ICT",
    addressLines: ["Grachtkade 1", "1234 AB Amsterdam"],
    chamberOfCommerce: "00000000",
    vatNumber: "NL000000000B00",
    iban: "NL00 TEST 0000 0000 00",
    mail: "facturen@voorbeeld.example",
  },
  customer: {
    name: "Bakkerij De Vries",
    addressLines: ["t.a.v. de administratie", "Dorpsstraat 12", "4321 ZX Utrecht"],
    vatNumber: "NL111111111B01",
  },
  lines: [
    {
      reference: "K26-00042",
      title: "Outlook synchroniseert niet",
      description: "Starttarief",
      windowLabel: "kantooruren",
      minutes: 15,
      rateCents: "10000",
      amountCents: "2500",
      rules: ["T1", "M4"],
      derivation: [
        "Het ticket is gemaakt op 6 oktober 2026, als 6e van de maand.",
        "Het starttarief dekt de eerste 15 minuten administratie.",
        "15 minuten tegen € 100,00 per uur is € 25,00.",
      ],
    },
    exampleLine,
    {
      reference: "K26-00038",
      title: "Teams-kanaal kwijt na verhuizing",
      description: "Onderzoek, Joris",
      windowLabel: "buiten kantooruren",
      minutes: 7,
      rateCents: "10000",
      amountCents: "1166",
      minutesBefore: 7,
      amountBeforeCents: "1167",
      rules: ["M4", "M2"],
      derivation: [
        "In oktober is 14 minuten gewerkt: € 23,33. Daarvan is 7 minuten, € 11,67, al gefactureerd.",
        "Het verschil is € 11,66.",
      ],
    },
    {
      reference: "K26-00040",
      title: "Nieuwe SharePoint-indeling",
      description: "Vaste prijs, offerte van 2 oktober 2026",
      windowLabel: "",
      minutes: null,
      rateCents: null,
      amountCents: "125000",
      rules: ["T3"],
      derivation: ["De levering is vastgelegd op 20 oktober 2026; de offerte is op 2 oktober goedgekeurd."],
    },
  ],
  subtotalCents: "141999",
  vat: [{ category: "standard", percent: 21, subtotalCents: "141999", vatCents: "29820" }],
  totalCents: "171819",
  paymentSentence:
    "Wil je € 1.718,19 voor of op 15 november 2026 overmaken naar NL00 TEST 0000 0000 00, met 2026-0017 erbij?",
};
