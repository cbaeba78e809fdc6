import type { ContractTerms } from "../../core/contracts/terms.ts";
import type { RulesOfYear } from "../../core/charges/charge-work.ts";
import type { Chance } from "./chance.ts";
import type { Happening } from "./chain.ts";
import type { Rows } from "./copy-rows.ts";
import type { Plan } from "./plan.ts";

/** What every part of a loading needs. */
export interface Loading {
  readonly rows: Rows;
  readonly chance: Chance;
  readonly plan: Plan;
  readonly house: House;
}

/** The provider's own, made before the first organisation. */
export interface House {
  readonly consultants: readonly string[];
  readonly administrator: string;
  readonly termsOf: ReadonlyMap<number, ContractTerms>;
  readonly rulesOf: RulesOfYear;
  readonly articles: readonly string[];
}

/** An organisation whose tickets are being made. */
export interface Customer {
  readonly id: string;
  /** Its place among all, from 0. */
  readonly place: number;
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly vatNumber: string;
  readonly language: "nl" | "en";
  readonly domain: string;
  /** The holders of both seats. The first is the signatory. */
  readonly contacts: readonly [string, string];
  readonly names: readonly [string, string];
  readonly createdAt: number;
  /** The signed addendum for visits, if there is one. */
  readonly addendumId: string | null;
  /** What happened to it, in any order. */
  readonly happenings: Happening[];
}

/** A moment as COPY writes it. */
export function textOfTime(at: number): string {
  return new Date(at).toISOString();
}

/** The time of an item; throws for a list without it. */
export function itemAt<Item>(items: readonly Item[], place: number): Item {
  const item = items[place];
  if (item === undefined) throw new Error(`nothing at ${place}`);
  return item;
}

export const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
