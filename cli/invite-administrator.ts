import type { System } from "../core/access/actor.ts";
import { cleanLine } from "../core/values/clean-text.ts";
import type { PersonId } from "../core/values/ids.ts";
import { recordEvent } from "../server/events/record-event.ts";
import type { Work } from "../server/events/work.ts";
import { openDatabase, openPool } from "../server/db/connect.ts";
import { ensureRoles } from "../server/db/roles.ts";
import { inTransaction } from "../server/db/transaction.ts";
import { paths } from "../server/faces/paths.ts";
import { addPerson } from "../server/people/add-person.ts";
import { type MailAddress, parseAddress } from "../server/people/mail-address.ts";
import { findAnybodyByAddress } from "../server/people/read-people.ts";
import { type Invitation, makeInvitation } from "../server/sign-in/make-invitation.ts";
import { readConfig } from "../server/start/config.ts";
import type { FileIo } from "./json-file.ts";
import { type Reached, withDatabase } from "./reach-database.ts";
import { orOneLine } from "./start.ts";

const usage = "usage: kwartier invite-administrator MAIL [NAME]";

export const inviteAdministratorHelp = `${usage}

Prints a link with which an administrator signs in once, within an hour, without any mail. Makes the person of that mail
address an administrator if nobody has the address yet, with NAME or, without it, the part before the @; everybody changes
their own name later. An earlier link of the same person works no more. Refuses the address of somebody who is no
administrator. Uses PUBLIC_URL, and DATABASE_URL or the database of its own in DATA_DIRECTORY, also while the server runs.
`;

const lifetime = { hours: 1 };
const longestName = 200;

/** `kwartier invite-administrator`: answers the exit code: 0, 1 for a refusal, 2 for bad input. */
export async function inviteAdministratorCommand(
  [mail = "", ...name]: readonly string[],
  io: Pick<FileIo, "stdout" | "stderr">,
): Promise<number> {
  const parsed = parseAddress(mail);
  if (!parsed.ok) {
    io.stderr(`${mail === "" ? usage : `${mail} is no mail address; ${usage}`}\n`);
    return 2;
  }
  const asked = { address: parsed.address, name: cleanLine(name.join(" ")) };
  if (asked.name.length > longestName) {
    io.stderr(`A name has at most ${longestName} characters.\n`);
    return 2;
  }
  return orOneLine(async () =>
    withDatabase("invite-administrator", async (reached) => {
      const invited = await invite(reached, asked);
      if (invited === null) {
        io.stderr(
          `${parsed.address} is somebody who is no administrator, or a suspended one. Take another address, or ask an administrator.\n`,
        );
        return 1;
      }
      const { publicUrl, port } = readConfig(process.env, { demo: false });
      const link = `${publicUrl ?? `http://localhost:${port}`}${paths.invitation}?token=${invited.token}`;
      io.stdout(`Open this link within an hour. It works once, for ${parsed.address}:\n\n  ${link}\n\n`);
      return 0;
    }),
  );
}

interface Asked {
  readonly address: MailAddress;
  readonly name: string;
}

/** Invites as the desk's role, under row-level security. Null for somebody who is no administrator. */
async function invite({ ownerUrl, now }: Reached, { address, name }: Asked): Promise<Invitation | null> {
  const { desk: url } = await ensureRoles(ownerUrl);
  const pool = openPool({ url, max: 1, name: "kwartier invite-administrator", onError: () => undefined });
  const desk = openDatabase(pool);
  const system = { kind: "system" } as const;
  try {
    return await inTransaction({ desk, portal: desk }, system, async (tx) => {
      const work = { tx, actor: system, now, reacts: true };
      const known = await findAnybodyByAddress(tx, address.toLowerCase());
      if (known !== undefined && (known.staffRole !== "administrator" || known.deactivatedAt !== null)) return null;
      const personId = known?.id ?? (await addAdministrator(work, { name: name || nameIn(address), address }));
      return makeInvitation(work, { personId, lifetime, systemNow: Temporal.Now.instant() });
    });
  } finally {
    await pool.end();
  }
}

async function addAdministrator(work: Work<System>, { name, address }: Asked): Promise<PersonId> {
  const mailAddress = address.toLowerCase();
  const added = { name, mailAddress, language: "nl" } as const;
  const id = await addPerson(work, { ...added, staffRole: "administrator" });
  const payload = { ...added, role: "administrator", weeklyMinutes: 0 } as const;
  await recordEvent(work, { kind: "staff-added", organisationId: null, subject: id, payload });
  return id;
}

function nameIn(address: MailAddress): string {
  return address.split("@")[0] ?? address;
}
