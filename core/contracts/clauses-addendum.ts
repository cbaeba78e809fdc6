import type { AddendumTerms, TravelTerms } from "./addendum.ts";
import type { Clause, ClauseSection } from "./clause.ts";
import { lasting, rateOf } from "./clause-values.ts";

/** The whole text of an on-site addendum under its terms, signed like the contract. Source: contract A3. */
export function addendumClauses(terms: AddendumTerms): readonly ClauseSection[] {
  return [
    {
      id: "on-site",
      title: { nl: "Addendum voor werk op locatie", en: "Addendum for work on site" },
      clauses: [agreed, visits(terms), travel(terms.travel), otherCosts],
    },
  ];
}

const agreed: Clause = {
  rule: "A3",
  text: {
    nl: "Dit addendum hoort bij het contract en geldt vanaf de dag dat je tekenbevoegde het tekent tot en met de laatste dag van het contract. Alleen dan komen we op locatie en rekenen we wat dat kost; een bezoek hoort altijd bij een ticket.",
    en: "This addendum belongs to the contract and holds from the day your signatory signs it until the contract's last day. Only then do we come on site and charge what that costs; a visit always belongs to a ticket.",
  },
};

function visits({ visitHourlyRate, minimumVisitMinutes }: AddendumTerms): Clause {
  const [rate, least] = [rateOf(visitHourlyRate), lasting(minimumVisitMinutes)];
  const hasMinimum = minimumVisitMinutes > 0;
  return {
    rule: "A3",
    text: {
      nl: `Een uur op locatie kost ${rate.nl} zonder btw, op elk moment van de week.${hasMinimum ? ` Een bezoek telt voor minstens ${least.nl}.` : ""} We tellen de minuten van de bezoeken van een maand op en ronden één keer af op de cent.`,
      en: `An hour on site costs ${rate.en} without VAT, at any time of the week.${hasMinimum ? ` A visit counts for at least ${least.en}.` : ""} The minutes of a month's visits are summed and rounded to the cent once.`,
    },
  };
}

function travel(terms: TravelTerms): Clause {
  if (terms.kind === "fixed") {
    const rate = rateOf(terms.centsPerVisit);
    return {
      rule: "A3",
      text: {
        nl: `De reis kost ${rate.nl} zonder btw per bezoek, hoe ver het ook is.`,
        en: `Travel costs ${rate.en} without VAT for each visit, whatever the distance.`,
      },
    };
  }
  const rate = rateOf(terms.centsPerKilometre);
  return {
    rule: "A3",
    text: {
      nl: `De reis kost ${rate.nl} zonder btw per gereden kilometer.`,
      en: `Travel costs ${rate.en} without VAT for each kilometre driven.`,
    },
  };
}

const otherCosts: Clause = {
  rule: "A3",
  text: {
    nl: "Andere kosten van een bezoek, zoals parkeren of een kabel, staan elk op de factuur met wat ze kostten en hun eigen btw-tarief.",
    en: "Other costs of a visit, such as parking or a cable, are each on the invoice with what they cost and their own VAT rate.",
  },
};
