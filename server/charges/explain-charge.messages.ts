import { defineMessages } from "../ui/language.ts";

/** The rule behind an amount in one sentence, with what it did here. */
export const explainMessages = defineMessages({
  nl: {
    startFee: (duration: string, month: string) =>
      `Voor elk aangemaakt ticket rekenen we minstens ${duration} administratie, in de maand waarin het gemaakt is: ${month} (T1).`,
    covered: (duration: string) =>
      `De eerste minuten administratie zitten in het starttarief; daarom is ${duration} administratie hier niet apart gerekend (T1).`,
    worked: (duration: string, window: string, entries: string) =>
      `Het tarief volgt uit het moment waarop we werken. ${window} werkten we ${duration}: ${entries} (M4).`,
    notAgreed: (duration: string, entries: string) =>
      `De duurdere uren rekenen we alleen vanaf het moment dat jullie daarmee instemmen. Dit werk viel daarvoor en telt als kantooruren, ${duration}: ${entries} (M5).`,
    authorised: (duration: string) =>
      `Wat boven het urenplafond uitkomt, doen we alleen met jullie akkoord. Hiervan viel ${duration} onder zo'n akkoord (T3).`,
    additional: (number: number, limit: number, rate: string) =>
      `Boven ${limit} tickets per maand is een ticket een extra ticket. Dit was nummer ${number}: ${rate} per uur (T5).`,
    additionalDearer: (number: number, limit: number, rate: string) =>
      `Boven ${limit} tickets per maand is een ticket een extra ticket. Dit was nummer ${number}; het tarief is minstens dat van een extra ticket, hier ${rate} per uur (T5).`,
    amount: (duration: string, rate: string, amount: string) =>
      `De minuten zijn opgeteld en één keer op de cent afgerond: ${duration} × ${rate} per uur = ${amount} (CE4).`,
    alreadyInvoiced: (total: string, before: string) =>
      `Alles bij elkaar is ${total}; eerder gefactureerd was ${before}. Alleen het verschil staat hier (CE7).`,
    steps: { administration: "administratie", research: "onderzoek", resolution: "oplossing" },
    windows: {
      office: "In kantooruren",
      outside: "Buiten kantooruren",
      "weekend-holiday": "In het weekend of op een feestdag",
    },
  },
  en: {
    startFee: (duration, month) =>
      `For every ticket created we charge at least ${duration} of administration, in the month it was created: ${month} (T1).`,
    covered: (duration) =>
      `The start fee covers the first minutes of administration; that is why ${duration} of administration is not charged separately here (T1).`,
    worked: (duration, window, entries) =>
      `The rate follows from when we work. ${window} we worked ${duration}: ${entries} (M4).`,
    notAgreed: (duration, entries) =>
      `The dearer hours are charged only from the moment you agree to them. This work came before that and counts as office hours, ${duration}: ${entries} (M5).`,
    authorised: (duration) =>
      `What goes beyond the ceiling we do only with your authorisation. Of this, ${duration} was done under one (T3).`,
    additional: (number, limit, rate) =>
      `Beyond ${limit} tickets a month a ticket is an additional ticket. This was number ${number}: ${rate} an hour (T5).`,
    additionalDearer: (number, limit, rate) =>
      `Beyond ${limit} tickets a month a ticket is an additional ticket. This was number ${number}; its rate is at least that of an additional ticket, here ${rate} an hour (T5).`,
    amount: (duration, rate, amount) =>
      `The minutes are summed and rounded to the cent once: ${duration} × ${rate} an hour = ${amount} (CE4).`,
    alreadyInvoiced: (total, before) =>
      `All together this is ${total}; ${before} was invoiced earlier. Only the difference is here (CE7).`,
    steps: { administration: "administration", research: "research", resolution: "resolution" },
    windows: {
      office: "In office hours",
      outside: "Outside office hours",
      "weekend-holiday": "In a weekend or on a public holiday",
    },
  },
});
