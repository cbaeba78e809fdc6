import { describeWindow } from "../calendar/describe-week.ts";
import { formatDayOfYear } from "../calendar/format-time.ts";
import { holidayNames } from "../calendar/holiday-names.ts";
import { type LiberationDayRule, publicHolidays } from "../calendar/public-holidays.ts";
import { formatList } from "../values/format.ts";
import type { Language, Names } from "../values/language.ts";
import type { Clause, ClauseSection } from "./clause.ts";
import { inBoth, money } from "./clause-values.ts";
import { hourlyRateFor } from "./hourly-rate.ts";
import { type ContractTerms, type RateWindow, windowOf } from "./terms.ts";

/** The price of an hour by time of the week. Source: contract M4, M5, "Charges, exactly" 1 and 2. */
export function ratesSection(terms: ContractTerms): ClauseSection {
  return {
    id: "rates",
    title: { nl: "Wat een uur kost", en: "What an hour costs" },
    clauses: [hourlyRates(terms), usualHours(terms), byTheMinute(terms), holidays(terms), holidaysOfYear(terms)],
  };
}

function hourlyRates(terms: ContractTerms): Clause {
  const hasAdditional = terms.ticketsPerMonth !== null;
  const rowOf = ({ id, names, hourlyRate }: RateWindow): readonly Names[] => [
    names,
    describeWindow(id, terms.week),
    money(hourlyRate),
    ...(hasAdditional ? [money(hourlyRateFor(id, true, terms))] : []),
  ];
  const additional = { nl: "Extra ticket, per uur", en: "Additional ticket, an hour" };
  return {
    rule: "M4",
    text: {
      nl: "Wat een uur werk kost, volgt uit het moment waarop we werken. Alle bedragen zijn zonder btw.",
      en: "What an hour of work costs follows from when we work. All amounts are without VAT.",
    },
    table: {
      columns: [
        { title: { nl: "Uren", en: "Hours" }, isAmount: false },
        { title: { nl: "Wanneer", en: "When" }, isAmount: false },
        { title: { nl: "Per uur", en: "An hour" }, isAmount: true },
        ...(hasAdditional ? [{ title: additional, isAmount: true }] : []),
      ],
      rows: terms.windows.map(rowOf),
    },
  };
}

function byTheMinute({ timeZone }: ContractTerms): Clause {
  return {
    rule: "CE1",
    text: {
      nl: `We rekenen per minuut, met de klok van ${timeZone}: elke minuut heeft het tarief van het moment waarop die begint. Als de klok wordt verzet, telt de tijd die echt verstreken is.`,
      en: `We charge by the minute, by the clock of ${timeZone}: each minute has the rate of the moment at which it begins. When the clock changes, the time that really elapsed counts.`,
    },
  };
}

function holidays({ liberationDay }: ContractTerms): Clause {
  const liberation = liberationWords[liberationDay];
  return {
    rule: "CE2",
    text: {
      nl: `Op een feestdag gelden de uren van een feestdag, op welke dag van de week die ook valt. ${liberation.nl} Goede Vrijdag is geen feestdag. We kunnen eigen vrije dagen toevoegen, maar nooit in een maand die al gefactureerd is.`,
      en: `On a public holiday the hours of a public holiday apply, whichever day of the week it is. ${liberation.en} Good Friday is no public holiday. We may add days off of our own, but never in a month that was already invoiced.`,
    },
  };
}

function holidaysOfYear({ year, liberationDay }: ContractTerms): Clause {
  const list = inBoth((language) => listHolidays(year, liberationDay, language));
  return {
    rule: "CE2",
    text: {
      nl: `In ${year} zijn de feestdagen ${list.nl}.`,
      en: `In ${year} the public holidays are ${list.en}.`,
    },
  };
}

function listHolidays(year: number, rule: LiberationDayRule, language: Language): string {
  const named = publicHolidays(year, rule).map(
    ({ name, date }) => `${holidayNames[name][language]} (${formatDayOfYear(date, language)})`,
  );
  return formatList(named, language);
}

const liberationWords: Readonly<Record<LiberationDayRule, Names>> = {
  lustrum: {
    nl: "Bevrijdingsdag is alleen een feestdag in een jaar dat deelbaar is door 5.",
    en: "Liberation Day is a public holiday only in a year divisible by 5.",
  },
  always: {
    nl: "Bevrijdingsdag is elk jaar een feestdag.",
    en: "Liberation Day is a public holiday every year.",
  },
  never: {
    nl: "Bevrijdingsdag is geen feestdag.",
    en: "Liberation Day is no public holiday.",
  },
};

function usualHours(terms: ContractTerms): Clause {
  const usual = windowOf(terms.usualWindow, terms).names;
  if (terms.windows.length === 1)
    return {
      rule: "M5",
      text: {
        nl: `Er is één tarief: ${usual.nl}. Wanneer we ook aan een ticket werken, een uur kost hetzelfde.`,
        en: `There is one rate: ${usual.en}. Whenever we work on a ticket, an hour costs the same.`,
      },
    };
  return {
    rule: "M5",
    text: {
      nl: `Standaard werken we aan tickets binnen ‘${usual.nl}’. Het tarief van andere uren geldt alleen als een contactpersoon voor dat ticket instemt met werk op andere uren, en pas vanaf dat moment. Zonder instemming telt elke minuut als ‘${usual.nl}’. Wie instemt in een gesprek, vindt dat terug in het ticket; alle contactpersonen krijgen er bericht van.`,
      en: `By default we work on tickets within ‘${usual.en}’. The rate of other hours applies only where a contact agrees, for that ticket, to work at other hours, and only from that moment on. Without such an agreement every minute counts as ‘${usual.en}’. An agreement given in a call is noted in the ticket, and all contacts are told.`,
    },
  };
}
