import type { Contact, System } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { contractPeriod } from "../../core/contracts/period.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import type { ContractId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId, type Work } from "../events/work.ts";
import { isSignatory } from "../organisations/find-organisations.ts";
import { localDateOf } from "./contract-on.ts";
import { findLastEnd, insertContract, insertTerms } from "./store.ts";

/** Publishes the terms of a calendar year, which never change afterwards (K5). Only the product itself does, while it is set up. */
export async function publishTerms(work: Work<System>, terms: ContractTerms): Promise<void> {
  await insertTerms(work.tx, terms, work.now());
  await recordEvent(work, {
    kind: "terms-published",
    organisationId: null,
    subject: String(terms.year),
    isVisible: false,
    payload: { year: terms.year },
  });
}

/**
 * Records that a signatory signed the contract under the terms of a year (K1-K4). Refuses `not-allowed` to who may not sign for the
 * organisation, and `no-contract` when that year has no month left.
 */
export async function signContract(
  work: Work<Contact | System>,
  signing: { organisationId: OrganisationId; signedBy: PersonId; termsYear: number },
): Promise<Result<ContractId>> {
  if (!can(work.actor, "contract.sign", signing)) return refuse({ code: "not-allowed" });
  if (!(await isSignatory(work.tx, signing.organisationId, signing.signedBy))) return refuse({ code: "not-allowed" });
  const signedOn = localDateOf(work.now());
  const currentEndsOn = await findLastEnd(work.tx, signing.organisationId);
  const period = contractPeriod({ signedOn, termsYear: signing.termsYear, currentEndsOn });
  if (period === null) return refuse({ code: "no-contract", on: `${signing.termsYear}-12-31` });
  const id = newId<ContractId>();
  await insertContract(work.tx, { id, ...signing, signedOn, ...period });
  const payload = {
    termsYear: signing.termsYear,
    startsOn: period.startsOn.toString(),
    endsOn: period.endsOn.toString(),
  };
  await recordEvent(work, {
    kind: "contract-signed",
    organisationId: signing.organisationId,
    subject: id,
    isVisible: false,
    payload,
  });
  return accept(id);
}
