import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, open, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { createDiskFiles } from "./disk-files.ts";
import { isFileKey } from "./file-store.ts";
import { isDiskFull } from "./disk-full.ts";
import { receiveStream } from "./receive-stream.ts";

async function setUp() {
  const directory = await mkdtemp(join(tmpdir(), "kwartier-files-"));
  const files = await createDiskFiles(directory);
  const tree = async () =>
    (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return { directory, files, tree };
}

/** A stream in pieces, as a network delivers it. */
function pieces(content: Buffer, size = 65_536): Readable {
  const count = Math.ceil(content.length / size);
  return Readable.from(Array.from({ length: count }, (_, index) => content.subarray(index * size, (index + 1) * size)));
}

describe("a file that is kept", () => {
  it("comes back byte for byte, with its size, its hash and its first bytes", async () => {
    const { files, tree } = await setUp();
    const content = randomBytes(1_000_000);
    const outcome = await files.put(pieces(content), { limitBytes: 1_000_000 });
    if (!outcome.ok) throw new Error(outcome.why);
    const { key, size, sha256, head } = outcome.file;
    expect(size).toBe(1_000_000);
    expect(sha256).toBe(createHash("sha256").update(content).digest("hex"));
    expect(content.subarray(0, 4096).equals(head)).toBe(true);
    expect((await buffer(await files.open(key))).equals(content)).toBe(true);
    const [entry] = await tree();
    const path = join(entry?.parentPath ?? "", entry?.name ?? "");
    expect(path.endsWith(join(key.slice(0, 2), key.slice(2, 4), key))).toBe(true);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it("is gone after it is removed, which may be asked twice", async () => {
    const { files, tree } = await setUp();
    const outcome = await files.put(pieces(Buffer.from("x")), { limitBytes: 10 });
    if (!outcome.ok) throw new Error(outcome.why);
    await files.remove(outcome.file.key);
    await files.remove(outcome.file.key);
    await expect(files.open(outcome.file.key)).rejects.toMatchObject({ code: "ENOENT" });
    expect(await tree()).toEqual([]);
  });

  it("never shares its name, also when twenty come at once", async () => {
    const { files, tree } = await setUp();
    const puts = Array.from({ length: 20 }, () => files.put(pieces(Buffer.from("same")), { limitBytes: 10 }));
    const keys = (await Promise.all(puts)).map((outcome) => (outcome.ok ? outcome.file.key : outcome.why));
    expect(new Set(keys).size).toBe(20);
    expect(keys.every(isFileKey)).toBe(true);
    expect(await tree()).toHaveLength(20);
  });

  it.each(["../../etc/passwd", "", "a".repeat(63), "A".repeat(64), `${"a".repeat(64)}\n`, `${"a".repeat(60)}/../`])(
    "is not asked for by anything but a key: %j",
    async (key) => {
      const { files } = await setUp();
      await expect(files.open(key)).rejects.toThrow("not a file key");
      await expect(files.remove(key)).rejects.toThrow("not a file key");
    },
  );
});

describe("a file that is refused", () => {
  it("is one byte over the limit", async () => {
    const { files, tree } = await setUp();
    expect(await files.put(pieces(Buffer.alloc(1001), 100), { limitBytes: 1000 })).toEqual({
      ok: false,
      why: "too-large",
    });
    expect(await files.put(pieces(Buffer.alloc(1000), 100), { limitBytes: 1000 })).toMatchObject({ ok: true });
    expect(await tree()).toHaveLength(1);
  });

  it("is still read to its end, so that the form behind it goes on", async () => {
    const { files } = await setUp();
    const stream = new PassThrough();
    const ended = new Promise((resolve) => stream.once("end", resolve));
    const outcome = files.put(stream, { limitBytes: 10 });
    stream.write(Buffer.alloc(100_000));
    expect(await outcome).toEqual({ ok: false, why: "too-large" });
    stream.end(Buffer.alloc(10_000_000));
    await ended;
  });

  it("is empty", async () => {
    const { files, tree } = await setUp();
    expect(await files.put(pieces(Buffer.alloc(0)), { limitBytes: 10 })).toEqual({ ok: false, why: "empty" });
    expect(await tree()).toEqual([]);
  });

  it("broke off half-way, and leaves nothing behind", async () => {
    const { files, tree } = await setUp();
    const stream = new PassThrough();
    stream.write("half");
    const outcome = files.put(stream, { limitBytes: 10 });
    stream.destroy(new Error("the line went dead"));
    await expect(outcome).rejects.toThrow("the line went dead");
    expect(await tree()).toEqual([]);
  });

  it("meets a full disk", async () => {
    // The device that is always full gives the kernel's own answer.
    const full = await open("/dev/full", "w");
    await expect(receiveStream(pieces(Buffer.from("x")), full, 10)).rejects.toSatisfy(isDiskFull);
    await full.close();
  });

  it("was left behind by a process that was killed days ago", async () => {
    const { directory, tree } = await setUp();
    const [old, young] = ["old", "young"].map((name) => join(directory, "incoming", name));
    await writeFile(old ?? "", "x");
    await writeFile(young ?? "", "x");
    await utimes(old ?? "", 0, 0);
    await createDiskFiles(directory);
    expect((await tree()).map(({ name }) => name)).toEqual(["young"]);
  });
});
