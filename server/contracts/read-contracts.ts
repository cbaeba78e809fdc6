import type { NotNull } from "kysely";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import type { ContractId, OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";
import { termsOfRow } from "./terms-schema.ts";

export interface ContractInForce {
  readonly id: ContractId;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly terms: ContractTerms;
}

/** What has a period has both its ends; the database holds them together. */
interface Period {
  startsOn: NotNull;
  endsOn: NotNull;
}

/** The contract an organisation has on a local date, with the terms it was signed under. */
export async function findContractOn(
  tx: Transaction,
  organisationId: OrganisationId,
  on: Temporal.PlainDate,
): Promise<ContractInForce | null> {
  const row = await tx
    .selectFrom("contracts")
    .innerJoin("visible_terms", "visible_terms.year", "contracts.termsYear")
    .select(["contracts.id", "contracts.startsOn", "contracts.endsOn", "visible_terms.data"])
    .where("organisationId", "=", organisationId)
    .where("startsOn", "<=", on)
    .where("endsOn", ">=", on)
    .$narrowType<Period>()
    .executeTakeFirst();
  if (row === undefined) return null;
  return { id: row.id, startsOn: row.startsOn, endsOn: row.endsOn, terms: termsOfRow(row.data) };
}

/** The terms of a calendar year, or null when none were published. */
export async function findTerms(tx: Transaction, year: number): Promise<ContractTerms | null> {
  const row = await tx.selectFrom("visible_terms").select("data").where("year", "=", year).executeTakeFirst();
  return row === undefined ? null : termsOfRow(row.data);
}

/** The provider's own holidays, which count beside the public ones. */
export async function findExtraHolidays(tx: Transaction): Promise<readonly Temporal.PlainDate[]> {
  const rows = await tx.selectFrom("visible_holidays").select("heldOn").execute();
  return rows.map((row) => row.heldOn);
}

/** An organisation's contracts that were signed and not taken back, the newest first; the last fifty. */
export async function listContracts(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("contracts")
    .select([
      "contracts.id",
      "termsYear",
      "signedOn",
      "startsOn",
      "endsOn",
      nameOf("contracts.signedBy").as("signedByName"),
    ])
    .where("organisationId", "=", organisationId)
    .where("startsOn", "is not", null)
    .$narrowType<Period & { signedOn: NotNull }>()
    .orderBy("startsOn", "desc")
    .limit(50)
    .execute();
}

/** The last local date of an organisation's latest contract; null when it never had one. */
export async function findLastEnd(tx: Transaction, organisationId: OrganisationId): Promise<Temporal.PlainDate | null> {
  const row = await tx
    .selectFrom("contracts")
    .select("endsOn")
    .where("organisationId", "=", organisationId)
    .where("endsOn", "is not", null)
    .orderBy("endsOn", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.endsOn ?? null;
}
