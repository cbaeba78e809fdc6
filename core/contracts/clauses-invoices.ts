import type { Clause, ClauseSection } from "./clause.ts";
import { counted } from "./clause-values.ts";
import type { ContractTerms } from "./terms.ts";

/** The way from work to a paid invoice. Source: contract M1-M3, "Charges, exactly" 3-7. */
export function invoicesSection(terms: ContractTerms): ClauseSection {
  return {
    id: "invoices",
    title: { nl: "Facturen", en: "Invoices" },
    clauses: [
      noFixedCost,
      monthly,
      payment(terms),
      wholeMinutes,
      rounding,
      vat(terms),
      vatElsewhere,
      inForce,
      differences,
    ],
  };
}

const noFixedCost: Clause = {
  rule: "M1",
  text: {
    nl: "Er zijn geen vaste kosten. Een maand zonder tickets en zonder werk levert geen factuur op.",
    en: "There are no fixed costs. A month without tickets and without work brings no invoice.",
  },
};

const monthly: Clause = {
  rule: "M2",
  text: {
    nl: "Aan het begin van een maand krijg je de factuur van de maand ervoor, elke regel met zijn reden. Werk dat we later invoeren, komt op de volgende factuur, met de datum waarop het is gedaan.",
    en: "At the start of a month you get the invoice of the month before, every line with its reason. Work that we enter later comes on the next invoice, dated as it was worked.",
  },
};

function payment({ paymentDays }: ContractTerms): Clause {
  return {
    rule: "M3",
    text: {
      nl: `Je betaalt een factuur binnen ${counted(paymentDays, "dag", "dagen")} na de factuurdatum.`,
      en: `You pay an invoice within ${counted(paymentDays, "day", "days")} after its date.`,
    },
  };
}

const wholeMinutes: Clause = {
  rule: "CE3",
  text: {
    nl: "Werk leggen we vast in hele minuten. Een minuut hoort bij de maand waarin die valt; werk dat over het eind van een maand heen loopt, wordt daar gesplitst.",
    en: "Work is recorded in whole minutes. A minute belongs to the month it lies in; work that goes on past the end of a month is split there.",
  },
};

const rounding: Clause = {
  rule: "CE4",
  text: {
    nl: "Per ticket en per tarief tellen we de minuten van de maand op. Het bedrag is de minuten maal het uurtarief gedeeld door 60, één keer afgerond op de cent, een halve cent naar boven.",
    en: "For each ticket and rate we sum the minutes of the month. The amount is the minutes times the hourly rate divided by 60, rounded to the cent once, half a cent up.",
  },
};

function vat({ vatPercent, reducedVatPercent }: ContractTerms): Clause {
  return {
    rule: "CE5",
    text: {
      nl: `Over werk komt ${vatPercent}% btw, over kosten met het verlaagde tarief ${reducedVatPercent}%. We berekenen de btw over de som van alle regels met hetzelfde btw-tarief en ronden één keer af op de cent.`,
      en: `${vatPercent}% VAT is added to work, ${reducedVatPercent}% to costs of the reduced rate. VAT is computed on the sum of all lines of the same VAT rate and rounded to the cent once.`,
    },
  };
}

const vatElsewhere: Clause = {
  rule: "CE5",
  text: {
    nl: "Is je organisatie een bedrijf in een ander land van de EU, dan is de btw verlegd en geef je die daar aan. Buiten de EU rekenen we geen Nederlandse btw.",
    en: "If your organisation is a business in another country of the EU, VAT is reverse-charged and you account for it there. Outside the EU we charge no Dutch VAT.",
  },
};

const inForce: Clause = {
  rule: "CE6",
  text: {
    nl: "Een minuut kost wat de voorwaarden zeggen die op die dag gelden. Of een ticket extra is, zijn starttarief en zijn urenplafond volgen uit de voorwaarden bij het aanmaken. Werk op een datum zonder contract rekenen we niet.",
    en: "A minute costs what the terms say that are in force on that day. Whether a ticket is additional, its start fee and its ceiling follow from the terms at its creation. Work on a date without a contract is not charged.",
  },
};

const differences: Clause = {
  rule: "CE7",
  text: {
    nl: "Wat al gefactureerd is, trekken we af: alleen het verschil komt op de factuur, met het totaal van nu en dat van eerder erbij. Een fout zetten we recht met een regel of een creditfactuur; wat we daarmee kwijtschelden, rekenen we niet opnieuw.",
    en: "What was invoiced before is subtracted: only the difference is invoiced, and the line shows both totals. A mistake is put right by a line or a credit note; what is forgiven by it is not charged again.",
  },
};
