import { isPlainText } from "./looks-like-text.ts";

/** Tells a kind of file by its first bytes. */
export type IsContent = (head: Buffer) => boolean;

export function startsWith(...beginnings: readonly string[]): IsContent {
  return (head) => beginnings.some((beginning) => at(head, 0, beginning));
}

export const zip = startsWith("PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\u0008");
/** The container of older Office documents, of Outlook's mails, and of every document with a password. */
export const ole = startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
export const asf = startsWith("\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011");
export const matroska = startsWith("\u001a\u0045\u00df\u00a3");
export const ogg = startsWith("OggS");
/** Readers look for it in the first kilobyte, because mail programs and scripts put text before it. */
export const pdf: IsContent = (head) => head.toString("latin1", 0, 1024).includes("%PDF-");
export const tiff = startsWith("II*\u0000", "MM\u0000*", "II+\u0000", "MM\u0000+");

export function riff(form: string): IsContent {
  return (head) => at(head, 0, "RIFF") && at(head, 8, form);
}

/** Files of the MP4 family name their brand after "ftyp". Without brands any is accepted. */
export function media(...brands: readonly string[]): IsContent {
  return (head) => at(head, 4, "ftyp") && (brands.length === 0 || brands.some((brand) => at(head, 8, brand)));
}

/** Films of older cameras begin with their data. */
export const quicktime: IsContent = (head) =>
  ["ftyp", "moov", "mdat", "wide", "free", "skip"].some((box) => at(head, 4, box));

/** A frame without a tag before it marks itself as sound by eleven bits. */
export const mpegSound: IsContent = (head) =>
  at(head, 0, "ID3") || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0);

export function anyOf(...contents: readonly IsContent[]): IsContent {
  return (head) => contents.some((isContent) => isContent(head));
}

/**
 * For kinds without a beginning of their own, and for texts, which may hold anything: a log is cut off, coloured or
 * padded with zeros.
 */
export const anything: IsContent = () => true;

const program = startsWith(
  "\u007fELF",
  "\u00fe\u00ed\u00fa\u00ce",
  "\u00fe\u00ed\u00fa\u00cf",
  "\u00ce\u00fa\u00ed\u00fe",
  "\u00cf\u00fa\u00ed\u00fe",
  "\u00ca\u00fe\u00ba\u00be",
  "L\u0000\u0000\u0000\u0001\u0014\u0002\u0000",
);

/** Programs and links of Windows, Linux and macOS, under any name. */
export const isProgram: IsContent = (head) => program(head) || (at(head, 0, "MZ") && !isPlainText(head));

function at(head: Buffer, offset: number, text: string): boolean {
  return head.toString("latin1", offset, offset + text.length) === text;
}
