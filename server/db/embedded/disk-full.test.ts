import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeDirectory } from "../../../test/embedded.ts";
import { smallDiskCommand } from "../../../test/support/small-disk.ts";
import { errorCode, saysDiskFull } from "./embedded-error.ts";
import { startEmbedded } from "./start-embedded.ts";

const log = (): void => undefined;

// A user who may make a mount namespace gets a small disk there. Elsewhere, for example in a container without that
// right, only the first test covers a full disk.
const smallDisk = smallDiskCommand();

describe("on a full disk", () => {
  it("the start says so when not even its own record can be written", async () => {
    using directory = makeDirectory();
    // Every write to /dev/full gets the kernel's own ENOSPC, for any user.
    symlinkSync("/dev/full", join(directory.path, "embedded-postgres.json.new"));
    const refusal = await startEmbedded({ dataDirectory: directory.path, log }).catch((error: unknown) => error);
    expect(errorCode(refusal)).toBe("disk-full");
    expect(String(refusal)).toBe(
      `EmbeddedError: The disk that holds ${directory.path} is full; free some space and start again.`,
    );
  });

  for (const command of smallDisk) {
    it("the first start and later ones say so, and go on with everything when there is room again", () => {
      using directory = makeDirectory();
      const disk = join(directory.path, "disk");
      mkdirSync(disk);
      const script = join(import.meta.dirname, "../../../test/embedded-full-disk.ts");
      const outcomes: unknown = JSON.parse(run([...command, disk, process.execPath, script, disk]).stdout);
      expect(outcomes).toEqual([
        { code: "disk-full" },
        { isNew: true, rows: [[1]] },
        { code: "disk-full" },
        { isNew: false, rows: [[1]] },
      ]);
    });
  }

  it("a lack of shared memory, which PostgreSQL words alike, is not taken for it", () => {
    expect(saysDiskFull('FATAL:  could not write lock file "postmaster.pid": No space left on device')).toBe(true);
    expect(saysDiskFull("FATAL:  could not create shared memory segment: No space left on device")).toBe(false);
  });
});

function run([program = "", ...args]: string[]): { readonly status: number | null; readonly stdout: string } {
  return spawnSync(program, args, { encoding: "utf8" });
}
