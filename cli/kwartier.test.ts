import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "kwartier-rate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** From source: `rate` needs no build. */
const command = join(import.meta.dirname, "kwartier.ts");

function run(...parameters: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...parameters], { encoding: "utf8" });
  return { status, stdout, stderr };
}

function start(...parameters: readonly string[]) {
  const child = spawn(process.execPath, [command, ...parameters]);
  return { child, ended: once(child, "close"), stderr: text(child.stderr) };
}

/** A month of a number of tickets, each with a fee. */
function writeMonth(tickets: number): string {
  const file = join(folder, `${tickets}.json`);
  const all = Array.from({ length: tickets }, (_, index) => ({
    reference: `K26-${index}`,
    createdAt: "2026-10-01T09:12:00+02:00",
  }));
  writeFileSync(file, JSON.stringify({ month: "2026-10", tickets: all, timeEntries: [] }));
  return file;
}

describe("the kwartier command", () => {
  it("charges a file", () => {
    const { status, stdout, stderr } = run("rate", writeMonth(2));
    expect({ status, stderr, output: JSON.parse(stdout) as unknown }).toMatchObject({
      status: 0,
      stderr: "",
      output: { subtotalCents: 5000 },
    });
  });

  it("refuses a file of a gigabyte in one line", () => {
    const file = join(folder, "large.json");
    writeFileSync(file, "");
    truncateSync(file, 1024 ** 3);
    const { status, stdout, stderr } = run("rate", file);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^\$: is larger than 64 MB[^\n]*\n$/);
  });

  it("refuses standard input that goes on and on in one line, and lets go of it", async () => {
    const { child, ended, stderr } = start("rate", "-");
    const isGone = once(child.stdin, "error");
    const more = () => child.stdin.write(Buffer.alloc(1024 * 1024, "[0,"), (error) => error ?? more());
    more();
    expect(await ended).toEqual([2, null]);
    expect(await stderr).toMatch(/^\$[^\n]*\n$/);
    await isGone;
  });

  it("is silent when nobody reads on, and does not call it done", async () => {
    const { child, ended, stderr } = start("rate", writeMonth(5000));
    child.stdout.destroy();
    expect(await ended).toEqual([1, null]);
    expect(await stderr).toBe("");
  });
});
