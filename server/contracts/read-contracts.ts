import type { NotNull } from "kysely";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import type { ContractId, OrganisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { compiled, compiledOne } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { keptOnceFound, onceInReading } from "../db/once-in-reading.ts";
import { nameOf } from "../people/names.ts";
import { termsOfRow } from "./terms-schema.ts";

export interface ContractInForce {
  readonly id: ContractId;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly terms: ContractTerms;
}

/** A period has both its ends. The database ensures that. */
interface Period {
  startsOn: NotNull;
  endsOn: NotNull;
}

const selectContractOn = compiledOne((from, organisationId: OrganisationId, on: Temporal.PlainDate) =>
  from
    .selectFrom("contracts")
    .select(["id", "startsOn", "endsOn", "termsYear"])
    .where("organisationId", "=", organisationId)
    .where("startsOn", "<=", on)
    .where("endsOn", ">=", on)
    .$narrowType<Period>(),
);

/** An organisation's contract on a local date, with its signed terms. */
export async function findContractOn(
  tx: Transaction,
  organisationId: OrganisationId,
  on: Temporal.PlainDate,
): Promise<ContractInForce | null> {
  const row = await selectContractOn(tx, organisationId, on);
  if (row === undefined) return null;
  const { termsYear, ...contract } = row;
  const terms = await findTerms(tx, termsYear);
  if (terms === null) throw new Error(`a contract of ${termsYear}, a year without terms`);
  return { ...contract, terms };
}

/** The published terms of a calendar year, or null without any. The database refuses any change of them. */
export const findTerms = keptOnceFound(async (tx, year: number): Promise<ContractTerms | null> => {
  const row = await tx.selectFrom("visible_terms").select("data").where("year", "=", year).executeTakeFirst();
  return row === undefined ? null : termsOfRow(row.data);
});

/** The provider's own holidays, in addition to the public ones. */
export async function findExtraHolidays(tx: Transaction): Promise<readonly Temporal.PlainDate[]> {
  return extraHolidays(tx, "all");
}

const daysOff = compiled((from) => from.selectFrom("visible_holidays").select("heldOn"));
const extraHolidays = onceInReading(async (tx, _: "all"): Promise<readonly Temporal.PlainDate[]> =>
  (await daysOff(tx)).map((row) => row.heldOn),
);

/** An organisation's last fifty contracts that were signed and not withdrawn, newest first. */
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

/** The last local date of an organisation's latest contract; null without any. */
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

/** The contract in force at an instant. Refuses `no-contract` with the date (K1, K4). */
export async function contractAt(
  tx: Transaction,
  organisationId: OrganisationId,
  at: Temporal.Instant,
): Promise<Result<ContractInForce>> {
  const on = localDateOf(at);
  const contract = await findContractOn(tx, organisationId, on);
  return contract === null ? refuse({ code: "no-contract", on: on.toString() }) : accept(contract);
}

/** The years with published terms. */
export async function listPublishedYears(tx: Transaction): Promise<readonly number[]> {
  const rows = await tx.selectFrom("visible_terms").select("year").orderBy("year").execute();
  return rows.map((row) => row.year);
}
