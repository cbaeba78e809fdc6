import { defineMessages } from "../ui/language.ts";

export const faceMessages = defineMessages({
  nl: {
    tickets: "Tickets",
    invoices: "Facturen",
    contract: "Contract",
    board: "Werkbord",
    organisations: "Organisaties",
    articles: "Kennisbank",
    monthEnd: "Maandafsluiting",
    otherOrganisation: "Andere organisatie",
    roles: {
      contact: "Contactpersoon",
      signatory: "Tekenbevoegde",
      consultant: "Consultant",
      administrator: "Beheerder",
    },
    demo: (now: string) => `Demo, het is hier ${now}`,
    demoPersonas: "Iemand anders zijn",
    demoMail: "Verstuurde mail",
    demoClock: "Klok vooruit",
  },
  en: {
    tickets: "Tickets",
    invoices: "Invoices",
    contract: "Contract",
    board: "Board",
    organisations: "Organisations",
    articles: "Knowledge base",
    monthEnd: "Month end",
    otherOrganisation: "Another organisation",
    roles: { contact: "Contact", signatory: "Signatory", consultant: "Consultant", administrator: "Administrator" },
    demo: (now: string) => `Demo, it is ${now} here`,
    demoPersonas: "Be somebody else",
    demoMail: "Sent mail",
    demoClock: "Move the clock",
  },
});
