import { abilitiesOf } from "../../core/access/abilities.ts";
import type { Contact, Staff } from "../../core/access/actor.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import { type ContractDeed, contractDeeds } from "../../core/contracts/contract-deeds.ts";
import type { ContractState } from "../../core/contracts/contract-lifecycle.ts";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import { organisationDeeds } from "../../core/organisations/organisation-deeds.ts";
import type { ContractId, OrganisationId } from "../../core/values/ids.ts";
import { atOnce } from "../db/at-once.ts";
import type { Work } from "../events/work.ts";
import { knownContracts, type KnownContract, offerableYears } from "./known-contracts.ts";
import { periodIfSigned } from "./sign-contract.ts";
import { findLastEnd, findTerms, listPublishedYears } from "./read-contracts.ts";
import { endIfTerminated, endOf } from "./terminate-contract.ts";

/** An offer that waits for a signature, with its period if signed today. */
export interface OpenOffer {
  readonly id: ContractId;
  readonly abilities: ReadonlySet<ContractDeed>;
  readonly period: ContractPeriod;
  readonly terms: ContractTerms;
}

/**
 * A contract that the actor can terminate, with its last day if terminated today; null for a contract that has not
 * started (K1, K3).
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
  /** The years that the actor can offer now. */
  readonly offerable: readonly number[];
  /** The years under whose terms the actor can record a contract on paper. */
  readonly recordable: readonly number[];
}

/** The state of an organisation's contracts today, and what the actor can do to them (K1-K5). */
export async function loadStanding(
  work: Work<Contact | Staff>,
  organisationId: OrganisationId,
): Promise<ContractStanding> {
  const known = await knownContracts(work, organisationId);
  const today = localDateOf(work.now());
  const withAbilities = known.map((contract) => ({
    contract,
    abilities: abilitiesOf(contractDeeds, work.actor, { ...contract, organisationId, today }),
  }));
  const abilities = abilitiesOf(organisationDeeds, work.actor, { organisationId });
  const { offers, terminable, offerable, recordable } = await atOnce({
    offers: Promise.all(
      withAbilities.map(async ({ contract, abilities }) =>
        contract.state === "offered" ? openOffer(work, contract, abilities) : [],
      ),
    ),
    terminable: Promise.all(
      withAbilities.map(async ({ contract, abilities }) =>
        abilities.has("contract.terminate") ? terminableNow(work, contract) : [],
      ),
    ),
    offerable: abilities.has("contract.offer") ? offerableYears(work, known) : [],
    recordable: abilities.has("contract.record") ? recordableYears(work, organisationId) : [],
  });
  return { known, offers: offers.flat(), terminable: terminable.flat(), offerable, recordable };
}

/** This year and later ones with terms, unless a contract already lasts to the end of the year. */
async function recordableYears({ tx, now }: Work, organisationId: OrganisationId): Promise<readonly number[]> {
  const { year } = localDateOf(now());
  const { published, lastEnd } = await atOnce({
    published: listPublishedYears(tx),
    lastEnd: findLastEnd(tx, organisationId),
  });
  const isFull = (each: number) => lastEnd !== null && lastEnd.toString() >= `${each}-12-31`;
  return published.filter((each) => each >= year && !isFull(each));
}

async function terminableNow(work: Work, contract: KnownContract): Promise<Terminable[]> {
  const { id, state, termsYear } = contract;
  const ended = await endIfTerminated(work, contract);
  return ended.ok ? [{ id, state, termsYear, endsOn: endOf(ended.value) }] : [];
}

async function openOffer(
  work: Work,
  { id, termsYear, recorded }: KnownContract,
  abilities: ReadonlySet<ContractDeed>,
): Promise<OpenOffer[]> {
  const { period, terms } = await atOnce({
    period: periodIfSigned(work, recorded),
    terms: findTerms(work.tx, termsYear),
  });
  return period.ok && terms !== null ? [{ id, abilities, period: period.value, terms }] : [];
}
