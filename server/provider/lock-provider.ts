import { sql } from "kysely";
import type { Transaction } from "../db/connect.ts";

/** Waits for whoever changes the provider's details, and keeps others from it until the transaction ends. */
export async function holdProvider(tx: Transaction): Promise<void> {
  await sql`lock table provider_profile in share row exclusive mode`.execute(tx);
}
