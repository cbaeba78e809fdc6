import type { RulesOfYear } from "../../core/charges/charge-work.ts";
import { type ChargeRules, chargeRules } from "../../core/charges/rules.ts";
import { findExtraHolidays, findTerms } from "../contracts/read-contracts.ts";
import type { Transaction } from "../db/connect.ts";

/** The rules of some calendar years, as far as they have terms. */
export type KnownRules = ReadonlyMap<number, ChargeRules>;

/**
 * The rules of some calendar years. A contract has terms, and work on a date without a contract is never chargeable
 * (CE6).
 */
export async function rulesOf(tx: Transaction, years: Iterable<number>, known: KnownRules = new Map()) {
  return rulesIn(
    new Map([
      ...known,
      ...(await loadRules(
        tx,
        [...years].filter((year) => !known.has(year)),
      )),
    ]),
  );
}

export async function loadRules(tx: Transaction, years: readonly number[]): Promise<KnownRules> {
  if (years.length === 0) return new Map();
  const [extraHolidays, ...termsOfYears] = await Promise.all([
    findExtraHolidays(tx),
    ...[...new Set(years)].map(async (year) => [year, await findTerms(tx, year)] as const),
  ]);
  const found = new Map<number, ChargeRules>();
  for (const [year, terms] of termsOfYears) if (terms !== null) found.set(year, chargeRules(terms, extraHolidays));
  return found;
}

function rulesIn(known: KnownRules): RulesOfYear {
  return (year) => {
    const rules = known.get(year);
    if (rules === undefined) throw new Error(`chargeable work in ${year}, a year without terms`);
    return rules;
  };
}
