import { contractPeriod } from "../../core/contracts/period.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import type { ContractId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId, type Work } from "../events/work.ts";
import { localDateOf } from "./contract-on.ts";
import { findLastEnd, insertContract, insertTerms } from "./store.ts";

/** Publishes the terms of a calendar year, which never change afterwards (K5). */
export async function publishTerms(work: Work, terms: ContractTerms): Promise<void> {
  await insertTerms(work.tx, terms, work.now());
  await recordEvent(work, {
    kind: "terms-published",
    organisationId: null,
    subject: String(terms.year),
    isVisible: false,
    payload: { year: terms.year },
  });
}

/** Records that a signatory signed the contract under the terms of a year (K1-K4); refuses `no-contract` when that year has no month left. */
export async function signContract(
  work: Work,
  signing: { organisationId: OrganisationId; signedBy: PersonId; termsYear: number },
): Promise<Result<ContractId>> {
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
