import { accept, always, refuse, type Result, withoutValue } from "../values/result.ts";
import { decideAddendum, type RecordedAddendum } from "./addendum.ts";
import { advanceContract, type ContractAction, type RecordedContract } from "./contract-lifecycle.ts";
import type { ContractPeriod } from "./period.ts";

/** The facts of a contract that decide whether a deed is possible on a local date. */
export interface ContractFacts {
  readonly recorded: RecordedContract;
  readonly today: Temporal.PlainDate;
}

type Condition = (contract: ContractFacts) => Result<null>;

const step =
  (action: ContractAction): Condition =>
  ({ recorded, today }) =>
    withoutValue(advanceContract(recorded, action, today));

/**
 * The state a contract must have for each deed, by the deed's name in the table of roles. They refuse
 * `transition-refused` by the contract's lifecycle. Source: contract K1, K3.
 */
export const contractDeeds = {
  "contract.read": always,
  "contract.sign": step("sign"),
  "contract.withdraw": step("withdraw"),
  "contract.terminate": step("terminate"),
} as const satisfies Readonly<Record<string, Condition>>;

export type ContractDeed = keyof typeof contractDeeds;

/** The facts of an addendum that decide whether a deed is possible on a local date. */
export interface AddendumFacts {
  readonly recorded: RecordedAddendum;
  /** The days of its contract; null when no contract of theirs is in force or to come. */
  readonly contract: ContractPeriod | null;
  readonly today: Temporal.PlainDate;
}

/**
 * The same for an addendum. Refuses `changed-meanwhile` for one that was signed or withdrawn, and `no-contract` for a
 * signature after its contract. Source: contract A3.
 */
export const addendumDeeds = {
  "addendum.sign": ({ recorded, contract, today }) =>
    contract === null
      ? refuse({ code: "no-contract", on: today.toString() })
      : withoutValue(decideAddendum(recorded, contract, today)),
  "addendum.withdraw": ({ recorded }) =>
    recorded.recorded === "offered" ? accept(null) : refuse({ code: "changed-meanwhile" }),
} as const satisfies Readonly<Record<string, (addendum: AddendumFacts) => Result<null>>>;

export type AddendumDeed = keyof typeof addendumDeeds;
