import type { AddendumTerms } from "../../core/contracts/addendum.ts";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import type { AddendumId, ContractId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { addendumTermsToJson } from "./addendum-schema.ts";

interface Place {
  readonly organisationId: OrganisationId;
  readonly id: AddendumId;
}

/** One addendum with its contract's present period, locked until the transaction ends (R12). */
export async function findLockedAddendum(tx: Transaction, organisationId: OrganisationId, id: string) {
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
