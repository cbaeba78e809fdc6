import { sql } from "kysely";
import type { Language } from "../../core/values/language.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/** Somebody who works for the provider, as administrators see them. */
export interface StaffMember {
  readonly id: PersonId;
  readonly name: string;
  readonly mailAddress: string;
  readonly phone: string | null;
  readonly language: Language;
  readonly role: "consultant" | "administrator";
  readonly weeklyMinutes: number;
  readonly suspendedAt: Temporal.Instant | null;
  readonly lastSignInAt: Temporal.Instant | null;
  /** Until when the link of an unused invitation works, or worked; null without one. */
  readonly invitedUntil: Temporal.Instant | null;
}

const most = 500;

function staff(tx: Transaction) {
  return tx
    .selectFrom("people")
    .select(["people.id", "people.name", "people.mailAddress", "people.phone", "people.language"])
    .select(["people.weeklyCapacityMinutes as weeklyMinutes", "people.deactivatedAt as suspendedAt"])
    .select("people.staffRole as role")
    .select(
      sql<Temporal.Instant | null>`(select i.expires_at from invitations i where i.person_id = people.id and i.used_at is null)`.as(
        "invitedUntil",
      ),
    )
    .select(
      sql<Temporal.Instant | null>`(select s.created_at from sessions s where s.person_id = people.id order by s.created_at desc limit 1)`.as(
        "lastSignInAt",
      ),
    )
    .where("people.staffRole", "is not", null)
    .$narrowType<{ role: "consultant" | "administrator" }>();
}

/** Everybody of staff with access, and everybody who was suspended, by name. */
export async function listStaff(
  tx: Transaction,
): Promise<{ readonly active: readonly StaffMember[]; readonly suspended: readonly StaffMember[] }> {
  const inOrder = (which: "is" | "is not") =>
    staff(tx)
      .where("people.deactivatedAt", which, null)
      .orderBy("people.name")
      .orderBy("people.id")
      .limit(most)
      .execute();
  const [active, suspended] = await Promise.all([inOrder("is"), inOrder("is not")]);
  return { active, suspended };
}

export async function findStaffMember(tx: Transaction, id: PersonId): Promise<StaffMember | undefined> {
  return staff(tx).where("people.id", "=", id).executeTakeFirst();
}
