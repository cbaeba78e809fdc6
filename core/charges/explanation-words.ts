import type { Language } from "../values/language.ts";

/** The sentences of explanations, filled in with the numbers of a charge. */
interface ExplanationWords {
  readonly startFee: (duration: string, month: string) => string;
  readonly covered: (duration: string) => string;
  readonly worked: (duration: string, window: string, entries: string) => string;
  readonly notAgreed: (duration: string, window: string, entries: string) => string;
  readonly authorised: (duration: string) => string;
  readonly heldPrices: (year: number, until: string) => string;
  readonly fixedPrice: (on: string, amount: string) => string;
  readonly additional: (number: number, limit: number, rate: string) => string;
  readonly additionalDearer: (number: number, limit: number, rate: string) => string;
  readonly amount: (duration: string, rate: string, amount: string) => string;
  readonly visits: (visits: string) => string;
  readonly visitsOfAtLeast: (minimum: string, visits: string) => string;
  readonly visit: (stretch: string, duration: string) => string;
  readonly distance: (kilometres: string, rate: string, amount: string) => string;
  readonly perVisit: (visits: number, rate: string, amount: string) => string;
  readonly costs: (costs: string) => string;
  readonly cost: (description: string, on: string, amount: string) => string;
  readonly vatElsewhere: Readonly<Record<"reverse-charge" | "outside-scope", string>>;
  readonly corrected: (amount: string, reason: string) => string;
  readonly forgiven: (amount: string, creditNote: string, reason: string) => string;
  readonly credited: (invoice: string, reason: string) => string;
  readonly alreadyInvoiced: (total: string, before: string) => string;
  readonly minutes: (minutes: number) => string;
  readonly perHour: (rate: string) => string;
  readonly rule: (rules: string) => string;
}

/** The explanations of amounts in each language. Source: every rule that charges something. */
export const explanationWords: Readonly<Record<Language, ExplanationWords>> = {
  nl: {
    startFee: (duration, month) =>
      `Voor elk aangemaakt ticket rekenen we minstens ${duration} administratie, in de maand waarin het gemaakt is: ${month} (T1).`,
    covered: (duration) =>
      `De eerste minuten administratie zitten in het starttarief; daarom is ${duration} administratie hier niet apart gerekend (T1).`,
    worked: (duration, window, entries) =>
      `Het tarief volgt uit het moment waarop we werken; ${duration} telt als ${window}: ${entries} (M4).`,
    notAgreed: (duration, window, entries) =>
      `Andere uren rekenen we alleen vanaf het moment dat jullie daarmee instemmen. Dit werk viel daarvoor en telt als ${window}, ${duration}: ${entries} (M5).`,
    authorised: (duration) =>
      `Wat boven het urenplafond uitkomt, doen we alleen met jullie akkoord. Hiervan viel ${duration} onder zo'n akkoord (T3).`,
    heldPrices: (year, until) => `De offerte houdt de prijzen van ${year} vast tot en met ${until} (T3).`,
    fixedPrice: (on, amount) =>
      `Voor dit werk is één prijs afgesproken in een offerte, hoeveel tijd het ook kost. Het is opgeleverd op ${on}: ${amount} (T3).`,
    additional: (number, limit, rate) =>
      `Boven ${limit} tickets per maand is een ticket een extra ticket. Dit was nummer ${number}: ${rate} per uur (T5).`,
    additionalDearer: (number, limit, rate) =>
      `Boven ${limit} tickets per maand is een ticket een extra ticket. Dit was nummer ${number}; het tarief is minstens dat van een extra ticket, hier ${rate} per uur (T5).`,
    amount: (duration, rate, amount) =>
      `De minuten zijn opgeteld en één keer op de cent afgerond: ${duration} × ${rate} per uur = ${amount} (CE4).`,
    visits: (visits) => `Werk op locatie doen we volgens het addendum: ${visits} (A3).`,
    visitsOfAtLeast: (minimum, visits) =>
      `Werk op locatie doen we volgens het addendum, met minstens ${minimum} per bezoek: ${visits} (A3).`,
    visit: (stretch, duration) => `${stretch}, gerekend ${duration}`,
    distance: (kilometres, rate, amount) =>
      `De reis rekenen we per kilometer, volgens het addendum: ${kilometres} km × ${rate} = ${amount} (A3).`,
    perVisit: (visits, rate, amount) =>
      `De reis heeft een vast bedrag per bezoek, volgens het addendum: ${visits} × ${rate} = ${amount} (A3).`,
    costs: (costs) => `Andere kosten van werk op locatie, volgens het addendum: ${costs} (A3).`,
    cost: (description, on, amount) => `${description}, ${on}: ${amount}`,
    vatElsewhere: {
      "reverse-charge": "De btw is verlegd: jullie geven die aan in jullie eigen land (CE5).",
      "outside-scope": "Over diensten aan een bedrijf buiten de EU rekenen we geen Nederlandse btw (CE5).",
    },
    corrected: (amount, reason) => `Hiervoor rekenen we ${amount} minder: ${reason} (CE7).`,
    forgiven: (amount, creditNote, reason) =>
      `Hiervan is ${amount} kwijtgescholden met creditfactuur ${creditNote}: ${reason} (CE7).`,
    credited: (invoice, reason) => `Dit neemt een regel van factuur ${invoice} terug: ${reason} (CE7).`,
    alreadyInvoiced: (total, before) =>
      `Alles bij elkaar is ${total}; eerder gefactureerd was ${before}. Alleen het verschil staat hier (CE7).`,
    minutes: (minutes) => (minutes === 1 ? "1 minuut" : `${minutes} minuten`),
    perHour: (rate) => `${rate}/uur`,
    rule: (rules) => `regel ${rules}`,
  },
  en: {
    startFee: (duration, month) =>
      `For every ticket created we charge at least ${duration} of administration, in the month it was created: ${month} (T1).`,
    covered: (duration) =>
      `The start fee covers the first minutes of administration; that is why ${duration} of administration is not charged separately here (T1).`,
    worked: (duration, window, entries) =>
      `The rate follows from when we work; ${duration} counts as ${window}: ${entries} (M4).`,
    notAgreed: (duration, window, entries) =>
      `Other hours are charged only from the moment you agree to them. This work came before that and counts as ${window}, ${duration}: ${entries} (M5).`,
    authorised: (duration) =>
      `What goes beyond the ceiling we do only with your authorisation. Of this, ${duration} was done under one (T3).`,
    heldPrices: (year, until) => `The quote holds the prices of ${year} until ${until} (T3).`,
    fixedPrice: (on, amount) =>
      `For this work one price was agreed in a quote, whatever time it takes. It was delivered on ${on}: ${amount} (T3).`,
    additional: (number, limit, rate) =>
      `Beyond ${limit} tickets a month a ticket is an additional ticket. This was number ${number}: ${rate} an hour (T5).`,
    additionalDearer: (number, limit, rate) =>
      `Beyond ${limit} tickets a month a ticket is an additional ticket. This was number ${number}; its rate is at least that of an additional ticket, here ${rate} an hour (T5).`,
    amount: (duration, rate, amount) =>
      `The minutes are summed and rounded to the cent once: ${duration} × ${rate} an hour = ${amount} (CE4).`,
    visits: (visits) => `Work on site follows the addendum: ${visits} (A3).`,
    visitsOfAtLeast: (minimum, visits) =>
      `Work on site follows the addendum, with at least ${minimum} for each visit: ${visits} (A3).`,
    visit: (stretch, duration) => `${stretch}, charged as ${duration}`,
    distance: (kilometres, rate, amount) =>
      `Travel is charged by the kilometre, as the addendum says: ${kilometres} km × ${rate} = ${amount} (A3).`,
    perVisit: (visits, rate, amount) =>
      `Travel has a fixed amount for each visit, as the addendum says: ${visits} × ${rate} = ${amount} (A3).`,
    costs: (costs) => `Other costs of work on site, as the addendum says: ${costs} (A3).`,
    cost: (description, on, amount) => `${description}, ${on}: ${amount}`,
    vatElsewhere: {
      "reverse-charge": "VAT is reverse-charged: you account for it in your own country (CE5).",
      "outside-scope": "Services to a business outside the EU carry no Dutch VAT (CE5).",
    },
    corrected: (amount, reason) => `We charge ${amount} less for this: ${reason} (CE7).`,
    forgiven: (amount, creditNote, reason) =>
      `Of this, ${amount} was forgiven by credit note ${creditNote}: ${reason} (CE7).`,
    credited: (invoice, reason) => `This takes back a line of invoice ${invoice}: ${reason} (CE7).`,
    alreadyInvoiced: (total, before) =>
      `All together this is ${total}; ${before} was invoiced earlier. Only the difference is here (CE7).`,
    minutes: (minutes) => (minutes === 1 ? "1 minute" : `${minutes} minutes`),
    perHour: (rate) => `${rate}/hour`,
    rule: (rules) => `rule ${rules}`,
  },
};
