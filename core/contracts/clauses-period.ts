import type { Names } from "../values/language.ts";
import type { Clause, ClauseSection } from "./clause.ts";
import { dateOf } from "./clause-values.ts";
import { contractPeriod } from "./period.ts";
import { renewalOpensOn } from "./renewal.ts";
import { decideTermination } from "./termination.ts";
import type { ContractTerms } from "./terms.ts";

/**
 * The beginning and end of a contract. The code that decides them computes the examples. Source: contract K1-K5,
 * "Charges, exactly" 8.
 */
export function periodSection(terms: ContractTerms): ClauseSection {
  return {
    id: "period",
    title: { nl: "Looptijd", en: "Duration" },
    clauses: [start(terms), possibleEnds, termination(terms), latestEnd(terms), renewal(terms), openTickets],
  };
}

/** A day in the middle of a month, for examples. */
function exampleDay({ year }: ContractTerms): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month: 3, day: 10 });
}

function firstDay({ year }: ContractTerms): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month: 1, day: 1 });
}

function start(terms: ContractTerms): Clause {
  const signedOn = exampleDay(terms);
  const period = contractPeriod({ signedOn, termsYear: terms.year, currentEndsOn: null });
  if (period === null) throw new Error("a contract signed in March has months left");
  const [signed, starts, first] = [dateOf(signedOn), dateOf(period.startsOn), dateOf(firstDay(terms))];
  return {
    rule: "K1",
    text: {
      nl: `Het contract begint op de eerste dag van de maand na de ondertekening: getekend op ${signed.nl} begint het op ${starts.nl}. Het begint niet voor ${first.nl}, en niet voordat een contract dat nog loopt voorbij is. Wie opzegt voor het begin, neemt het terug.`,
      en: `The contract starts on the first day of the month after it is signed: signed on ${signed.en} it starts on ${starts.en}. It does not start before ${first.en}, nor before a contract that still runs is over. Terminated before its start, it is withdrawn.`,
    },
  };
}

const possibleEnds: Clause = {
  rule: "K2",
  text: {
    nl: "Het eindigt op de laatste dag van een maand of van het kalenderjaar, en op geen andere dag.",
    en: "It ends on the last day of a month or of the calendar year, and on no other day.",
  },
};

function termination(terms: ContractTerms): Clause {
  const on = exampleDay(terms);
  const [noticed, ends] = [dateOf(on), dateOf(endWhenTerminated(on, terms))];
  const notice = noticeWords(terms.noticeMonths);
  return {
    rule: "K3",
    text: {
      nl: `Afsluiten en opzeggen kan elke maand. ${notice.nl}: opgezegd op ${noticed.nl} eindigt het op ${ends.nl}.`,
      en: `It can be taken out and terminated every month. ${notice.en}: terminated on ${noticed.en} it ends on ${ends.en}.`,
    },
  };
}

function noticeWords(months: number): Names {
  if (months === 0)
    return {
      nl: "Na een opzegging eindigt het op de laatste dag van dezelfde maand",
      en: "After that it ends on the last day of the same month",
    };
  return {
    nl: `De opzegtermijn is ${months} ${months === 1 ? "hele maand" : "hele maanden"} na de maand van de opzegging`,
    en: `The notice is ${months} whole ${months === 1 ? "month" : "months"} after the month in which it is given`,
  };
}

function endWhenTerminated(on: Temporal.PlainDate, terms: ContractTerms): Temporal.PlainDate {
  const period = { startsOn: firstDay(terms), endsOn: lastDay(terms) };
  const decided = decideTermination({ recorded: "signed", period }, on, terms);
  if (!decided.ok || !("period" in decided.value)) throw new Error("a contract that runs can be terminated");
  return decided.value.period.endsOn;
}

function lastDay(terms: ContractTerms): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: terms.year, month: 12, day: 31 });
}

function latestEnd(terms: ContractTerms): Clause {
  const last = dateOf(lastDay(terms));
  return {
    rule: "K4",
    text: {
      nl: `Het duurt hooguit een jaar en loopt altijd af op ${last.nl}, wanneer het ook begon.`,
      en: `It lasts a year at most and always expires on ${last.en}, whenever it started.`,
    },
  };
}

function renewal(terms: ContractTerms): Clause {
  const [opens, next] = [
    dateOf(renewalOpensOn(terms.year, terms)),
    dateOf(firstDay({ ...terms, year: terms.year + 1 })),
  ];
  return {
    rule: "K5",
    text: {
      nl: `Dit zijn de voorwaarden van ${terms.year}; prijzen en voorwaarden veranderen alleen met het jaar. Vanaf ${opens.nl} kijken we terug op het jaar en kan je tekenbevoegde tekenen voor ${terms.year + 1}. Zonder handtekening is er vanaf ${next.nl} geen contract.`,
      en: `These are the terms of ${terms.year}; prices and terms change only with the year. From ${opens.en} on we look back on the year and your signatory can sign for ${terms.year + 1}. Without a signature there is no contract from ${next.en} on.`,
    },
  };
}

const openTickets: Clause = {
  rule: "CE8",
  text: {
    nl: "Aan het eind van het contract sluiten de open tickets, tenzij de volgende dag een nieuw contract begint: dan lopen ze door. Werk van voor het eind kan nog op de laatste factuur komen; wat we daarna invoeren, rekenen we niet.",
    en: "At the contract's end the open tickets close, unless a new contract starts the next day, which carries them on. Work from before the end can still come on the final invoice; what we enter after that is not charged.",
  },
};
