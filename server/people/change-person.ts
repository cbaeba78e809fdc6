import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { updatePerson } from "./store.ts";

interface PersonChanges {
  readonly name?: string;
  readonly phone?: string | null;
  readonly staffRole?: "consultant" | "administrator";
  readonly weeklyCapacityMinutes?: number;
  /** Since when the person has no access; null for somebody who has. */
  readonly deactivatedAt?: Temporal.Instant | null;
}

/** Changes what is known of a person. The caller decides whether that may be, and records it. */
export async function changePerson(tx: Transaction, id: PersonId, changes: PersonChanges): Promise<void> {
  await updatePerson(tx, id, changes);
}
