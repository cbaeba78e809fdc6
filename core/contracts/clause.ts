import type { Names } from "../values/language.ts";

/** The rules of the contract by their ids; CE4 is "Charges, exactly" 4. A test finds a clause for each. */
export const ruleIds = [
  "P1",
  "P2",
  "P3",
  "B1",
  "B2",
  "B3",
  "B4",
  "K1",
  "K2",
  "K3",
  "K4",
  "K5",
  "M1",
  "M2",
  "M3",
  "M4",
  "M5",
  "T1",
  "T2",
  "T3",
  "T4",
  "T5",
  "T6",
  "S1",
  "S2",
  "A1",
  "A2",
  "A3",
  "D1",
  "D2",
  "D3",
  "CE1",
  "CE2",
  "CE3",
  "CE4",
  "CE5",
  "CE6",
  "CE7",
  "CE8",
] as const;

export type RuleId = (typeof ruleIds)[number];

/** A table of amounts. The first column names the row; columns of amounts line up. */
export interface ClauseTable {
  readonly columns: readonly { readonly title: Names; readonly isAmount: boolean }[];
  readonly rows: readonly (readonly Names[])[];
}

/** The contract's text on a rule, in both languages. A table belongs to the sentence before it. */
export interface Clause {
  readonly rule: RuleId;
  readonly text: Names;
  readonly table?: ClauseTable;
}

/** Clauses on one subject. */
export interface ClauseSection {
  readonly id: string;
  readonly title: Names;
  readonly clauses: readonly Clause[];
}
