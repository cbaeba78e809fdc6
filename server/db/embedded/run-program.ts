import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Account } from "./account.ts";

/** The place of the programs, and their user. */
export type Programs = { readonly binaries: string; readonly account: Account };

export type Finished = { readonly isSuccess: boolean; readonly output: string };

/** LANG, PGDATA and the like of our own environment must not reach PostgreSQL. */
export const cleanEnvironment: NodeJS.ProcessEnv = {
  LC_ALL: "C",
  TZ: "UTC",
  PATH: "/usr/bin:/bin",
};

/** Runs one program of PostgreSQL to its end and collects its output. */
export async function runProgram(
  programs: Programs,
  name: "initdb" | "postgres",
  args: string[],
  input = "",
): Promise<Finished> {
  const child = spawn(join(programs.binaries, "bin", name), args, {
    cwd: "/",
    env: cleanEnvironment,
    ...programs.account,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  child.stdin.on("error", () => undefined); // a program that fails early does not read its input
  child.stdin.end(input);
  const [status, out, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { isSuccess: status === 0, output: `${out}\n${errors}` };
}
