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
  starts_on: NotNull;
  ends_on: NotNull;
}

/** The contract an organisation has on a local date, with the terms it was signed under. */
export async function findContractOn(
  tx: Transaction,
  organisationId: OrganisationId,
  on: Temporal.PlainDate,
): Promise<ContractInForce | null> {
  const row = await tx
    .selectFrom("contracts")
    .innerJoin("visible_terms", "visible_terms.year", "contracts.terms_year")
    .select(["contracts.id", "contracts.starts_on", "contracts.ends_on", "visible_terms.data"])
    .where("organisation_id", "=", organisationId)
    .where("starts_on", "<=", on)
    .where("ends_on", ">=", on)
    .$narrowType<Period>()
    .executeTakeFirst();
  if (row === undefined) return null;
  return { id: row.id, startsOn: row.starts_on, endsOn: row.ends_on, terms: termsOfRow(row.data) };
}

/** The terms of a calendar year, or null when none were published. */
export async function findTerms(tx: Transaction, year: number): Promise<ContractTerms | null> {
  const row = await tx.selectFrom("visible_terms").select("data").where("year", "=", year).executeTakeFirst();
  return row === undefined ? null : termsOfRow(row.data);
}

/** The provider's own holidays, which count beside the public ones. */
export async function findExtraHolidays(tx: Transaction): Promise<readonly Temporal.PlainDate[]> {
  const rows = await tx.selectFrom("visible_holidays").select("held_on").execute();
  return rows.map((row) => row.held_on);
}

/** An organisation's contracts that were signed and not taken back, the newest first; the last fifty. */
export async function listContracts(tx: Transaction, organisationId: OrganisationId) {
  return tx
    .selectFrom("contracts")
    .select([
      "contracts.id",
      "terms_year",
      "signed_on",
      "starts_on",
      "ends_on",
      nameOf("contracts.signed_by").as("signed_by_name"),
    ])
    .where("organisation_id", "=", organisationId)
    .where("starts_on", "is not", null)
    .$narrowType<Period & { signed_on: NotNull }>()
    .orderBy("starts_on", "desc")
    .limit(50)
    .execute();
}

/** The last local date of an organisation's latest contract; null when it never had one. */
export async function findLastEnd(tx: Transaction, organisationId: OrganisationId): Promise<Temporal.PlainDate | null> {
  const row = await tx
    .selectFrom("contracts")
    .select("ends_on")
    .where("organisation_id", "=", organisationId)
    .where("ends_on", "is not", null)
    .orderBy("ends_on", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.ends_on ?? null;
}
