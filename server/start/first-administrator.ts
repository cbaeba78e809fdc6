import { ConfigProblem } from "./config.ts";
import { inTransaction } from "../db/transaction.ts";
import type { Services } from "../services.ts";
import { addPerson } from "../people/add-person.ts";
import { parseAddress } from "../people/mail-address.ts";

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
    const name = parsed.address.split("@")[0] ?? parsed.address;
    await addPerson(
      { tx, actor: system, now },
      { name, mailAddress: parsed.address, language: "nl", staffRole: "administrator" },
    );
    return true;
  });
}
