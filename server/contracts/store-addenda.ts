import type { NotNull } from "kysely";
import type { AddendumTerms } from "../../core/contracts/addendum.ts";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import type { AddendumId, ContractId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";
import { addendumTermsSchema, addendumTermsToJson } from "./addendum-schema.ts";

interface Place {
  readonly organisationId: OrganisationId;
  readonly id: AddendumId;
}

const mostAddenda = 50;

/** An organisation's signed addenda with their contracts as these stand now, the newest first; the last fifty. */
export async function listSignedAddenda(tx: Transaction, organisationId: OrganisationId) {
  const rows = await tx
    .selectFrom("addenda")
    .innerJoin("contracts", (join) =>
      join
        .onRef("contracts.organisation_id", "=", "addenda.organisation_id")
        .onRef("contracts.id", "=", "addenda.contract_id"),
    )
    .select([
      "addenda.id",
      "addenda.terms",
      "addenda.signed_on",
      nameOf("addenda.signed_by").as("signedByName"),
      "addenda.starts_on",
      "addenda.ends_on",
      "contracts.starts_on as contractStartsOn",
      "contracts.ends_on as contractEndsOn",
    ])
    .where("addenda.organisation_id", "=", organisationId)
    .where("addenda.signed_on", "is not", null)
    .where("contracts.starts_on", "is not", null)
    .orderBy("addenda.starts_on", "desc")
    .orderBy("addenda.id", "desc")
    .limit(mostAddenda)
    .$narrowType<{
      signed_on: NotNull;
      starts_on: NotNull;
      ends_on: NotNull;
      contractStartsOn: NotNull;
      contractEndsOn: NotNull;
    }>()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    terms: addendumTermsSchema.parse(row.terms),
    signedOn: row.signed_on,
    signedByName: row.signedByName,
    period: { startsOn: row.starts_on, endsOn: row.ends_on },
    contract: { startsOn: row.contractStartsOn, endsOn: row.contractEndsOn },
  }));
}

/** The addendum that waits for an organisation's signature, if any. */
export async function findOpenAddendum(tx: Transaction, organisationId: OrganisationId) {
  const row = await tx
    .selectFrom("addenda")
    .select(["id", "terms", "contract_id", "offered_at"])
    .where("organisation_id", "=", organisationId)
    .where("signed_on", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return row === undefined
    ? null
    : {
        id: row.id,
        terms: addendumTermsSchema.parse(row.terms),
        contractId: row.contract_id,
        offeredAt: row.offered_at,
      };
}

/** One addendum with its contract's period now, held until the end of the transaction (R12). */
export async function lockAddendum(tx: Transaction, organisationId: OrganisationId, id: string) {
  return tx
    .selectFrom("addenda")
    .innerJoin("contracts", (join) =>
      join
        .onRef("contracts.organisation_id", "=", "addenda.organisation_id")
        .onRef("contracts.id", "=", "addenda.contract_id"),
    )
    .select([
      "addenda.id",
      "addenda.terms",
      "addenda.signed_on",
      "addenda.withdrawn_at",
      "addenda.starts_on",
      "addenda.ends_on",
      "contracts.starts_on as contractStartsOn",
      "contracts.ends_on as contractEndsOn",
    ])
    .where("addenda.organisation_id", "=", organisationId)
    .where("addenda.id", "=", id as AddendumId)
    .forUpdate("addenda")
    .executeTakeFirst();
}

interface Offered extends Place {
  readonly contractId: ContractId;
  readonly terms: AddendumTerms;
  readonly offeredBy: PersonId | null;
  readonly offeredAt: Temporal.Instant;
}

export async function insertAddendum(tx: Transaction, offer: Offered): Promise<void> {
  await tx
    .insertInto("addenda")
    .values({
      organisation_id: offer.organisationId,
      id: offer.id,
      contract_id: offer.contractId,
      terms: JSON.stringify(addendumTermsToJson(offer.terms)),
      offered_by: offer.offeredBy,
      offered_at: offer.offeredAt,
    })
    .execute();
}

interface Signature extends ContractPeriod {
  readonly signedOn: Temporal.PlainDate;
  readonly signedBy: PersonId;
}

export async function saveAddendumSignature(tx: Transaction, place: Place, signature: Signature): Promise<void> {
  await tx
    .updateTable("addenda")
    .set({
      signed_on: signature.signedOn,
      signed_by: signature.signedBy,
      starts_on: signature.startsOn,
      ends_on: signature.endsOn,
    })
    .where("organisation_id", "=", place.organisationId)
    .where("id", "=", place.id)
    .execute();
}

export async function saveAddendumWithdrawal(tx: Transaction, place: Place, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("addenda")
    .set({ withdrawn_at: at })
    .where("organisation_id", "=", place.organisationId)
    .where("id", "=", place.id)
    .execute();
}

/**
 * The contract an addendum can be offered to: the one in force on a local date, or the next; the first that is not
 * over.
 */
export async function findContractFrom(tx: Transaction, organisationId: OrganisationId, on: Temporal.PlainDate) {
  const row = await tx
    .selectFrom("contracts")
    .select(["id", "starts_on", "ends_on"])
    .where("organisation_id", "=", organisationId)
    .where("ends_on", ">=", on)
    .orderBy("starts_on")
    .limit(1)
    .$narrowType<{ starts_on: NotNull; ends_on: NotNull }>()
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, startsOn: row.starts_on, endsOn: row.ends_on };
}
