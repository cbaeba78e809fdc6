import type { Insertable } from "kysely";
import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { Tables } from "../db/tables.ts";

/** Gives a browser another secret, for all its people. */
export async function replaceBrowserHash(
  tx: Transaction,
  { before, after }: { readonly before: Buffer; readonly after: Buffer },
): Promise<void> {
  await tx.updateTable("known_browsers").set({ browserHash: after }).where("browserHash", "=", before).execute();
}

export async function saveKnownBrowser(
  tx: Transaction,
  { browserHash, personId, ...times }: Insertable<Tables["known_browsers"]>,
): Promise<void> {
  await tx
    .insertInto("known_browsers")
    .values({ browserHash, personId, ...times })
    .onConflict((conflict) => conflict.columns(["browserHash", "personId"]).doUpdateSet(times))
    .execute();
}

/** Forgets a person's browsers beyond the newest ones. */
export async function keepNewestBrowsers(tx: Transaction, personId: PersonId, most: number): Promise<void> {
  await tx
    .deleteFrom("known_browsers")
    .where("personId", "=", personId)
    .where("browserHash", "not in", (browsers) =>
      browsers
        .selectFrom("known_browsers as kept")
        .select("kept.browserHash")
        .where("kept.personId", "=", personId)
        .orderBy("kept.signedInAt", "desc")
        .limit(most),
    )
    .execute();
}
