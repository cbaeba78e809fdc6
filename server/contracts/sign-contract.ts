import { contractPeriod } from "../../core/contracts/period.ts";
import { termsToJson } from "../../core/contracts/terms-json.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import type { ContractId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId, type Work } from "../events/work.ts";
import { localDateOf } from "./contract-on.ts";

/** Publishes the terms of a calendar year, which never change afterwards (K5). */
export async function publishTerms(work: Work, terms: ContractTerms): Promise<void> {
  await work.tx
    .insertInto("terms")
    .values({ year: terms.year, data: JSON.stringify(termsToJson(terms)), published_at: work.now() })
    .execute();
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
  const current = await work.tx
    .selectFrom("contracts")
    .select("ends_on")
    .where("organisation_id", "=", signing.organisationId)
    .orderBy("ends_on", "desc")
    .executeTakeFirst();
  const period = contractPeriod({ signedOn, termsYear: signing.termsYear, currentEndsOn: current?.ends_on ?? null });
  if (period === null) return refuse({ code: "no-contract", on: `${signing.termsYear}-12-31` });
  const id = newId<ContractId>();
  await work.tx
    .insertInto("contracts")
    .values({
      organisation_id: signing.organisationId,
      id,
      terms_year: signing.termsYear,
      signed_on: signedOn,
      signed_by: signing.signedBy,
      starts_on: period.startsOn,
      ends_on: period.endsOn,
    })
    .execute();
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
