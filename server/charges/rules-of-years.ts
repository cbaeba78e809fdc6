import type { RulesOfYear } from "../../core/charges/charge-work.ts";
import { type ChargeRules, chargeRules } from "../../core/charges/rules.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
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
  for (const [year, terms] of termsOfYears) if (terms !== null) found.set(year, keptRules(terms, extraHolidays));
  return found;
}

interface Kept {
  readonly holidays: string;
  readonly rules: ChargeRules;
}
const rulesOfTerms = new WeakMap<ContractTerms, Kept>();

/** Rules know the days that were worked out under them, so they stay as long as the provider's holidays do. */
function keptRules(terms: ContractTerms, extraHolidays: readonly Temporal.PlainDate[]): ChargeRules {
  const holidays = extraHolidays.join();
  const kept = rulesOfTerms.get(terms);
  if (kept?.holidays === holidays) return kept.rules;
  const rules = chargeRules(terms, extraHolidays);
  rulesOfTerms.set(terms, { holidays, rules });
  return rules;
}

function rulesIn(known: KnownRules): RulesOfYear {
  return (year) => {
    const rules = known.get(year);
    if (rules === undefined) throw new Error(`chargeable work in ${year}, a year without terms`);
    return rules;
  };
}
