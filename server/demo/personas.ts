import type { Persona } from "../sign-in/persona.ts";

/**
 * The people on the demo's sign-in page. The demo's history makes exactly these, with these places, so that a newcomer
 * can be in every role: a seated contact, a signatory without a seat, a person of two organisations, a consultant, an
 * administrator.
 */
export const personas: readonly Persona[] = [
  {
    name: "Anna de Vries",
    mailAddress: "anna@bakkerij-devries.example",
    language: "nl",
    role: "contact",
    places: [{ organisation: "Bakkerij De Vries", seat: 1, isSignatory: false }],
    line: {
      nl: "Runt het kantoor van de bakkerij en maakt de meeste tickets aan",
      en: "Runs the bakery's office and creates most of its tickets",
    },
  },
  {
    name: "Yasmin Haddad",
    mailAddress: "yasmin@haddad-administratie.example",
    language: "en",
    role: "contact",
    places: [
      { organisation: "Praktijk Zonnehof", seat: 1, isSignatory: true },
      { organisation: "Stichting Buurthuis Noord", seat: 2, isSignatory: false },
    ],
    line: {
      nl: "Doet de administratie van twee organisaties en kiest na het inloggen voor welke",
      en: "Keeps the books of two organisations and chooses one after signing in",
    },
  },
  {
    name: "Hendrik de Vries",
    mailAddress: "hendrik@bakkerij-devries.example",
    language: "nl",
    role: "signatory",
    places: [{ organisation: "Bakkerij De Vries", seat: null, isSignatory: true }],
    line: {
      nl: "Tekent het contract en leest mee, maar maakt zelf geen tickets aan",
      en: "Signs the contract and reads along, but creates no tickets",
    },
  },
  {
    name: "Sanne Bakker",
    mailAddress: "sanne@kwartier.example",
    language: "nl",
    role: "consultant",
    places: [],
    line: {
      nl: "Pakt tickets op, legt tijd vast en vraagt om akkoord",
      en: "Picks up tickets, logs time and asks for authorisations",
    },
  },
  {
    name: "Marieke Smit",
    mailAddress: "marieke@kwartier.example",
    language: "nl",
    role: "administrator",
    places: [],
    line: {
      nl: "Bekijkt de maand en verstuurt de facturen",
      en: "Looks over the month and issues the invoices",
    },
  },
];
