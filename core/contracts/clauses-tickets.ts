import { amountForMinutes } from "../values/money.ts";
import type { Clause, ClauseSection } from "./clause.ts";
import { counted, lasting, money, rateOf } from "./clause-values.ts";
import { hourlyRateFor } from "./hourly-rate.ts";
import type { ContractTerms } from "./terms.ts";

/** The cost of a ticket, and the limit without consent. Source: contract T1-T3. */
export function ticketSection(terms: ContractTerms): ClauseSection {
  return {
    id: "ticket",
    title: { nl: "Wat een ticket kost", en: "What a ticket costs" },
    clauses: [startFee(terms), ceiling(terms), consultation(terms), authorisation, quotes],
  };
}

function startFee(terms: ContractTerms): Clause {
  const minutes = lasting(terms.startFeeMinutes);
  const priceFor = (isAdditional: boolean) =>
    money(amountForMinutes(terms.startFeeMinutes, hourlyRateFor(terms.usualWindow, isAdditional, terms)));
  const price = priceFor(false);
  const additional = priceFor(true);
  const isDearer = terms.ticketsPerMonth !== null && additional.nl !== price.nl;
  if (terms.startFeeMinutes === 0)
    return {
      rule: "T1",
      text: {
        nl: "Een ticket aanmaken kost zelf niets: er is geen starttarief. Administratie rekenen we zoals ander werk.",
        en: "Creating a ticket costs nothing by itself: there is no start fee. Administration is charged like other work.",
      },
    };
  return {
    rule: "T1",
    text: {
      nl: `Voor elk aangemaakt ticket rekenen we minstens ${minutes.nl} administratie, het starttarief: ${price.nl}${isDearer ? `, of ${additional.nl} bij een extra ticket` : ""}. Dat hoort bij de maand waarin het ticket is aangemaakt, ook als je het intrekt. De eerste ${minutes.nl} administratie zit erin; wat er meer nodig is, rekenen we als werk.`,
      en: `For every ticket created we charge at least ${minutes.en} of administration, the start fee: ${price.en}${isDearer ? `, or ${additional.en} for an additional ticket` : ""}. It belongs to the month in which the ticket was created, also when you withdraw it. It covers the first ${minutes.en} of administration; what takes longer is charged as work.`,
    },
  };
}

function ceiling({ authorisedMinutes }: ContractTerms): Clause {
  const most = lasting(authorisedMinutes);
  return {
    rule: "T2",
    text: {
      nl: `Aan een ticket besteden we zonder akkoord hooguit ${most.nl}, het starttarief meegerekend, ook een starttarief dat we kwijtschelden. Dat is het urenplafond. Wat we zonder akkoord boven het plafond doen, rekenen we niet, ook niet als er later wel een akkoord komt.`,
      en: `Without an authorisation we spend at most ${most.en} on a ticket, start fee included, also one that we waive. This is the ceiling. What we do beyond it without an authorisation is not charged, not even when an authorisation is given later.`,
    },
  };
}

function consultation({ workOrderLimitMinutes }: ContractTerms): Clause {
  const limit = lasting(workOrderLimitMinutes);
  return {
    rule: "T3",
    text: {
      nl: `Is er meer nodig, dan overleggen we en krijg je een schatting in uren en geld: tot en met ${limit.nl} als werkopdracht, daarboven als offerte met een datum tot wanneer die geldt.`,
      en: `If more is needed we consult you, with an estimate in hours and money: up to and including ${limit.en} as a work order, above that as a quote with a date until which it is valid.`,
    },
  };
}

const authorisation: Clause = {
  rule: "T3",
  text: {
    nl: "Een contactpersoon geeft in het portaal akkoord of wijst af. Een akkoord noemt de minuten en de uren waarvoor het bedoeld is, en verhoogt het plafond met die minuten. Zonder akkoord rekenen we dit werk niet.",
    en: "A contact authorises or declines in the portal. An authorisation names the minutes and the hours it is meant for, and raises the ceiling by those minutes. Without one this work is not charged.",
  },
};

const quotes: Clause = {
  rule: "T3",
  text: {
    nl: "De prijzen van een aanvaarde offerte blijven gelden tot en met die datum, ook na de jaarwisseling. Een offerte kan ook één vaste prijs noemen: het werk telt dan niet mee voor het plafond, en de prijs rekenen we in de maand waarin het is opgeleverd. Trekken we de offerte eerder in, dan kost die niets.",
    en: "The prices of an accepted quote hold until and including that date, also across a year's end. A quote can also name one fixed price: its work then stays outside the ceiling, and the price is charged in the month of delivery. Withdrawn before that, it costs nothing.",
  },
};

/** The number of tickets in a month, and the price of further ones. Source: contract T4-T6. */
export function monthSection(terms: ContractTerms): ClauseSection {
  const { ticketsPerMonth } = terms;
  return {
    id: "month",
    title: { nl: "Tickets per maand", en: "Tickets a month" },
    clauses:
      ticketsPerMonth === null
        ? [noLimit, noAdditional, numbersRestart]
        : [limit(ticketsPerMonth), additional(ticketsPerMonth, terms), counterRestarts],
  };
}

function limit(tickets: number): Clause {
  return {
    rule: "T4",
    text: {
      nl: `Het contract omvat ${counted(tickets, "ticket", "tickets")} per kalendermaand. Elk ticket krijgt bij het aanmaken zijn nummer van de maand en houdt dat, ook als het wordt ingetrokken of samengevoegd. Een ticket dat we heropenen, telt niet nog een keer.`,
      en: `The contract covers ${counted(tickets, "ticket", "tickets")} a calendar month. At its creation each ticket gets its number of the month and keeps it, also when it is withdrawn or merged. A ticket that is reopened does not count again.`,
    },
  };
}

const noLimit: Clause = {
  rule: "T4",
  text: {
    nl: "Er is geen maximum: je maakt zoveel tickets aan als nodig is. Elk ticket krijgt bij het aanmaken zijn nummer van de maand en houdt dat.",
    en: "There is no limit: you create as many tickets as you need. At its creation each ticket gets its number of the month and keeps it.",
  },
};

function additional(tickets: number, terms: ContractTerms): Clause {
  const rate = rateOf(terms.additionalTicketRate);
  const how =
    terms.additionalTicketRule === "flat"
      ? {
          nl: `Een uur kost dan ${rate.nl}, op welk moment we ook werken.`,
          en: `An hour then costs ${rate.en}, whenever we work.`,
        }
      : {
          nl: `Een uur kost dan minstens ${rate.nl}: dat komt in de plaats van een lager tarief, een hoger blijft gelden.`,
          en: `An hour then costs at least ${rate.en}: this replaces a lower rate, a higher one stays.`,
        };
  return {
    rule: "T5",
    text: {
      nl: `Vanaf nummer ${tickets + 1} is een ticket een extra ticket. ${how.nl} Voor je een extra ticket aanmaakt, zie je alle tarieven ervan en bevestig je ze; zonder bevestiging wordt het niet aangemaakt.`,
      en: `From number ${tickets + 1} on a ticket is an additional ticket. ${how.en} Before you create an additional ticket you see all of its rates and confirm them; without that it is not created.`,
    },
  };
}

const noAdditional: Clause = {
  rule: "T5",
  text: {
    nl: "Een tarief voor extra tickets is er niet: elk ticket van de maand kost hetzelfde.",
    en: "There is no rate for additional tickets: every ticket of the month costs the same.",
  },
};

const counterRestarts: Clause = {
  rule: "T6",
  text: {
    nl: "De teller begint elke kalendermaand opnieuw; wat je niet gebruikt, schuift niet door. Of een ticket extra is, verandert nooit meer, wanneer we er ook aan werken.",
    en: "The counter restarts every calendar month; what you do not use is not carried over. Whether a ticket is additional never changes, whenever we work on it.",
  },
};

const numbersRestart: Clause = {
  rule: "T6",
  text: {
    nl: "De nummers beginnen elke kalendermaand opnieuw.",
    en: "The numbers restart every calendar month.",
  },
};
