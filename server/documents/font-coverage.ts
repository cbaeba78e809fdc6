/**
 * The code points with a glyph in a TrueType font, from its cmap table (formats 4 and 12, which every modern font has).
 * PDF/A refuses a character without a glyph, and people put anything in a title.
 */
export function fontCoverage(font: Buffer): ReadonlySet<number> {
  const covered = new Set<number>();
  const cmap = tableOffset(font, "cmap");
  const count = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 4) addSegments(font, subtable, covered);
    if (format === 12) addGroups(font, subtable, covered);
  }
  return covered;
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}

/** Format 4: runs of the basic plane, each mapped by a delta or through an array of glyphs. */
function addSegments(font: Buffer, subtable: number, covered: Set<number>): void {
  const doubleCount = font.readUInt16BE(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + doubleCount + 2;
  const deltas = starts + doubleCount;
  const offsets = deltas + doubleCount;
  for (let at = 0; at < doubleCount; at += 2) {
    const start = font.readUInt16BE(starts + at);
    const delta = font.readUInt16BE(deltas + at);
    const offset = font.readUInt16BE(offsets + at);
    for (let point = start; point <= font.readUInt16BE(ends + at) && point < 0xffff; point += 1) {
      const listed = offset === 0 ? point : font.readUInt16BE(offsets + at + offset + (point - start) * 2);
      if (listed !== 0 && (offset !== 0 || ((listed + delta) & 0xffff) !== 0)) covered.add(point);
    }
  }
}

/** Format 12: runs over all planes, each with its first glyph. */
function addGroups(font: Buffer, subtable: number, covered: Set<number>): void {
  const count = font.readUInt32BE(subtable + 12);
  for (let group = subtable + 16; group < subtable + 16 + count * 12; group += 12) {
    const end = font.readUInt32BE(group + 4);
    for (let point = font.readUInt32BE(group); point <= end; point += 1) covered.add(point);
  }
}
