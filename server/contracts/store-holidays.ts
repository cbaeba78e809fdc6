import type { Transaction } from "../db/connect.ts";
import type { OwnHoliday } from "./read-holidays.ts";

export async function insertOwnHoliday(tx: Transaction, { on, name }: OwnHoliday): Promise<void> {
  await tx.insertInto("provider_holidays").values({ heldOn: on, name }).execute();
}

/** Answers the name of the day. */
export async function deleteOwnHoliday(tx: Transaction, on: Temporal.PlainDate): Promise<string> {
  const row = await tx
    .deleteFrom("provider_holidays")
    .where("heldOn", "=", on)
    .returning("name")
    .executeTakeFirstOrThrow();
  return row.name;
}
