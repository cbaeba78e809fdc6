import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";

const windowBytes = 256 * 1024;
/** The longest part of a mark across the edge of a window. */
const overlapBytes = 64;
const gpsTag = 0x8825;
/** The size of a value in bytes, by its type in TIFF 6.0. */
const typeBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

// The beginnings of a TIFF structure: after "Exif" in JPEG and WebP, after "eXIf" in PNG, and otherwise by the usual
// offset of its directory, the only sign in HEIC and AVIF. "exif:GPS" belongs to XMP.
const marks = new RegExp(
  [
    "Exif\\0\\0(?=II\\*\\0|MM\\0\\*)",
    "eXIf(?=II\\*\\0|MM\\0\\*)",
    "EXIF[^]{4}(?=II\\*\\0|MM\\0\\*)",
    "(?=II\\*\\0\\x08\\0\\0\\0|MM\\0\\*\\0\\0\\0\\x08)",
    "exif:GPS",
  ].join("|"),
  "g",
);

/**
 * Removes the place where a photo was made, in the file itself and without touching a pixel: it blanks the GPS part of
 * the EXIF and the GPS words of the XMP. The file keeps its length. Answers whether there was a place.
 */
export async function removePosition(file: FileHandle): Promise<boolean> {
  let isChanged = (await isTiff(file)) && (await removeGps(file, 0));
  for (let at = 0, last = -1; ; at += windowBytes) {
    const window = await readAt(file, at, windowBytes + overlapBytes);
    for (const match of window.toString("latin1").matchAll(marks)) {
      const place = at + match.index;
      if (place <= last) continue;
      last = place;
      const isWords = match[0] === "exif:GPS";
      if (isWords ? await blankWords(file, place) : await removeGps(file, place + match[0].length)) isChanged = true;
    }
    if (window.length < windowBytes + overlapBytes) break;
  }
  if (isChanged) await mendChecksums(file);
  return isChanged;
}

async function isTiff(file: FileHandle): Promise<boolean> {
  return ["II*\u0000", "MM\u0000*"].includes((await readAt(file, 0, 4)).toString("latin1"));
}

/** Removes the pointer to the GPS part from the directories of a TIFF structure, and wipes the part. */
async function removeGps(file: FileHandle, start: number): Promise<boolean> {
  const header = await readAt(file, start, 8);
  if (header.length < 8) return false;
  const numbers = numbersOf(header);
  let isFound = false;
  let directory = numbers.long(header, 4);
  // The picture's directory and its thumbnail's. A file may claim more of them, or go in a circle.
  for (let count = 0; directory !== 0 && count < 4; count += 1) {
    const entries = await readDirectory(file, start + directory, numbers);
    if (entries === null) return isFound;
    const place = entries.findIndex((entry) => entry.length === 12 && numbers.short(entry, 0) === gpsTag);
    if (place >= 0) {
      await wipeGps(file, { start, at: start + numbers.long(entries[place] ?? header, 8), numbers });
      const kept = entries.filter((_, index) => index !== place);
      const written = Buffer.concat([numbers.fromShort(kept.length - 1), ...kept, Buffer.alloc(12)]);
      await file.write(written, 0, written.length, start + directory);
      isFound = true;
    }
    directory = numbers.long(entries.at(-1) ?? header, 0);
  }
  return isFound;
}

/**
 * The entries of a directory, twelve bytes each, and the offset of the next directory in the four bytes after them;
 * null if it is no directory.
 */
async function readDirectory(file: FileHandle, at: number, numbers: Numbers): Promise<Buffer[] | null> {
  const head = await readAt(file, at, 2);
  const count = head.length < 2 ? 0 : numbers.short(head, 0);
  if (count === 0 || count > 1000) return null;
  const bytes = await readAt(file, at + 2, count * 12 + 4);
  if (bytes.length < count * 12 + 4) return null;
  return Array.from({ length: count + 1 }, (_, index) =>
    bytes.subarray(index * 12, Math.min(index * 12 + 12, bytes.length)),
  );
}

interface Gps {
  readonly start: number;
  readonly at: number;
  readonly numbers: Numbers;
}

async function wipeGps(file: FileHandle, { start, at, numbers }: Gps): Promise<void> {
  const entries = await readDirectory(file, at, numbers);
  if (entries === null) return;
  for (const entry of entries.slice(0, -1)) {
    const length = (typeBytes[numbers.short(entry, 2)] ?? 1) * numbers.long(entry, 4);
    // A value of up to four bytes stands in the entry itself. A GPS value is never long.
    if (length > 4 && length <= 4096) await wipe(file, start + numbers.long(entry, 8), length);
  }
  await wipe(file, at + 2, (entries.length - 1) * 12);
}

/** Writes zeros, never beyond the end of the file. */
async function wipe(file: FileHandle, at: number, length: number): Promise<void> {
  const there = await readAt(file, at, length);
  if (there.length > 0) await file.write(there.fill(0), 0, there.length, at);
}

/** Writes spaces over an attribute or an element of XMP. The rest stays well-formed. */
async function blankWords(file: FileHandle, at: number): Promise<boolean> {
  const from = Math.max(0, at - 1);
  const text = (await readAt(file, from, 2048)).toString("latin1");
  const found = /^<(exif:GPS\w+)(?:\s[^>]*)?(?:\/>|>[^]*?<\/\1>)|^.(exif:GPS\w+\s*=\s*(?:"[^"]*"|'[^']*'))/u.exec(text);
  if (found === null) return false;
  const [whole, , attribute] = found;
  const blanked = Buffer.alloc((attribute ?? whole).length, " ");
  await file.write(blanked, 0, blanked.length, attribute === undefined ? from : from + 1);
  return true;
}

/** Every chunk of a PNG ends with a checksum. Those of changed chunks with words or EXIF are written again. */
async function mendChecksums(file: FileHandle): Promise<void> {
  if ((await readAt(file, 0, 8)).toString("latin1") !== "\u0089PNG\r\n\u001a\n") return;
  for (let at = 8; ;) {
    const head = await readAt(file, at, 8);
    if (head.length < 8) return;
    const length = head.readUInt32BE(0);
    if (["eXIf", "iTXt", "tEXt"].includes(head.toString("latin1", 4)) && length < 4 * 1024 * 1024) {
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE(crc32(await readAt(file, at + 4, length + 4)));
      await file.write(sum, 0, 4, at + 8 + length);
    }
    at += length + 12;
  }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

interface Numbers {
  short(bytes: Buffer, at: number): number;
  long(bytes: Buffer, at: number): number;
  fromShort(value: number): Buffer;
}

/** TIFF uses the byte order of the machine that made it. Its first two bytes name it. */
function numbersOf(header: Buffer): Numbers {
  const isLittle = header[0] === 0x49;
  return {
    short: (bytes, at) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    long: (bytes, at) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
    fromShort: (value) => {
      const bytes = Buffer.alloc(2);
      if (isLittle) bytes.writeUInt16LE(value);
      else bytes.writeUInt16BE(value);
      return bytes;
    },
  };
}
