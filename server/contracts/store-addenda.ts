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

/** An organisation's last fifty signed addenda, newest first, with their contracts in their present state. */
export async function listSignedAddenda(tx: Transaction, organisationId: OrganisationId) {
  const rows = await tx
    .selectFrom("addenda")
    .innerJoin("contracts", (join) =>
      join
        .onRef("contracts.organisationId", "=", "addenda.organisationId")
        .onRef("contracts.id", "=", "addenda.contractId"),
    )
    .select([
      "addenda.id",
      "addenda.terms",
      "addenda.signedOn",
      nameOf("addenda.signedBy").as("signedByName"),
      "addenda.startsOn",
      "addenda.endsOn",
      "contracts.startsOn as contractStartsOn",
      "contracts.endsOn as contractEndsOn",
    ])
    .where("addenda.organisationId", "=", organisationId)
    .where("addenda.signedOn", "is not", null)
    .where("contracts.startsOn", "is not", null)
    .orderBy("addenda.startsOn", "desc")
    .orderBy("addenda.id", "desc")
    .limit(mostAddenda)
    .$narrowType<{
      signedOn: NotNull;
      startsOn: NotNull;
      endsOn: NotNull;
      contractStartsOn: NotNull;
      contractEndsOn: NotNull;
    }>()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    terms: addendumTermsSchema.parse(row.terms),
    signedOn: row.signedOn,
    signedByName: row.signedByName,
    period: { startsOn: row.startsOn, endsOn: row.endsOn },
    contract: { startsOn: row.contractStartsOn, endsOn: row.contractEndsOn },
  }));
}

/** The addendum that waits for an organisation's signature, if any. */
export async function findOpenAddendum(tx: Transaction, organisationId: OrganisationId) {
  const row = await tx
    .selectFrom("addenda")
    .select(["id", "terms", "contractId", "offeredAt"])
    .where("organisationId", "=", organisationId)
    .where("signedOn", "is", null)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  return row === undefined
    ? null
    : {
        id: row.id,
        terms: addendumTermsSchema.parse(row.terms),
        contractId: row.contractId,
        offeredAt: row.offeredAt,
      };
}

/** One addendum with its contract's present period, locked until the transaction ends (R12). */
export async function lockAddendum(tx: Transaction, organisationId: OrganisationId, id: string) {
  return tx
    .selectFrom("addenda")
    .innerJoin("contracts", (join) =>
      join
        .onRef("contracts.organisationId", "=", "addenda.organisationId")
        .onRef("contracts.id", "=", "addenda.contractId"),
    )
    .select([
      "addenda.id",
      "addenda.terms",
      "addenda.signedOn",
      "addenda.withdrawnAt",
      "addenda.startsOn",
      "addenda.endsOn",
      "contracts.startsOn as contractStartsOn",
      "contracts.endsOn as contractEndsOn",
    ])
    .where("addenda.organisationId", "=", organisationId)
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
      organisationId: offer.organisationId,
      id: offer.id,
      contractId: offer.contractId,
      terms: JSON.stringify(addendumTermsToJson(offer.terms)),
      offeredBy: offer.offeredBy,
      offeredAt: offer.offeredAt,
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
      signedOn: signature.signedOn,
      signedBy: signature.signedBy,
      startsOn: signature.startsOn,
      endsOn: signature.endsOn,
    })
    .where("organisationId", "=", place.organisationId)
    .where("id", "=", place.id)
    .execute();
}

export async function saveAddendumWithdrawal(tx: Transaction, place: Place, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("addenda")
    .set({ withdrawnAt: at })
    .where("organisationId", "=", place.organisationId)
    .where("id", "=", place.id)
    .execute();
}

/** The contract for offering an addendum: the one in force on a local date, or the next one. */
export async function findContractFrom(tx: Transaction, organisationId: OrganisationId, on: Temporal.PlainDate) {
  const row = await tx
    .selectFrom("contracts")
    .select(["id", "startsOn", "endsOn"])
    .where("organisationId", "=", organisationId)
    .where("endsOn", ">=", on)
    .orderBy("startsOn")
    .limit(1)
    .$narrowType<{ startsOn: NotNull; endsOn: NotNull }>()
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, startsOn: row.startsOn, endsOn: row.endsOn };
}
