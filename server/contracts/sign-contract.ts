import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Contact, System } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import type { RecordedContract } from "../../core/contracts/contract-lifecycle.ts";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import { decideSigning } from "../../core/contracts/signing.ts";
import type { ContractId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { isSignatory } from "../organisations/find-organisations.ts";
import { lockContract } from "./lock-contract.ts";
import { findLastEnd } from "./read-contracts.ts";
import { insertOffer, saveSignature, type Signature } from "./store-contracts.ts";
import { listPublishedYears } from "./read-contracts.ts";

/**
 * Records that a signatory signed a contract under the terms of a year that the product itself made and offered during
 * its setup (K1-K4). Refuses `not-allowed` to a person who may not sign for the organisation, `transition-refused` and
 * `terms-not-published`.
 */
export async function signContract(
  work: Work<Contact | System>,
  signing: { organisationId: OrganisationId; signedBy: PersonId; termsYear: number },
): Promise<Result<ContractId>> {
  const { organisationId, termsYear } = signing;
  const permitted = requirePermission(work.actor, "contract.sign", signing);
  if (!permitted.ok) return permitted;
  const currentEndsOn = await findLastEnd(work.tx, organisationId);
  const id = newId<ContractId>();
  const offered: RecordedContract = { recorded: "offered", offer: { termsYear, currentEndsOn } };
  const signature = await decide(work, offered, signing);
  if (!signature.ok) return signature;
  await insertOffer(work.tx, { organisationId, id, termsYear, offeredAt: work.now() });
  await keep(work, { organisationId, id, termsYear }, signature.value);
  return accept(id);
}

/**
 * Signs an offer to the signatory's organisation (K1-K5). Its period follows from the day. Refuses `not-allowed`,
 * `not-found`, and `transition-refused`, also when somebody else was quicker. The terms of an offer are published, and
 * a year has one open offer at a time, so no other contract can take its days while it is locked.
 */
export async function signOffer(
  work: Work<Contact>,
  place: { organisationId: OrganisationId; id: string },
): Promise<Result<ContractId>> {
  const { organisationId } = place;
  const locked = await lockContract(work, place, "contract.sign");
  if (!locked.ok) return locked;
  const { id, termsYear, recorded } = locked.value;
  const signature = await decide(work, recorded, { organisationId, signedBy: work.actor.personId });
  if (!signature.ok) return signature;
  await keep(work, { organisationId, id, termsYear }, signature.value);
  return accept(id);
}

/** The period of an offer if it is signed today, for the page before the signature and for the signature. */
export async function periodIfSigned({ tx, now }: Work, offered: RecordedContract): Promise<Result<ContractPeriod>> {
  const decided = decideSigning(offered, localDateOf(now()), { publishedYears: await listPublishedYears(tx) });
  if (!decided.ok) return decided;
  if (!("period" in decided.value)) throw new Error("what is signed has a period");
  return accept(decided.value.period);
}

async function decide(
  work: Work,
  offered: RecordedContract,
  { organisationId, signedBy }: { organisationId: OrganisationId; signedBy: PersonId },
): Promise<Result<Signature>> {
  if (!(await isSignatory(work.tx, organisationId, signedBy))) return refuse({ code: "not-allowed" });
  const period = await periodIfSigned(work, offered);
  return period.ok ? accept({ ...period.value, signedBy, signedOn: localDateOf(work.now()) }) : period;
}

async function keep(
  work: Work,
  place: { organisationId: OrganisationId; id: ContractId; termsYear: number },
  signature: Signature,
): Promise<void> {
  const { organisationId, id, termsYear } = place;
  await saveSignature(work.tx, { organisationId, id }, signature);
  const payload = {
    termsYear,
    startsOn: signature.startsOn.toString(),
    endsOn: signature.endsOn.toString(),
  };
  await recordEvent(work, { kind: "contract-signed", organisationId, subject: id, payload });
}
