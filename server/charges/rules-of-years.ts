import type { RulesOfYear } from "../../core/charges/charge-work.ts";
import { type ChargeRules, chargeRules } from "../../core/charges/rules.ts";
import { findExtraHolidays, findTerms } from "../contracts/read-contracts.ts";
import type { Transaction } from "../db/connect.ts";

/**
 * The rules of some calendar years. A contract has terms, and work on a date without a contract is never chargeable
 * (CE6).
 */
export async function rulesOf(tx: Transaction, years: Iterable<number>): Promise<RulesOfYear> {
  const [extraHolidays, ...termsOfYears] = await Promise.all([
    findExtraHolidays(tx),
    ...[...new Set(years)].map(async (year) => [year, await findTerms(tx, year)] as const),
  ]);
  const found = new Map<number, ChargeRules>();
  for (const [year, terms] of termsOfYears) if (terms !== null) found.set(year, chargeRules(terms, extraHolidays));
  return (year) => {
    const rules = found.get(year);
    if (rules === undefined) throw new Error(`chargeable work in ${year}, a year without terms`);
    return rules;
  };
}
