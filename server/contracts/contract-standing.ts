import type { Contact, Staff } from "../../core/access/actor.ts";
import type { ContractState } from "../../core/contracts/contract-lifecycle.ts";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import type { ContractId, OrganisationId } from "../../core/values/ids.ts";
import type { Work } from "../events/work.ts";
import { knownContracts, type KnownContract, offerableYears } from "./known-contracts.ts";
import { periodIfSigned } from "./sign-contract.ts";
import { findTerms } from "./read-contracts.ts";
import { endIfTerminated, endOf } from "./terminate-contract.ts";

/** An offer that waits for a signature, with its period if signed today. */
export interface OpenOffer {
  readonly id: ContractId;
  readonly period: ContractPeriod;
  readonly terms: ContractTerms;
}

/**
 * A contract that can be terminated, with its last day if terminated today; null for a contract that has not started
 * (K1, K3).
 */
export interface Terminable {
  readonly id: ContractId;
  readonly state: ContractState;
  readonly termsYear: number;
  readonly endsOn: Temporal.PlainDate | null;
}

export interface ContractStanding {
  readonly known: readonly KnownContract[];
  readonly offers: readonly OpenOffer[];
  readonly terminable: readonly Terminable[];
  /** The years to offer now. Only the desk asks for them. */
  readonly offerable: readonly number[];
}

/** The state of an organisation's contracts today, and the possible actions (K1-K5). */
export async function loadStanding(
  work: Work<Contact | Staff>,
  organisationId: OrganisationId,
): Promise<ContractStanding> {
  const known = await knownContracts(work, organisationId);
  const offers: OpenOffer[] = [];
  const terminable: Terminable[] = [];
  for (const contract of known) {
    const { id, state, termsYear } = contract;
    if (state === "offered") offers.push(...(await openOffer(work, contract)));
    if (state !== "signed" && state !== "active") continue;
    const ended = await endIfTerminated(work, contract);
    if (ended.ok) terminable.push({ id, state, termsYear, endsOn: endOf(ended.value) });
  }
  const offerable = work.actor.kind === "contact" ? [] : await offerableYears(work, known);
  return { known, offers, terminable, offerable };
}

async function openOffer(work: Work, { id, termsYear, recorded }: KnownContract): Promise<OpenOffer[]> {
  const period = await periodIfSigned(work, recorded);
  const terms = await findTerms(work.tx, termsYear);
  return period.ok && terms !== null ? [{ id, period: period.value, terms }] : [];
}
