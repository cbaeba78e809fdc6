import type { Language } from "../../core/values/language.ts";
import type { Staff, System } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { newId } from "../db/new-id.ts";
import type { Transaction } from "../db/connect.ts";
import { parseAddress } from "./mail-address.ts";
import { insertPerson } from "./store.ts";

export interface NewPerson {
  readonly name: string;
  readonly mailAddress: string;
  readonly language: Language;
  readonly staffRole: "consultant" | "administrator" | null;
  readonly weeklyCapacityMinutes?: number;
}

/** The parts of an action's work that adding needs. */
interface Adding {
  readonly tx: Transaction;
  readonly actor: Staff | System;
  readonly now: () => Temporal.Instant;
}

/** Adds a person with one mail address. Throws for a text that is no address: callers check typed texts. */
export async function addPerson(work: Adding, person: NewPerson): Promise<PersonId> {
  const parsed = parseAddress(person.mailAddress);
  if (!parsed.ok) throw new Error("not a mail address");
  const id = newId<PersonId>();
  await insertPerson(work.tx, {
    id,
    name: person.name,
    mailAddress: parsed.address.toLowerCase(),
    language: person.language,
    staffRole: person.staffRole,
    weeklyCapacityMinutes: person.weeklyCapacityMinutes ?? 0,
    createdAt: work.now(),
  });
  return id;
}
