import type { OrganisationRefusal } from "../../core/values/refusal.ts";
import type { ToldOf } from "./told.ts";

export const organisationRefusals: ToldOf<OrganisationRefusal> = {
  "no-seat": {
    status: 403,
    words: {
      nl: "Alleen de contactpersonen van je organisatie kunnen dit doen. Vraag een van hen, of laat je een plek toewijzen.",
      en: "Only your organisation's contacts can do this. Ask one of them, or have a seat assigned to you.",
    },
  },
  "seat-unknown": {
    status: 404,
    words: {
      nl: ({ seat, seats }) =>
        `Plek ${seat} bestaat niet. In het contract zijn ${seats} ${seats === 1 ? "plek" : "plekken"} voor contactpersonen.`,
      en: ({ seat, seats }) =>
        `There is no seat ${seat}. The contract has ${seats} ${seats === 1 ? "seat" : "seats"} for contacts.`,
    },
  },
  "already-seated": {
    status: 409,
    words: {
      nl: ({ seat }) => `Deze persoon heeft plek ${seat} al. Kies iemand anders, of maak die plek eerst vrij.`,
      en: ({ seat }) => `This person has seat ${seat} already. Choose somebody else, or vacate that seat first.`,
    },
  },
  "seat-vacant": {
    status: 409,
    words: { nl: ({ seat }) => `Op plek ${seat} zit niemand.`, en: ({ seat }) => `Nobody has seat ${seat}.` },
  },
  "organisation-in-use": {
    status: 409,
    words: {
      nl: ({ until, offered, tickets }, figures) =>
        [
          "Deze klant kan nog niet naar het archief.",
          ...(until === null ? [] : [`Het contract loopt tot en met ${figures.date(until)}.`]),
          ...(offered.length === 0 ? [] : [`Er ligt nog een aanbod voor ${offered.join(", ")}; trek dat eerst in.`]),
          ...(tickets.length === 0 ? [] : [`Nog open: ${tickets.join(", ")}.`]),
        ].join(" "),
      en: ({ until, offered, tickets }, figures) =>
        [
          "This customer cannot be archived yet.",
          ...(until === null ? [] : [`The contract holds until ${figures.date(until)}.`]),
          ...(offered.length === 0 ? [] : [`There is an offer for ${offered.join(", ")}; withdraw it first.`]),
          ...(tickets.length === 0 ? [] : [`Still open: ${tickets.join(", ")}.`]),
        ].join(" "),
    },
  },
  "organisation-archived": {
    status: 409,
    words: {
      nl: "Deze klant staat in het archief. Haal de klant eerst terug.",
      en: "This customer is archived. Bring it back first.",
    },
  },
  "organisation-not-archived": {
    status: 409,
    words: { nl: "Deze klant staat niet in het archief.", en: "This customer is not archived." },
  },
  "already-signatory": {
    status: 409,
    words: { nl: "Deze persoon is al tekenbevoegd.", en: "This person may sign already." },
  },
  "not-signatory": {
    status: 409,
    words: { nl: "Deze persoon is niet meer tekenbevoegd.", en: "This person may no longer sign." },
  },
  "last-signatory": {
    status: 409,
    words: {
      nl: "Dit is de enige die mag tekenen. Wijs eerst iemand anders aan als tekenbevoegde.",
      en: "Nobody else may sign. Appoint another signatory first.",
    },
  },
  "own-signature": {
    status: 409,
    words: {
      nl: "Je kunt je eigen tekenbevoegdheid niet intrekken. Vraag het een andere tekenbevoegde.",
      en: "You cannot withdraw your own right to sign. Ask another signatory.",
    },
  },
  "vat-month-invoiced": {
    status: 409,
    words: {
      nl: ({ month }, figures) =>
        `${figures.month(month)} is al gefactureerd aan deze organisatie. Kies een maand daarna.`,
      en: ({ month }, figures) =>
        `${figures.month(month)} has been invoiced to this organisation. Choose a month after it.`,
    },
  },
  "vat-number-needed": {
    status: 422,
    words: {
      nl: "De btw verleggen kan alleen naar een bedrijf met een btw-nummer uit een ander EU-land, zoals BE0123456789.",
      en: "VAT can only be reverse-charged to a business with a VAT number of another EU country, such as BE0123456789.",
    },
  },
  "vat-number-wrong": {
    status: 422,
    words: {
      nl: "Dit is geen btw-nummer. Het begint met twee letters van het land, zoals NL of BE.",
      en: "This is no VAT number. It begins with the two letters of the country, such as NL or BE.",
    },
  },
};
