import type { Clause, ClauseSection } from "./clause.ts";
import { counted } from "./clause-values.ts";
import type { ContractTerms } from "./terms.ts";

/** The people and what each is told. Source: contract P1-P3. */
export function peopleSection(terms: ContractTerms): ClauseSection {
  return {
    id: "people",
    title: { nl: "Contactpersonen en portaal", en: "Contacts and portal" },
    clauses: [portal, contacts(terms), informed],
  };
}

const portal: Clause = {
  rule: "P1",
  text: {
    nl: "In het portaal maak je tickets aan en zie je alle tickets van je organisatie en hoe ze ervoor staan.",
    en: "In the portal you create tickets and see all tickets of your organisation and how they stand.",
  },
};

function contacts({ contactSeats }: ContractTerms): Clause {
  return {
    rule: "P2",
    text: {
      nl: `Je organisatie wijst hooguit ${counted(contactSeats, "contactpersoon", "contactpersonen")} aan. Alleen een contactpersoon maakt tickets aan en geeft akkoord. Een tekenbevoegde tekent het contract, zegt het op en wijst de plekken toe. Gaat een plek over op iemand anders, dan heeft de vorige meteen geen toegang meer; wat die schreef, blijft.`,
      en: `Your organisation designates at most ${counted(contactSeats, "contact", "contacts")}. Only a contact creates tickets and authorises work. A signatory signs the contract, terminates it and assigns the seats. When a seat passes to somebody else, who held it before loses access at once; what they wrote stays.`,
    },
  };
}

const informed: Clause = {
  rule: "P3",
  text: {
    nl: "Van elke zichtbare verandering van een ticket krijgt elke contactpersoon bericht, per mail en in het portaal.",
    en: "Each contact is told of every visible change of a ticket, by mail and in the portal.",
  },
};

/** The place of the work and the access it needs. Source: contract A1-A3. */
export const accessSection: ClauseSection = {
  id: "access",
  title: { nl: "Op afstand en op locatie", en: "Remote and on site" },
  clauses: [
    {
      rule: "A1",
      text: { nl: "We werken alleen op afstand.", en: "We work remotely only." },
    },
    {
      rule: "A2",
      text: {
        nl: "Daarvoor hebben we toegang nodig tot de Office 365-omgeving van je organisatie. Van elke toegang houden we bij welke het is, met welke rollen en sinds wanneer; aan het eind van het contract laten we die intrekken.",
        en: "For that we need access to your organisation's Office 365. Of each access we keep which it is, with which roles and since when; at the contract's end we have it revoked.",
      },
    },
    {
      rule: "A3",
      text: {
        nl: "Op locatie komen we alleen met een addendum dat apart is ondertekend. Daarin staan de kosten van een bezoek, de reis en wat er verder nodig is.",
        en: "We come on site only under an addendum that is signed separately. It says what a visit, the travel and anything else costs.",
      },
    },
  ],
};
