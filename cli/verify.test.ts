import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../test/database.ts";
import { makeDirectory, query } from "../test/embedded.ts";
import { asSystem, makeStaff } from "../test/support/make-organisation.ts";
import { issueMonthOf, makeProvider, makeSeptemberWork, readInvoice } from "../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../test/support/start-test-server.ts";
import { startEmbedded } from "../server/db/embedded/start-embedded.ts";
import { runningOwnerUrl } from "../server/db/embedded/find-running.ts";
import type { PersonId } from "../core/values/ids.ts";
import { monthOf } from "../core/values/month.ts";
import { keepSending } from "../server/invoices/keep-sending.ts";

const root = join(import.meta.dirname, "..");
const program = join(root, "dist", "server", "kwartier.js");

/** The command's output and exit code. */
async function kwartier(parameters: readonly string[], environment: Record<string, string>) {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, ["--max-old-space-size=224", program, ...parameters], {
    cwd: root,
    env: { PATH, ...environment },
  });
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout: await stdout, stderr: await stderr };
}

const verify = async (environment: Record<string, string>, parameters: readonly string[] = []) =>
  kwartier(["verify", ...parameters], environment);

beforeAll(() => {
  const build = spawnSync(process.execPath, [join(root, "scripts", "build.mjs"), "--if-stale"], {
    cwd: root,
    encoding: "utf8",
  });
  if (build.status !== 0) throw new Error(build.stderr);
});

describe("kwartier verify", () => {
  let server: TestServer;
  let number: string;
  let administrator: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    administrator = await makeStaff(server.services, "administrator");
    const { id: organisationId } = await makeSeptemberWork(server.services);
    const at = "2026-10-01T08:00Z";
    number = await issueMonthOf(server.services, administrator, { organisationId, month: monthOf("2026-09"), at });
  });
  afterAll(async () => server.close());

  const settings = () => ({ DATABASE_URL: server.ownerUrl, DATA_DIRECTORY: server.dataDirectory });

  it("says in one line that everything follows, beside the running server", async () => {
    const { stdout, ...rest } = await verify(settings());
    expect(rest).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^1 organisation, 1 invoice, 2 lines, \d+ events: everything follows\n$/);
  });

  it("names an invoice that was never mailed, as no fault", async () => {
    const { id: organisationId } = await makeSeptemberWork(server.services);
    const place = { organisationId, month: monthOf("2026-09"), at: "2026-10-01T08:00Z", reacts: false };
    const unsent = await issueMonthOf(server.services, administrator, place);
    const { code, stdout } = await verify(settings());
    expect(code).toBe(0);
    const [line, summary] = stdout.split("\n");
    expect(line).toBe(`${unsent}: not sent: no mail was made for it`);
    expect(summary).toMatch(/: everything follows \(1 invoice not sent\)$/);
    const invoice = await readInvoice(server.services, unsent);
    await asSystem(server.services, server.services.now(), async (work) =>
      keepSending(work, { organisationId, invoiceId: invoice.invoice.id }),
    );
  });

  it("prints a line for each problem and ends with 1", async () => {
    const disable = (how: string) => `alter table invoice_lines ${how} trigger user`;
    const change = `update invoice_lines set minutes_total = minutes_total + 1
      where position = 2 and invoice_id = (select id from invoices where number = '${number}')`;
    await query(server.ownerUrl, `begin; ${disable("disable")}; ${change}; ${disable("enable")}; commit`);
    const { code, stdout } = await verify(settings());
    const lines = stdout.trimEnd().split("\n");
    expect(code).toBe(1);
    expect(lines[0]).toMatch(
      `${number}: line 2 (K26-00001, 2026-09, work, office, standard 21%): minutes in all is 51, should be 50`,
    );
    expect(lines.at(-1)).toMatch(/: 2 problems$/);
    expect(lines).toHaveLength(3);
  });
});

describe("kwartier verify, where nothing can be checked", () => {
  let empty: TestDatabase;
  beforeAll(async () => {
    empty = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
  });
  afterAll(async () => empty.drop());

  const refused = async (environment: Record<string, string>, parameters: readonly string[] = []) => {
    const { code, stdout, stderr } = await verify(environment, parameters);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    return stderr;
  };

  it("says which step a database has not taken, and leaves it alone", async () => {
    expect(await refused({ DATABASE_URL: empty.ownerUrl })).toContain("step 0001_house.sql is missing");
    expect(await query(empty.ownerUrl, "select 1 from pg_tables where schemaname = 'public'")).toEqual([]);
  });

  it("says that there is no server, no database in the directory, and what it does not know", async () => {
    expect(await refused({ DATABASE_URL: "postgres://a:b@127.0.0.1:1/c" })).toContain("cannot be reached");
    using directory = makeDirectory();
    expect(await refused({ DATA_DIRECTORY: directory.path })).toContain("There is no database in");
    expect(await refused({}, ["--all"])).toContain("does not know --all");
  });
});

describe("kwartier verify on the embedded database", () => {
  it("reads it beside whoever runs it, and starts and stops it by itself", { timeout: 60_000 }, async () => {
    using directory = makeDirectory();
    const environment = { DATA_DIRECTORY: directory.path };
    expect(await kwartier(["migrate"], environment)).toMatchObject({ code: 0 });
    const nothing = {
      code: 0,
      stdout: "0 organisations, 0 invoices, 0 lines, 0 events: everything follows\n",
      stderr: "",
    };
    expect(await verify(environment)).toEqual(nothing);
    expect(runningOwnerUrl(directory.path)).toBeUndefined();
    const running = await startEmbedded({ dataDirectory: directory.path, log: () => undefined });
    const beside = await verify(environment);
    const isStillRunning = runningOwnerUrl(directory.path) === running.ownerUrl;
    await running.stop();
    expect(beside).toEqual(nothing);
    expect(isStillRunning).toBe(true);
  });
});
