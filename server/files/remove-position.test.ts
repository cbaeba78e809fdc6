import { createHash } from "node:crypto";
import { copyFile, mkdtemp, open, readFile, writeFile } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../root.ts";
import { createDiskFiles } from "./disk-files.ts";
import { removePosition } from "./remove-position.ts";

/** 52 degrees 22 minutes north, as the camera and as XMP write it. */
const latitudes = [
  Buffer.from("000000340000000100000016", "hex"),
  Buffer.from("340000000100000016000000", "hex"),
  Buffer.from("52,22.212N"),
  Buffer.from("exif:GPS"),
];
const fixture = (kind: string) => join(packageRoot, `test/files/position.${kind}`);

describe.each(["jpg", "heic", "png", "tif", "webp"])("a photo that says where it was made: %s", (kind) => {
  let before: Buffer;
  let after: Buffer;
  let found: boolean;
  beforeAll(async () => {
    const path = join(await mkdtemp(join(tmpdir(), "kwartier-photo-")), "photo");
    await copyFile(fixture(kind), path);
    before = await readFile(path);
    const file = await open(path, "r+");
    found = await removePosition(file);
    await file.close();
    after = await readFile(path);
  });

  it("does not say so any more", () => {
    expect(latitudes.some((words) => before.includes(words))).toBe(true);
    expect(found).toBe(true);
    for (const words of latitudes) expect(after.includes(words)).toBe(false);
  });

  it("is as long as it was, and keeps all else", () => {
    expect(after).toHaveLength(before.length);
    const changed = before.filter((byte, place) => byte !== after[place]).length;
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(200);
    expect(after.includes("Telefoon")).toBe(before.includes("Telefoon"));
    // The picture itself is the end of a JPEG, from its scan on.
    const scan = Buffer.from("ffda", "hex");
    if (kind === "jpg")
      expect(after.subarray(after.lastIndexOf(scan)).equals(before.subarray(before.lastIndexOf(scan)))).toBe(true);
  });

  it("is left alone the second time", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "kwartier-photo-")), "photo");
    await writeFile(path, after);
    const file = await open(path, "r+");
    expect(await removePosition(file)).toBe(false);
    await file.close();
    expect((await readFile(path)).equals(after)).toBe(true);
  });
});

describe("taking a position out", () => {
  const removedFrom = async (bytes: Buffer): Promise<Buffer> => {
    const path = join(await mkdtemp(join(tmpdir(), "kwartier-photo-")), "photo");
    await writeFile(path, bytes);
    const file = await open(path, "r+");
    await removePosition(file);
    await file.close();
    return readFile(path);
  };

  it("leaves the checksums of a PNG right", async () => {
    const png = await removedFrom(await readFile(fixture("png")));
    const kinds = [];
    for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
      const end = at + 8 + png.readUInt32BE(at);
      expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
      kinds.push(png.toString("latin1", at + 4, at + 8));
    }
    expect(kinds).toContain("eXIf");
  });

  it("finds one that lies across the windows in which the file is read", async () => {
    const photo = await readFile(fixture("jpg"));
    const mark = photo.indexOf("Exif\u0000\u0000");
    for (const shift of [-1, 1, 3, 6, 9]) {
      const before = Buffer.alloc(256 * 1024 - mark - shift, "x");
      const after = await removedFrom(Buffer.concat([before, photo]));
      for (const words of latitudes) expect(after.includes(words)).toBe(false);
    }
  });

  it("does nothing to files that are cut off, or that lead in circles", async () => {
    const tiff = await readFile(fixture("tif"));
    for (let length = 0; length < tiff.length; length += 7) {
      const cut = tiff.subarray(0, length);
      expect(await removedFrom(cut)).toHaveLength(length);
    }
    const circle = Buffer.from("49492a0008000000010000010300010000000000000008000000", "hex");
    expect((await removedFrom(circle)).equals(circle)).toBe(true);
    const bare = Buffer.from("<exif:GPSLatitude>never closed");
    expect((await removedFrom(bare)).equals(bare)).toBe(true);
  });
});

describe("a file that is changed before it is kept", () => {
  it("has the hash of what is kept", async () => {
    const files = await createDiskFiles(await mkdtemp(join(tmpdir(), "kwartier-files-")));
    const put = async () => files.put(createReadStream(fixture("jpg")), { limitBytes: 10_000, edit: removePosition });
    const [first, second] = [await put(), await put()];
    if (!first.ok || !second.ok) throw new Error("refused");
    const kept = await buffer(await files.open(first.file.key));
    expect(first.file.sha256).toBe(createHash("sha256").update(kept).digest("hex"));
    expect(second.file.sha256).toBe(first.file.sha256);
    expect(first.file.size).toBe(kept.length);
    expect(kept.equals(await readFile(fixture("jpg")))).toBe(false);
  });
});
