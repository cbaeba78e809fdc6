import type { Actor } from "../../../../core/access/actor.ts";
import type { Result } from "../../../../core/values/result.ts";
import type { Work } from "../../../events/work.ts";
import { known, type Registry } from "../people.ts";

/** The ticket of a deed, by its key in the plan, among all that exists by now. */
export interface Place {
  readonly registry: Registry;
  readonly ticket: string;
}

export function referenceOf({ registry, ticket }: Place): string {
  return known(registry.tickets, ticket);
}

/** How each kind of deed is carried out, by the product's own action. */
export type CarryingOut<Who extends Actor, Deeds> = {
  readonly [Kind in keyof Deeds]: (work: Work<Who>, place: Place, deed: Deeds[Kind]) => Promise<Result<unknown>>;
};

/** The input of an action, without the ticket and its version. */
export type InputOf<Action extends (work: never, input: never) => unknown> = Omit<
  Parameters<Action>[1],
  "reference" | "version"
>;

/** A case number like Microsoft's, the same each time the history is made. */
export function caseOf(reference: string): { caseNumber: string } {
  return { caseNumber: `26${reference.replaceAll(/\D/g, "").padStart(14, "0")}` };
}
