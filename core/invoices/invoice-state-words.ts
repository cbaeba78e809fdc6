import type { Language } from "../values/language.ts";
import type { LifecycleWords } from "../values/lifecycle-words.ts";
import type { InvoiceAction, InvoiceState } from "./invoice-lifecycle.ts";

/** The names of an invoice and a credit note. */
export const invoiceKindNames: Readonly<Record<Language, Readonly<Record<"invoice" | "credit-note", string>>>> = {
  nl: { invoice: "factuur", "credit-note": "creditfactuur" },
  en: { invoice: "invoice", "credit-note": "credit note" },
};

/** The states of an invoice, and its actions. */
export const invoiceStateWords: LifecycleWords<InvoiceState, InvoiceAction> = {
  nl: {
    thing: "Deze factuur",
    states: {
      proposed: { name: "voorstel", is: "is nog een voorstel" },
      issued: { name: "opgemaakt", is: "is opgemaakt en nog niet verstuurd" },
      sent: { name: "verstuurd", is: "is verstuurd" },
      "partly-paid": { name: "deels betaald", is: "is deels betaald" },
      paid: { name: "betaald", is: "is betaald" },
      overdue: { name: "over de termijn", is: "is over de betaaltermijn" },
      credited: { name: "gecrediteerd", is: "is helemaal gecrediteerd" },
    },
    actions: {
      issue: "opmaken",
      send: "versturen",
      "fall-due": "over de betaaltermijn gaan",
      remind: "een herinnering sturen",
      "pay-part": "een deelbetaling vastleggen",
      "pay-rest": "de volledige betaling vastleggen",
      "credit-part": "een deel crediteren",
      "credit-rest": "het openstaande deel crediteren",
      "credit-all": "helemaal crediteren",
    },
  },
  en: {
    thing: "This invoice",
    states: {
      proposed: { name: "proposal", is: "is still a proposal" },
      issued: { name: "issued", is: "is issued and not sent yet" },
      sent: { name: "sent", is: "has been sent" },
      "partly-paid": { name: "partly paid", is: "is partly paid" },
      paid: { name: "paid", is: "is paid" },
      overdue: { name: "past its due date", is: "is past its due date" },
      credited: { name: "credited", is: "has been credited in full" },
    },
    actions: {
      issue: "issuing it",
      send: "sending it",
      "fall-due": "falling due",
      remind: "sending a reminder",
      "pay-part": "recording a part payment",
      "pay-rest": "recording the full payment",
      "credit-part": "crediting a part",
      "credit-rest": "crediting what is open",
      "credit-all": "crediting all of it",
    },
  },
};
