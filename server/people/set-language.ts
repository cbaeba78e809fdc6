import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { updatePerson } from "./store.ts";

/** Sets a person's language, for pages and mails. */
export async function setLanguage(tx: Transaction, id: PersonId, language: "nl" | "en"): Promise<void> {
  await updatePerson(tx, id, { language });
}
