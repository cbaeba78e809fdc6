import { advance, type Lifecycle, staying } from "../values/lifecycle.ts";
import type { Result } from "../values/result.ts";
import { contractPeriod, type ContractPeriod } from "./period.ts";

export const contractStates = ["draft", "offered", "signed", "active", "terminated", "expired", "withdrawn"] as const;
export type ContractState = (typeof contractStates)[number];

export const contractActions = [
  "revise",
  "offer",
  "sign",
  "begin",
  "renew",
  "terminate",
  "withdraw",
  "expire",
] as const;
export type ContractAction = (typeof contractActions)[number];

/**
 * The life of a contract. A termination before its start withdraws it (K1). A terminated contract stays in force until
 * its end (K3). Renewal leaves it alone and drafts one for the coming year (K5). An offer expires when its year has no
 * month left, a contract after its last day (K4). Source: contract K1-K5.
 */
export const contractLifecycle: Lifecycle<ContractState, ContractAction> = {
  thing: "contract",
  states: contractStates,
  actions: contractActions,
  transitions: [
    { action: "revise", from: ["draft", "offered"], to: "draft" },
    { action: "offer", from: ["draft"], to: "offered" },
    { action: "sign", from: ["offered"], to: "signed" },
    { action: "begin", from: ["signed"], to: "active", by: "date" },
    ...staying<ContractState, ContractAction>("renew", ["signed", "active"]),
    { action: "terminate", from: ["signed"], to: "withdrawn" },
    { action: "terminate", from: ["active"], to: "terminated" },
    { action: "withdraw", from: ["draft", "offered"], to: "withdrawn" },
    { action: "expire", from: ["offered", "active"], to: "expired", by: "date" },
  ],
};

/** An offer: a contract under the terms of a year, and the last day of the contract before it, if any. */
export interface Offer {
  readonly termsYear: number;
  readonly currentEndsOn: Temporal.PlainDate | null;
}

/** A contract as it is recorded. `contractStateOn` adds the states that follow from a date. */
export type RecordedContract =
  | { readonly recorded: "draft" | "offered"; readonly offer: Offer }
  | { readonly recorded: "signed" | "terminated"; readonly period: ContractPeriod }
  | { readonly recorded: "withdrawn" };

/**
 * The state of a contract on a local date. It is computed, so that no nightly job has to change it. Source: contract
 * K1, K4.
 */
export function contractStateOn(contract: RecordedContract, today: Temporal.PlainDate): ContractState {
  switch (contract.recorded) {
    case "offered":
      return contractPeriod({ signedOn: today, ...contract.offer }) === null ? "expired" : "offered";
    case "signed":
      return signedStateOn(contract.period, today);
    case "draft":
    case "terminated":
    case "withdrawn":
      return contract.recorded;
  }
}

function signedStateOn({ startsOn, endsOn }: ContractPeriod, today: Temporal.PlainDate): ContractState {
  if (Temporal.PlainDate.compare(today, startsOn) < 0) return "signed";
  return Temporal.PlainDate.compare(today, endsOn) > 0 ? "expired" : "active";
}

/** The state an action on a local date leads to. Refuses `transition-refused`. Source: contract K1-K5. */
export function advanceContract(
  contract: RecordedContract,
  action: ContractAction,
  today: Temporal.PlainDate,
): Result<ContractState> {
  return advance(contractLifecycle, contractStateOn(contract, today), action);
}
