import { ConfigProblem } from "./config.ts";
import { inTransaction } from "../db/transaction.ts";
import type { Services } from "../services.ts";
import { addPerson } from "../people/add-person.ts";
import { type MailAddress, parseAddress } from "../people/mail-address.ts";
import type { System } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";

/**
 * Adds the administrator of the settings to a database without one, because somebody must be able to sign in. Answers
 * whether there is one now.
 */
export async function ensureAdministrator(
  { databases, now }: Pick<Services, "databases" | "now">,
  mailAddress: string | null,
): Promise<boolean> {
  const system = { kind: "system" } as const;
  return inTransaction(databases, system, async (tx) => {
    const found = await tx
      .selectFrom("people")
      .select("id")
      .where("staffRole", "=", "administrator")
      .where("deactivatedAt", "is", null)
      .limit(1)
      .executeTakeFirst();
    if (found !== undefined) return true;
    if (mailAddress === null) return false;
    const parsed = parseAddress(mailAddress);
    if (!parsed.ok)
      throw new ConfigProblem(`ADMINISTRATOR_MAIL: ${mailAddress} is no mail address that we can send to.`);
    await addAdministrator({ tx, actor: system, now, reacts: true }, { address: parsed.address, name: "" });
    return true;
  });
}

/** Adds an administrator whom nobody invites. Without a name it is the part of the address before the @. */
export async function addAdministrator(
  work: Work<System>,
  { address, name }: { readonly address: MailAddress; readonly name: string },
): Promise<PersonId> {
  const mailAddress = address.toLowerCase();
  const added = { name: name || mailAddress.slice(0, mailAddress.indexOf("@")), mailAddress, language: "nl" } as const;
  const id = await addPerson(work, { ...added, staffRole: "administrator" });
  const payload = { ...added, role: "administrator", weeklyMinutes: 0 } as const;
  await recordEvent(work, { kind: "staff-added", organisationId: null, subject: id, payload });
  return id;
}
