import type { NotNull } from "kysely";
import { addendumOn } from "../../core/contracts/addendum.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { compiled, compiledOne } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";
import { addendumTermsSchema } from "./addendum-schema.ts";

const mostAddenda = 50;

const selectSigned = compiled((from, organisationId: OrganisationId) =>
  from
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
    }>(),
);

/** An organisation's last fifty signed addenda, newest first, with their contracts in their present state. */
export async function listSignedAddenda(tx: Transaction, organisationId: OrganisationId) {
  const rows = await selectSigned(tx, organisationId);
  return rows.map((row) => ({
    id: row.id,
    terms: addendumTermsSchema.parse(row.terms),
    signedOn: row.signedOn,
    signedByName: row.signedByName,
    period: { startsOn: row.startsOn, endsOn: row.endsOn },
    contract: { startsOn: row.contractStartsOn, endsOn: row.contractEndsOn },
  }));
}

const selectOpen = compiledOne((from, organisationId: OrganisationId) =>
  from
    .selectFrom("addenda")
    .select(["id", "terms", "contractId", "offeredAt"])
    .where("organisationId", "=", organisationId)
    .where("signedOn", "is", null)
    .where("withdrawnAt", "is", null),
);

/** The addendum that waits for an organisation's signature, if any. */
export async function findOpenAddendum(tx: Transaction, organisationId: OrganisationId) {
  const row = await selectOpen(tx, organisationId);
  return row === undefined
    ? null
    : {
        id: row.id,
        terms: addendumTermsSchema.parse(row.terms),
        contractId: row.contractId,
        offeredAt: row.offeredAt,
      };
}

/** The addendum for visits and costs of a local date; null for none (A3). */
export async function findAddendumOn(tx: Transaction, organisationId: OrganisationId, on: Temporal.PlainDate) {
  return addendumOn(await listSignedAddenda(tx, organisationId), on);
}

export type AddendumInForce = NonNullable<Awaited<ReturnType<typeof findAddendumOn>>>;
export type OpenAddendum = NonNullable<Awaited<ReturnType<typeof findOpenAddendum>>>;

const selectContractFrom = compiledOne((from, organisationId: OrganisationId, on: Temporal.PlainDate) =>
  from
    .selectFrom("contracts")
    .select(["id", "startsOn", "endsOn"])
    .where("organisationId", "=", organisationId)
    .where("endsOn", ">=", on)
    .orderBy("startsOn")
    .limit(1)
    .$narrowType<{ startsOn: NotNull; endsOn: NotNull }>(),
);

/** The contract for offering an addendum: the one in force on a local date, or the next one. */
export async function findContractFrom(tx: Transaction, organisationId: OrganisationId, on: Temporal.PlainDate) {
  const row = await selectContractFrom(tx, organisationId, on);
  return row === undefined ? null : { id: row.id, startsOn: row.startsOn, endsOn: row.endsOn };
}
