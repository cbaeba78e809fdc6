import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { ensureRoles } from "../server/db/roles.ts";
import { freePort } from "../test/support/free-port.ts";
import { createTestDatabase, type TestDatabase } from "../test/database.ts";

const root = join(import.meta.dirname, "..");
const program = join(root, "dist", "server", "kwartier.js");

let database: TestDatabase;
let directory: string;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  const build = spawnSync(process.execPath, [join(root, "scripts", "build.mjs"), "--if-stale"], {
    cwd: root,
    encoding: "utf8",
  });
  if (build.status !== 0) throw new Error(build.stderr);
  database = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
  directory = mkdtempSync(join(tmpdir(), "kwartier-start-"));
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
});
afterAll(async () => {
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  /** Waits for a text on standard output and answers the whole output. */
  said(text: string): Promise<string>;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

const settings = (): Record<string, string> => ({
  DATABASE_URL: database.ownerUrl,
  DATA_DIRECTORY: join(directory, "data"),
  PORT: "0",
  STOP_PAUSE: "0",
  SMTP_URL: "smtp://127.0.0.1:1",
  MAIL_FROM: "desk@kwartier.example",
  ADMINISTRATOR_MAIL: "admin@kwartier.example",
});

function run(parameters: readonly string[], environment: Record<string, string> = {}): Run {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [program, ...parameters], { cwd: directory, env: { PATH, ...environment } });
  children.add(child);
  let stdout = "";
  let stderr = "";
  const waiting: (() => void)[] = [];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
    for (const look of waiting) look();
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, stdout, stderr })),
  );
  const said = async (text: string): Promise<string> =>
    Promise.race([
      new Promise<string>((resolve) => {
        const look = () => stdout.includes(text) && resolve(stdout);
        waiting.push(look);
        look();
      }),
      ended.then(({ stderr: complaint }) => Promise.reject(new Error(`ended before it said "${text}": ${complaint}`))),
    ]);
  return { child, said, ended };
}

function hasIpv6(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === "::1"));
}

/** The one line of a refused start. */
async function lineOf(environment: Record<string, string>, parameters = ["start"]): Promise<string> {
  const { code, stdout, stderr } = await run(parameters, environment).ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  return stderr;
}

describe("kwartier start", { timeout: 60_000 }, () => {
  it("serves pages, and ends well when asked to", async () => {
    const server = run(["start"], settings());
    const url = /http:\/\/\S+/.exec(await server.said("Kwartier is at"))?.[0] ?? "";
    expect((await fetch(new URL("/healthz", url))).status).toBe(200);
    const page = await fetch(new URL("/sign-in", url), { headers: { "accept-encoding": "br" } });
    const html = await page.text();
    expect(page.headers.get("content-encoding")).toBe("br");
    expect(html).not.toContain("persona");
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? "";
    const asset = await fetch(new URL(style, url), { headers: { "accept-encoding": "br" } });
    expect(asset.headers.get("content-encoding")).toBe("br");
    expect(asset.headers.get("cache-control")).toContain("immutable");
    expect((await fetch(new URL("/demo/mail", url))).status).toBe(404);
    server.child.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ code: 0 });
  });

  it("ends well when it is stopped the moment it answers", async () => {
    const port = String(await freePort());
    for (let round = 0; round < 3; round += 1) {
      const server = run(["start"], { ...settings(), PORT: port });
      const isUp = async () => (await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null))?.status === 200;
      await vi.waitUntil(isUp, { timeout: 50_000, interval: 10 });
      server.child.kill("SIGTERM");
      expect(await server.ended).toMatchObject({ code: 0 });
    }
  });

  it("gives up well when it is stopped while it makes a demo, which is made anew at the next start", async () => {
    const empty = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
    const port = String(await freePort());
    const { DATA_DIRECTORY = "" } = settings();
    const server = run(["start", "--demo"], { DATA_DIRECTORY, DATABASE_URL: empty.ownerUrl, PORT: port });
    const owner = new pg.Client({ connectionString: empty.ownerUrl });
    await owner.connect();
    const isFilling = async () =>
      ((await owner.query("select from tickets limit 1").catch(() => null))?.rowCount ?? 0) > 0;
    await vi.waitUntil(isFilling, { timeout: 50_000, interval: 20 });
    server.child.kill("SIGTERM");
    const ended = await server.ended;
    expect(ended.code).toBe(0);
    // It names what it makes and no address, because it did not get that far.
    expect(ended.stdout).not.toContain("http");
    expect((await owner.query("select demo_is_complete from installation")).rows).toEqual([
      { demo_is_complete: false },
    ]);
    await owner.end();
    await empty.drop();
  });

  it("gives up well when it is stopped while it starts", async () => {
    const server = run(["start"], { ...settings(), LOG_LEVEL: "error" });
    await new Promise<void>((resolve) => server.child.once("spawn", resolve));
    server.child.kill("SIGINT");
    const { code } = await server.ended;
    // The program itself does not run yet, so the signal ends it like any process.
    expect([0, null]).toContain(code);
  });

  it("says in one line which port is in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    expect(await lineOf({ ...settings(), PORT: port })).toContain(`Port ${port} is in use`);
    await new Promise((resolve) => other.close(resolve));
  });

  it("says in one line that the database cannot be reached", async () => {
    expect(await lineOf({ ...settings(), DATABASE_URL: "postgres://owner:secret@127.0.0.1:1/kwartier" })).toMatch(
      /The database at 127\.0\.0\.1:1 cannot be reached/,
    );
  });

  it("never says a password", async () => {
    expect(await lineOf({ ...settings(), DATABASE_URL: "postgres://owner:secret@127.0.0.1:1/kwartier" })).not.toContain(
      "secret",
    );
  });

  it.each([
    ["PORT", "http"],
    ["PUBLIC_URL", "desk.example.com"],
    ["ADMINISTRATOR_MAIL", "nobody"],
    ["LOG_LEVEL", "loud"],
  ])("says in one line what is wrong with %s", async (name, value) => {
    expect(await lineOf({ ...settings(), [name]: value })).toMatch(new RegExp(`^${name}: `));
  });

  it("says in one line which setting is missing", async () => {
    expect(await lineOf({ ...settings(), SMTP_URL: "" })).toContain("SMTP_URL is not set");
    expect(await lineOf({ ...settings(), MAIL_FROM: "" })).toContain("MAIL_FROM is not set");
  });

  it("starts on an empty database with nothing else set, and says what is missing", async () => {
    const empty = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
    const { SMTP_URL: _server, MAIL_FROM: _sender, ADMINISTRATOR_MAIL: _mail, ...least } = settings();
    const server = run(["start"], { ...least, DATABASE_URL: empty.ownerUrl });
    const text = await server.said("Mails wait");
    expect(text).toContain("kwartier invite-administrator MAIL makes the first administrator");
    server.child.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ code: 0 });
    await empty.drop();
  });

  it("says in one line that a demo is no production", async () => {
    const demo = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
    const at = { DATA_DIRECTORY: join(directory, "demo"), DATABASE_URL: demo.ownerUrl, PORT: "0" };
    const real = { PUBLIC_URL: "https://desk.example.com", SMTP_URL: "smtp://127.0.0.1:1" };
    for (const [name, value] of Object.entries(real))
      expect(await lineOf({ ...at, [name]: value }, ["start", "--demo"])).toMatch(
        /^A demo is to be made, .*without --demo\.$/m,
      );
    const owner = new pg.Client({ connectionString: demo.ownerUrl });
    await owner.connect();
    await owner.query("insert into installation (is_demo, demo_is_complete, created_at) values (true, true, now())");
    await owner.end();
    for (const [name, value] of Object.entries(real))
      expect(await lineOf({ ...at, [name]: value })).toMatch(/^This database was made as a demo, .*DATA_DIRECTORY/);
    await demo.drop();
  });

  it("says in one line what is wrong with its folder", async () => {
    const file = join(directory, "file");
    writeFileSync(file, "");
    expect(await lineOf({ ...settings(), DATA_DIRECTORY: file })).toMatch(
      /^The folder \S+ is a file\. Make it writable/,
    );
    expect(await lineOf({ ...settings(), DATA_DIRECTORY: "/sys/kwartier" })).toMatch(
      /^The folder \/sys\/kwartier (may|lies)/,
    );
    const { DATABASE_URL: _, ...own } = settings();
    expect(await lineOf({ ...own, DATA_DIRECTORY: join(file, "data") })).toMatch(/a part of its path is a file/);
  });

  it("says in one line that the owner has no password, or may not do what an owner does", async () => {
    const { DATABASE_URL = "" } = settings();
    const url = new URL(DATABASE_URL);
    url.password = "";
    expect(await lineOf({ ...settings(), DATABASE_URL: url.href })).toContain("DATABASE_URL names no password");
    const { desk } = await ensureRoles(DATABASE_URL);
    for (const command of ["start", "migrate"])
      expect(await lineOf({ ...settings(), DATABASE_URL: desk }, [command])).toMatch(
        /^The role test_\w+_desk of DATABASE_URL may not do what the database's owner does: /,
      );
  });

  it("answers by IPv4 and IPv6 alike where people ask for localhost", async () => {
    const server = run(["start"], settings());
    const url = new URL(/http:\/\/\S+/.exec(await server.said("Kwartier is at"))?.[0] ?? "");
    expect(url.hostname).toBe("localhost");
    for (const host of ["127.0.0.1", ...(hasIpv6() ? ["[::1]"] : [])])
      expect((await fetch(`http://${host}:${url.port}/sign-in`)).status).toBe(200);
    server.child.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ code: 0 });
  });

  it("does not start twice on one data directory of its own", async () => {
    const { DATABASE_URL: _, ...own } = settings();
    const server = run(["start"], own);
    await server.said("Kwartier is at");
    expect(await lineOf(own)).toContain("already running");
    server.child.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ code: 0 });
  });

  it("knows its settings, and not what it was never told", async () => {
    const help = await run(["start", "--help"]).ended;
    expect(help.code).toBe(0);
    for (const name of ["DATABASE_URL", "PUBLIC_URL", "ADMINISTRATOR_MAIL"]) expect(help.stdout).toContain(name);
    expect((await run(["start", "--demmo"]).ended).code).toBe(2);
    expect((await run(["fly"]).ended).code).toBe(2);
  });
});

describe("kwartier migrate", { timeout: 60_000 }, () => {
  it("brings a database up to date, again and again", async () => {
    const empty = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
    for (const round of [1, 2])
      expect({
        round,
        ...(await run(["migrate"], { DATABASE_URL: empty.ownerUrl, LOG_LEVEL: "error" }).ended),
      }).toMatchObject({ round, code: 0, stdout: "The database is up to date.\n" });
    await empty.drop();
  });
});
