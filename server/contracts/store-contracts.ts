import type { ContractTerms } from "../../core/contracts/terms.ts";
import { termsToJson } from "../../core/contracts/terms-json.ts";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import type { ContractId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

const mostContracts = 50;

/** An organisation's last fifty contracts in any state, newest first. `lock` locks them until the transaction ends. */
export async function listRecorded(tx: Transaction, organisationId: OrganisationId, options: { lock?: boolean } = {}) {
  const query = tx
    .selectFrom("contracts")
    .selectAll()
    .where("organisationId", "=", organisationId)
    .orderBy("id", "desc")
    .limit(mostContracts);
  return options.lock === true ? query.forUpdate().execute() : query.execute();
}

export type ContractRow = Awaited<ReturnType<typeof listRecorded>>[number];

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
      organisationId: offer.organisationId,
      id: offer.id,
      termsYear: offer.termsYear,
      offeredAt: offer.offeredAt,
    })
    .execute();
}

export interface Signature extends ContractPeriod {
  readonly signedOn: Temporal.PlainDate;
  readonly signedBy: PersonId;
}

export async function saveSignature(tx: Transaction, place: Place, signature: Signature): Promise<void> {
  await save(tx, place, {
    signedOn: signature.signedOn,
    signedBy: signature.signedBy,
    startsOn: signature.startsOn,
    endsOn: signature.endsOn,
  });
}

export async function saveTermination(
  tx: Transaction,
  place: Place,
  termination: { readonly endsOn: Temporal.PlainDate; readonly terminatedAt: Temporal.Instant },
): Promise<void> {
  await save(tx, place, { endsOn: termination.endsOn, terminatedAt: termination.terminatedAt });
}

/** A withdrawn contract has no period any more (K1). */
export async function saveWithdrawal(tx: Transaction, place: Place, withdrawnAt: Temporal.Instant): Promise<void> {
  await save(tx, place, { withdrawnAt, startsOn: null, endsOn: null });
}

type Changes = Partial<
  Pick<ContractRow, "signedOn" | "signedBy" | "startsOn" | "endsOn" | "terminatedAt" | "withdrawnAt">
>;

async function save(tx: Transaction, { organisationId, id }: Place, changes: Changes): Promise<void> {
  await tx
    .updateTable("contracts")
    .set(changes)
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

export async function insertTerms(tx: Transaction, terms: ContractTerms, publishedAt: Temporal.Instant): Promise<void> {
  await tx
    .insertInto("terms")
    .values({ year: terms.year, data: JSON.stringify(termsToJson(terms)), publishedAt })
    .execute();
}
