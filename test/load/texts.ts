import type { TicketTemplate } from "../../server/demo/content/template.ts";
import type { Chance } from "./chance.ts";
import type { Customer } from "./loading.ts";

const departments = ["de administratie", "het magazijn", "de balie", "de directie", "de planning", "filiaal Zuid"];

/** Fills the slots of a template's text with names of the customer. */
export function fillText(text: string, { names, domain }: Customer, chance: Chance): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === "who") return names[0];
    if (slot === "other") return names[1];
    if (slot === "domain") return domain;
    if (slot === "place") return chance.pick(departments);
    return String(chance.between(2, 9));
  });
}

/** A line of a long conversation. */
export function smallTalk(place: number, { solution, research }: TicketTemplate): string {
  return place % 2 === 0
    ? `Stand van zaken (${place + 1}): ${research}.`
    : `Dank, we wachten af. ${solution}`.slice(0, 300);
}
