import { cleanLine } from "../core/values/clean-text.ts";
import { paths } from "../server/faces/paths.ts";
import { type MailAddress, parseAddress } from "../server/people/mail-address.ts";
import { findAnybodyByAddress } from "../server/people/read-people.ts";
import { type Invitation, makeInvitation } from "../server/sign-in/make-invitation.ts";
import { readConfig } from "../server/start/config.ts";
import { addAdministrator } from "../server/start/first-administrator.ts";
import type { FileIo } from "./json-file.ts";
import { asDesk, type Reached, withDatabase } from "./reach-database.ts";
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

/** Null for somebody who is no administrator. */
async function invite(reached: Reached, { address, name }: Asked): Promise<Invitation | null> {
  return asDesk(reached, async (work) => {
    const known = await findAnybodyByAddress(work.tx, address.toLowerCase());
    if (known !== undefined && (known.staffRole !== "administrator" || known.deactivatedAt !== null)) return null;
    const personId = known?.id ?? (await addAdministrator(work, { address, name }));
    return makeInvitation(work, { personId, lifetime, systemNow: Temporal.Now.instant() });
  });
}
