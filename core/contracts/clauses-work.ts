import type { Names } from "../values/language.ts";
import { formatList } from "../values/format.ts";
import type { Clause, ClauseSection } from "./clause.ts";
import { inBoth, lasting } from "./clause-values.ts";
import { wordPickupAim } from "./pickup-aim-words.ts";
import type { ContractTerms } from "./terms.ts";

/** What a customer may expect, and what not. Source: contract B1-B4, S1, S2. */
export function expectationsSection(terms: ContractTerms): ClauseSection {
  return {
    id: "expectations",
    title: { nl: "Wat je mag verwachten", en: "What you may expect" },
    clauses: [bestEffort, asThereIsRoom, pickupAim(terms), urgency, noGuarantee, otherwise],
  };
}

const bestEffort: Clause = {
  rule: "B1",
  text: {
    nl: "We helpen zo goed als we kunnen. Er is geen serviceniveau: er zijn geen reactietijden of oplostijden afgesproken.",
    en: "We help as well as we can. There is no service level: no response times or solution times are agreed.",
  },
};

const asThereIsRoom: Clause = {
  rule: "B2",
  text: {
    nl: "Een ticket pakken we op als een consultant er ruimte voor heeft.",
    en: "A ticket is picked up when a consultant has room for it.",
  },
};

function pickupAim({ pickupAim }: ContractTerms): Clause {
  const aim = wordPickupAim(pickupAim);
  const isWorking = pickupAim.kind === "working";
  return {
    rule: "B3",
    text: {
      nl: `We streven ernaar een ticket op te pakken binnen ${aim.nl} na de dag waarop je het aanmaakt, weekenden en feestdagen ${isWorking ? "niet " : ""}meegeteld. Dat is een streven en geen toezegging.`,
      en: `We aim to pick a ticket up within ${aim.en} after the day you create it, weekends and public holidays ${isWorking ? "not " : ""}counted. This is an aim and no commitment.`,
    },
  };
}

const urgency: Clause = {
  rule: "B4",
  text: {
    nl: "Hoe dringend een ticket is, bepalen wij als dat kan, uit de omvang van het probleem en wat je erover schrijft. Zelf een prioriteit of urgentie meegeven kan niet.",
    en: "How urgent a ticket is, we decide where possible, from the size of the problem and what you write about it. You cannot give it a priority or urgency yourself.",
  },
};

const noGuarantee: Clause = {
  rule: "S1",
  text: {
    nl: "We kunnen geen oplossing garanderen. Een ticket sluit met een uitkomst: opgelost, werkt met een omweg, anders ingericht, voorgelegd aan Microsoft of niet opgelost.",
    en: "We cannot guarantee a solution. A ticket closes with an outcome: solved, works with a workaround, set up differently, escalated to Microsoft or not solved.",
  },
};

const otherwise: Clause = {
  rule: "S2",
  text: {
    nl: "Is een oplossing niet mogelijk, dan zoeken we een omweg of een andere inrichting. Soms leggen we het voor aan Microsoft; dan wachten we op hun antwoord. Hoe het verder gaat, bespreken we in het ticket.",
    en: "Where a solution is not possible, we look for a workaround or a different set-up. Sometimes we escalate to Microsoft and wait for their answer. How to go on, we discuss in the ticket.",
  },
};

/** The steps of handling a ticket. Source: contract D1-D3. */
export function stepsSection(terms: ContractTerms): ClauseSection {
  return {
    id: "steps",
    title: { nl: "Hoe we een ticket behandelen", en: "How we handle a ticket" },
    clauses: [administration(terms), research(terms), resolution],
  };
}

function administration({ startFeeMinutes }: ContractTerms): Clause {
  const fee = lasting(startFeeMinutes);
  const isFree = startFeeMinutes === 0;
  return {
    rule: "D1",
    text: {
      nl: `Administratie: we beoordelen en verwerken het ticket, vragen wat er ontbreekt en bellen als dat nodig is.${isFree ? "" : ` De eerste ${fee.nl} zit in het starttarief.`} Zolang we op jouw antwoord wachten, staat het ticket stil.`,
      en: `Administration: we assess and process the ticket, ask for what is missing and call if needed.${isFree ? "" : ` The start fee covers the first ${fee.en}.`} While we wait for your answer, the ticket rests.`,
    },
  };
}

function research({ researchMinutes, researchWarnings }: ContractTerms): Clause {
  const most = lasting(researchMinutes);
  const warnings = warningWords(researchWarnings);
  return {
    rule: "D2",
    text: {
      nl: `Onderzoek: we zoeken de oorzaak en proberen het in hooguit ${most.nl} op te lossen, of in wat het urenplafond nog toelaat als dat minder is.${warnings.nl} Blijkt er meer tijd nodig, dan overleggen we eerst over wat we nog verwachten.`,
      en: `Research: we look for the cause and try to solve it in ${most.en} at most, or in what the ceiling still allows when that is less.${warnings.en} If more time turns out to be needed, we first consult you on what we expect.`,
    },
  };
}

function warningWords(warnings: readonly number[]): Names {
  if (warnings.length === 0) return { nl: "", en: "" };
  const left = inBoth((language) =>
    formatList(
      warnings.map((minutes) => lasting(minutes)[language]),
      language,
    ),
  );
  return {
    nl: ` De consultant krijgt een waarschuwing als er nog ${left.nl} over is.`,
    en: ` The consultant is warned when ${left.en} of it is left.`,
  };
}

const resolution: Clause = {
  rule: "D3",
  text: {
    nl: "Oplossing: we vertellen je wat we hebben gevonden en gedaan, en leggen het vast in onze kennisbank. Is het niet op te lossen, dan overleggen we over een vervolg.",
    en: "Resolution: we tell you what we found and did, and record it in our knowledge base. If it cannot be solved, we consult you on how to follow up.",
  },
};
