import { ConfigProblem } from "./config.ts";
import { inTransaction } from "../db/transaction.ts";
import type { Services } from "../services.ts";
import { addPerson } from "../people/add-person.ts";
import { parseAddress } from "../people/mail-address.ts";

/** Adds the administrator of the settings to a database without one, because somebody must be able to sign in. */
export async function ensureAdministrator(
  { databases, now }: Pick<Services, "databases" | "now">,
  mailAddress: string | null,
): Promise<void> {
  const system = { kind: "system" } as const;
  await inTransaction(databases, system, async (tx) => {
    const found = await tx
      .selectFrom("people")
      .select("id")
      .where("staffRole", "=", "administrator")
      .where("deactivatedAt", "is", null)
      .limit(1)
      .executeTakeFirst();
    if (found !== undefined) return;
    const parsed = parseAddress(mailAddress ?? "");
    if (!parsed.ok)
      throw new ConfigProblem(
        "ADMINISTRATOR_MAIL is not set: this database has no administrator yet, so nobody could sign in. Give the mail address of the first one.",
      );
    const name = parsed.address.split("@")[0] ?? parsed.address;
    await addPerson(
      { tx, actor: system, now },
      { name, mailAddress: parsed.address, language: "nl", staffRole: "administrator" },
    );
  });
}
