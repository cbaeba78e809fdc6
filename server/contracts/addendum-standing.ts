import { localDateOf } from "../../core/calendar/time-zone.ts";
import { abilitiesOf } from "../../core/access/abilities.ts";
import { addendumOn, decideAddendum } from "../../core/contracts/addendum.ts";
import { type AddendumDeed, addendumDeeds } from "../../core/contracts/contract-deeds.ts";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import { organisationDeeds } from "../../core/organisations/organisation-deeds.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { atOnce } from "../db/at-once.ts";
import type { Work } from "../events/work.ts";
import {
  type AddendumInForce,
  findContractFrom,
  findOpenAddendum,
  listSignedAddenda,
  type OpenAddendum,
} from "./read-addenda.ts";

/** An addendum that waits for a signature, with its period if signed today; null when its contract is over. */
export type OfferedAddendum = OpenAddendum & {
  readonly period: ContractPeriod | null;
  readonly abilities: ReadonlySet<AddendumDeed>;
};

/** The state of an organisation's addenda today (A3). */
export interface AddendumStanding {
  readonly offered: OfferedAddendum | null;
  /** The addendum in force, or signed for later. */
  readonly signed: AddendumInForce | null;
  /** Whether the actor can offer another one: if none waits, and there is a contract for it. */
  readonly isOfferable: boolean;
}

/** The addendum in force or to come, the one that waits for a signature, and whether one can be offered (A3). */
export async function loadAddendumStanding(
  { tx, actor, now }: Work,
  organisationId: OrganisationId,
): Promise<AddendumStanding> {
  const today = localDateOf(now());
  const { open, contract, signed } = await atOnce({
    open: findOpenAddendum(tx, organisationId),
    contract: findContractFrom(tx, organisationId, today),
    signed: listSignedAddenda(tx, organisationId),
  });
  const recorded = { recorded: "offered" } as const;
  const ofOpen = contract !== null && contract.id === open?.contractId ? contract : null;
  const abilities = abilitiesOf(addendumDeeds, actor, { organisationId, recorded, contract: ofOpen, today });
  const mayOffer = abilitiesOf(organisationDeeds, actor, { organisationId }).has("addendum.offer");
  const coming = signed.findLast(({ period }) => Temporal.PlainDate.compare(today, period.startsOn) < 0);
  return {
    offered: open === null ? null : { ...open, period: periodIfSigned(open, contract, today), abilities },
    signed: addendumOn(signed, today) ?? coming ?? null,
    isOfferable: mayOffer && open === null && contract !== null,
  };
}

/** Whether an addendum can be signed today (A3). It asks no more while none waits. */
export async function isAddendumSignable({ tx, now }: Work, organisationId: OrganisationId): Promise<boolean> {
  const open = await findOpenAddendum(tx, organisationId);
  if (open === null) return false;
  const today = localDateOf(now());
  return periodIfSigned(open, await findContractFrom(tx, organisationId, today), today) !== null;
}

function periodIfSigned(
  open: OpenAddendum,
  contract: Awaited<ReturnType<typeof findContractFrom>>,
  today: Temporal.PlainDate,
): ContractPeriod | null {
  if (contract === null || contract.id !== open.contractId) return null;
  const decided = decideAddendum({ recorded: "offered" }, contract, today);
  return decided.ok ? decided.value : null;
}
