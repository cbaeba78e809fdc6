import { defineMessages } from "../ui/language.ts";

/** The contract in plain words. Every number comes from its terms; the rule's id stands beside it. */
export const portalContractMessages = defineMessages({
  nl: {
    title: "Contract",
    inForce: (from: string, until: string) => `Loopt van ${from} tot en met ${until}.`,
    starts: (from: string) => `Er loopt nu geen contract. Het volgende begint op ${from}.`,
    none: "Er loopt nu geen contract. Tickets aanmaken kan weer zodra je tekenbevoegde er een tekent.",
    rates: "Tarieven",
    perHour: "Per uur, zonder btw",
    additional: (limit: number) => `Extra ticket, vanaf nummer ${limit + 1} van de maand`,
    atLeast: "Bij een extra ticket geldt dit tarief in plaats van een lager tarief; een hoger tarief blijft gelden.",
    flat: "Bij een extra ticket geldt dit tarief op elk moment, ook 's avonds en in het weekend.",
    byMoment: "Het tarief volgt uit het moment waarop we werken, tot op de minuut.",
    outsideOnlyAgreed:
      "Tickets behandelen we op kantooruren. De hogere tarieven gelden alleen als een contactpersoon voor dat ticket akkoord gaf met werk buiten kantooruren, vanaf dat moment.",
    ticket: "Per ticket",
    startFee: (duration: string, money: string) =>
      `Elk ticket kost minstens ${duration} administratie, ${money} op kantooruurtarief. Die minuten tellen daarna niet nog een keer.`,
    ceiling: (duration: string) =>
      `Aan een ticket besteden we hooguit ${duration}, het starttarief meegerekend, zonder je eerst om akkoord te vragen.`,
    authorisation: (limit: string) =>
      `Is er meer tijd nodig, dan krijg je een schatting in uren en geld. Tot ${limit} als werkopdracht, daarboven als offerte met een einddatum. Zonder akkoord brengen we geen extra tijd in rekening.`,
    research: (duration: string) =>
      `Voor het onderzoek nemen we hooguit ${duration}. Duurt het langer, dan overleggen we.`,
    month: "Per maand",
    noFixed: "Er zijn geen vaste kosten. Een maand zonder tickets en zonder werk levert geen factuur op.",
    limit: (count: number) =>
      `Binnen het contract horen ${count} tickets per kalendermaand. Meer mag; dan zie je eerst de tarieven van een extra ticket en bevestig je die.`,
    counter: "De teller begint elke kalendermaand opnieuw. Wat je niet gebruikt, schuift niet door.",
    invoicing: "Factuur",
    after: "Aan het begin van de maand krijg je de factuur van de maand ervoor, elke regel met de reden erbij.",
    payment: (days: number, percent: number) =>
      `Je betaalt binnen ${days} dagen. Over alle bedragen komt ${percent}% btw.`,
    rounding: "Per regel tellen we de minuten op en ronden we het bedrag één keer af op de cent.",
    difference:
      "Komt er later nog werk bij van een maand die al gefactureerd is, dan staat alleen het verschil op de volgende factuur.",
    work: "Hoe we werken",
    noSla:
      "We werken naar beste kunnen: we pakken tickets op zodra er ruimte is en er is geen afgesproken reactietijd.",
    aim: {
      calendar: (days: number) => `We streven ernaar een ticket binnen ${days} dagen op te pakken.`,
      working: (days: number) => `We streven ernaar een ticket binnen ${days} werkdagen op te pakken.`,
    },
    urgency: "Hoe dringend een ticket is, bepalen wij, op grond van wat je beschrijft.",
    noGuarantee:
      "Een oplossing is niet altijd mogelijk. Dan zoeken we een omweg, een andere inrichting of leggen we het voor aan Microsoft.",
    remote: "We werken op afstand. Daarvoor hebben we toegang tot jullie Office 365 nodig.",
    term: "Looptijd",
    endsYear:
      "Een contract duurt hooguit tot en met 31 december. Voor het nieuwe jaar tekent je tekenbevoegde opnieuw, met de voorwaarden van dat jaar.",
    notice: (months: number) =>
      months === 0
        ? "Opzeggen kan elke maand; het contract eindigt dan op de laatste dag van die maand."
        : `Opzeggen kan elke maand; het contract eindigt dan op de laatste dag van de maand, ${months} ${months === 1 ? "maand" : "maanden"} later.`,
    people: "Wie doet wat",
    seat: (number: number) => `Contactpersoon ${number}`,
    emptySeat: "Nog niet toegewezen",
    signatories: "Tekenbevoegd",
    peopleHint: "De twee contactpersonen maken tickets aan en geven akkoord. Een tekenbevoegde tekent en zegt op.",
    history: "Getekende contracten",
    year: "Voorwaarden",
    yearOf: (year: number) => `Voorwaarden ${year}`,
    period: "Periode",
    periodOf: (from: string, until: string) => `${from} tot en met ${until}`,
    signed: "Getekend",
    signedOn: (on: string) => `Getekend op ${on}`,
    signedBy: (on: string, name: string) => `Getekend op ${on} door ${name}`,
  },
  en: {
    title: "Contract",
    inForce: (from, until) => `In force from ${from} up to and including ${until}.`,
    starts: (from) => `There is no contract now. The next one starts on ${from}.`,
    none: "There is no contract now. Tickets can be created again once your signatory signs one.",
    rates: "Rates",
    perHour: "An hour, without VAT",
    additional: (limit) => `Additional ticket, from number ${limit + 1} of the month on`,
    atLeast: "For an additional ticket this rate replaces a lower one; a higher rate stays.",
    flat: "For an additional ticket this rate applies at all times, also in evenings and weekends.",
    byMoment: "The rate follows from the moment we work, to the minute.",
    outsideOnlyAgreed:
      "We handle tickets in office hours. The higher rates only apply where a contact agreed to work outside office hours on that ticket, from that moment on.",
    ticket: "For each ticket",
    startFee: (duration, money) =>
      `Every ticket costs at least ${duration} of administration, ${money} at the office rate. Those minutes are not counted again afterwards.`,
    ceiling: (duration) =>
      `We spend at most ${duration} on a ticket, start fee included, before asking for your authorisation.`,
    authorisation: (limit) =>
      `If more time is needed you get an estimate in hours and money. Up to ${limit} as a work order, above that as a quote with an end date. Without your authorisation we charge no extra time.`,
    research: (duration) => `For research we take ${duration} at most. If it takes longer, we consult you.`,
    month: "For each month",
    noFixed: "There are no fixed costs. A month without tickets and without work brings no invoice.",
    limit: (count) =>
      `The contract covers ${count} tickets a calendar month. You may create more; you then see the rates of an additional ticket first and confirm them.`,
    counter: "The counter restarts every calendar month. What you do not use is not carried over.",
    invoicing: "Invoice",
    after: "At the start of a month you get the invoice of the month before, every line with its reason.",
    payment: (days, percent) => `You pay within ${days} days. ${percent}% VAT is added to all amounts.`,
    rounding: "For each line we sum the minutes and round the amount to the cent once.",
    difference: "If work of an invoiced month is added later, only the difference is on the next invoice.",
    work: "How we work",
    noSla:
      "We work to the best of our ability: we pick tickets up as soon as there is room and there is no agreed response time.",
    aim: {
      calendar: (days) => `We aim to pick a ticket up within ${days} days.`,
      working: (days) => `We aim to pick a ticket up within ${days} working days.`,
    },
    urgency: "How urgent a ticket is, we decide, from what you describe.",
    noGuarantee:
      "A solution is not always possible. We then look for a workaround, a different set-up, or escalate to Microsoft.",
    remote: "We work remotely. For that we need access to your Office 365.",
    term: "Duration",
    endsYear:
      "A contract lasts until 31 December at most. For the new year your signatory signs again, under the terms of that year.",
    notice: (months) =>
      months === 0
        ? "It can be terminated every month; it then ends on the last day of that month."
        : `It can be terminated every month; it then ends on the last day of the month, ${months} ${months === 1 ? "month" : "months"} later.`,
    people: "Who does what",
    seat: (number) => `Contact ${number}`,
    emptySeat: "Not assigned yet",
    signatories: "May sign",
    peopleHint: "The two contacts create tickets and authorise work. A signatory signs and terminates.",
    history: "Signed contracts",
    year: "Terms",
    yearOf: (year) => `Terms ${year}`,
    period: "Period",
    periodOf: (from, until) => `${from} up to and including ${until}`,
    signed: "Signed",
    signedOn: (on) => `Signed on ${on}`,
    signedBy: (on, name) => `Signed on ${on} by ${name}`,
  },
});
