import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DemoMail, readDemoMail } from "./demo-mail.ts";

const fileName = /^([0-9a-f]{32})\.eml$/;

/** The files of caught mails, newest first, up to a limit. Their names are random and reveal nothing. */
export interface DemoMailFolder {
  add(raw: Uint8Array): Promise<void>;
  list(): readonly DemoMail[];
  get(id: string): DemoMail | undefined;
}

/** Opens the folder and reads the mails of earlier runs. */
export async function openDemoMailFolder(directory: string, mostMails: number): Promise<DemoMailFolder> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  let mails = await readFolder(directory);

  async function forgetOldest(): Promise<void> {
    const forgotten = mails.slice(mostMails);
    mails = mails.slice(0, mostMails);
    await Promise.all(forgotten.map(({ id }) => rm(join(directory, `${id}.eml`), { force: true })));
  }

  await forgetOldest();
  return {
    async add(raw) {
      const id = randomBytes(16).toString("hex");
      const mail = await readDemoMail(id, raw, Temporal.Now.instant());
      const aside = join(directory, `${id}.part`);
      await writeFile(aside, raw, { mode: 0o600 });
      await rename(aside, join(directory, `${id}.eml`));
      mails = [mail, ...mails].toSorted(newestFirst);
      await forgetOldest();
    },
    list: () => mails,
    get: (id) => mails.find((mail) => mail.id === id),
  };
}

async function readFolder(directory: string): Promise<DemoMail[]> {
  const ids = (await readdir(directory)).flatMap((name) => fileName.exec(name)?.[1] ?? []);
  const mails = await Promise.all(ids.map((id) => readFileOf(directory, id)));
  return mails.toSorted(newestFirst);
}

async function readFileOf(directory: string, id: string): Promise<DemoMail> {
  const path = join(directory, `${id}.eml`);
  const { mtimeMs } = await stat(path);
  return readDemoMail(id, await readFile(path), Temporal.Instant.fromEpochMilliseconds(Math.floor(mtimeMs)));
}

/** Orders by the time of writing: mails are sent in parallel and arrive in any order. */
function newestFirst(a: DemoMail, b: DemoMail): number {
  const written = Temporal.Instant.compare(b.writtenAt ?? b.receivedAt, a.writtenAt ?? a.receivedAt);
  return written === 0 ? Temporal.Instant.compare(b.receivedAt, a.receivedAt) : written;
}
