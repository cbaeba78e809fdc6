import type { InvoiceRefusal } from "../../core/values/refusal.ts";
import type { ToldOf } from "./told.ts";

export const invoiceRefusals: ToldOf<InvoiceRefusal> = {
  "month-not-over": {
    status: 409,
    words: {
      nl: ({ month }, figures) =>
        `De maand ${figures.month(month)} is nog niet voorbij. Factureren kan vanaf de eerste dag van de volgende maand.`,
      en: ({ month }, figures) =>
        `The month ${figures.month(month)} is not over. It can be invoiced from the first day of the next month.`,
    },
  },
  "nothing-to-invoice": {
    status: 409,
    words: {
      nl: ({ month }, figures) => `Er is niets te factureren tot en met ${figures.month(month)}.`,
      en: ({ month }, figures) => `There is nothing to invoice up to and including ${figures.month(month)}.`,
    },
  },
  "preview-outdated": {
    status: 409,
    words: {
      nl: "Er is intussen werk bijgekomen. Bekijk het nieuwe voorstel en bevestig het dan.",
      en: "Work was added in the meantime. Look at the new proposal, then confirm it.",
    },
  },
  "series-begun": {
    status: 409,
    words: {
      nl: ({ year }) => `Er is al een factuur van ${year} verstuurd. De nummers tellen daarvandaan door.`,
      en: ({ year }) => `An invoice of ${year} has been issued. The numbers count on from there.`,
    },
  },
  "provider-unknown": {
    status: 409,
    words: {
      nl: "Er staat nog niet vast wie de facturen stuurt. Vul eerst naam, adres en rekening van je eigen bedrijf in.",
      en: "It is not known yet who sends the invoices. Enter the name, address and account of your own company first.",
    },
  },
  "nothing-to-credit": {
    status: 409,
    words: {
      nl: ({ invoice }) =>
        `Hiervan valt niets te crediteren. Kies regels van factuur ${invoice} die samen een bedrag boven nul hebben.`,
      en: ({ invoice }) =>
        `There is nothing to credit in this. Choose lines of invoice ${invoice} that together come to more than nothing.`,
    },
  },
  "already-credited": {
    status: 409,
    words: {
      nl: ({ invoice, positions }) =>
        `Van factuur ${invoice} is al gecrediteerd: regel ${positions.join(", ")}. Kies regels die nog staan.`,
      en: ({ invoice, positions }) =>
        `Credited before, of invoice ${invoice}: line ${positions.join(", ")}. Choose lines that still stand.`,
    },
  },
  "beyond-invoice": {
    status: 409,
    words: {
      nl: ({ leftCents, askedCents }, { money }) =>
        `Van deze factuur is nog ${money(leftCents)} over en dit is ${money(askedCents)}. Vul een lager bedrag in.`,
      en: ({ leftCents, askedCents }, { money }) =>
        `${money(leftCents)} of this invoice is left and this is ${money(askedCents)}. Enter a lower amount.`,
    },
  },
};
