import type { Insertable } from "kysely";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

export async function insertKeptForm(tx: Transaction, form: Insertable<Tables["kept_forms"]>): Promise<void> {
  await tx.insertInto("kept_forms").values(form).execute();
}

export async function deleteKeptForm(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom("kept_forms").where("id", "=", id).execute();
}

export async function deleteKeptFormsBefore(tx: Transaction, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom("kept_forms").where("keptAt", "<", before).execute();
}
