import type { ContractTerms } from "../../core/contracts/terms.ts";
import { termsToJson } from "../../core/contracts/terms-json.ts";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import type { ContractId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

const mostContracts = 50;

/**
 * An organisation's contracts whatever their state, the newest first; the last fifty. `lock` holds them until the end.
 */
export async function listRecorded(tx: Transaction, organisationId: OrganisationId, options: { lock?: boolean } = {}) {
  const query = tx
    .selectFrom("contracts")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .orderBy("id", "desc")
    .limit(mostContracts);
  return options.lock === true ? query.forUpdate().execute() : query.execute();
}

export type ContractRow = Awaited<ReturnType<typeof listRecorded>>[number];

/** The years whose terms were published. */
export async function listPublishedYears(tx: Transaction): Promise<readonly number[]> {
  const rows = await tx.selectFrom("visible_terms").select("year").orderBy("year").execute();
  return rows.map((row) => row.year);
}

interface Place {
  readonly organisationId: OrganisationId;
  readonly id: ContractId;
}

export async function insertOffer(
  tx: Transaction,
  offer: Place & { readonly termsYear: number; readonly offeredAt: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto("contracts")
    .values({
      organisation_id: offer.organisationId,
      id: offer.id,
      terms_year: offer.termsYear,
      offered_at: offer.offeredAt,
    })
    .execute();
}

export interface Signature extends ContractPeriod {
  readonly signedOn: Temporal.PlainDate;
  readonly signedBy: PersonId;
}

export async function saveSignature(tx: Transaction, place: Place, signature: Signature): Promise<void> {
  await save(tx, place, {
    signed_on: signature.signedOn,
    signed_by: signature.signedBy,
    starts_on: signature.startsOn,
    ends_on: signature.endsOn,
  });
}

export async function saveTermination(
  tx: Transaction,
  place: Place,
  termination: { readonly endsOn: Temporal.PlainDate; readonly terminatedAt: Temporal.Instant },
): Promise<void> {
  await save(tx, place, { ends_on: termination.endsOn, terminated_at: termination.terminatedAt });
}

/** What is withdrawn has no period any more (K1). */
export async function saveWithdrawal(tx: Transaction, place: Place, withdrawnAt: Temporal.Instant): Promise<void> {
  await save(tx, place, { withdrawn_at: withdrawnAt, starts_on: null, ends_on: null });
}

type Changes = Partial<
  Pick<ContractRow, "signed_on" | "signed_by" | "starts_on" | "ends_on" | "terminated_at" | "withdrawn_at">
>;

async function save(tx: Transaction, { organisationId, id }: Place, changes: Changes): Promise<void> {
  await tx
    .updateTable("contracts")
    .set(changes)
    .where("organisation_id", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

export async function insertTerms(tx: Transaction, terms: ContractTerms, publishedAt: Temporal.Instant): Promise<void> {
  await tx
    .insertInto("terms")
    .values({ year: terms.year, data: JSON.stringify(termsToJson(terms)), published_at: publishedAt })
    .execute();
}
