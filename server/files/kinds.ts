import { accept, refuse, type Result } from "../../core/values/result.ts";
import { looksLikeText } from "./looks-like-text.ts";
import { extensionOf } from "./names.ts";

/** What an attachment is, by its content and its name together. */
export interface AttachmentKind {
  readonly mediaType: string;
  /** Whether a browser may show it in a page: pictures made of pixels alone. All else is only ever downloaded (R04). */
  readonly isPicture: boolean;
}

interface Form {
  readonly extensions: readonly string[];
  readonly isContent: (head: Buffer) => boolean;
}

const zip = startsWith("PK\u0003\u0004", "PK\u0005\u0006");
const ole = startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
const matroska = startsWith("\u001a\u0045\u00df\u00a3");
const office = "application/vnd.openxmlformats-officedocument";

/** Everything that is taken in. Pages, scripts, programs and documents with macros are not among it. */
const kinds: Readonly<Record<string, Form>> = {
  "image/png": { extensions: ["png"], isContent: startsWith("\u0089PNG\r\n\u001a\n") },
  "image/jpeg": { extensions: ["jpg", "jpeg"], isContent: startsWith("\u00ff\u00d8\u00ff") },
  "image/gif": { extensions: ["gif"], isContent: startsWith("GIF87a", "GIF89a") },
  "image/webp": { extensions: ["webp"], isContent: (head) => at(head, 0, "RIFF") && at(head, 8, "WEBP") },
  "image/heic": { extensions: ["heic", "heif"], isContent: isMedia("heic", "heix", "hevc", "mif1", "msf1", "heim") },
  "application/pdf": { extensions: ["pdf"], isContent: startsWith("%PDF-") },
  "video/mp4": {
    extensions: ["mp4", "m4v"],
    isContent: isMedia("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash"),
  },
  "video/quicktime": { extensions: ["mov"], isContent: isMedia("qt  ") },
  "video/webm": { extensions: ["webm"], isContent: matroska },
  "video/x-matroska": { extensions: ["mkv"], isContent: matroska },
  "audio/mp4": { extensions: ["m4a"], isContent: isMedia("M4A ", "mp42", "isom") },
  "application/zip": { extensions: ["zip"], isContent: zip },
  [`${office}.wordprocessingml.document`]: { extensions: ["docx"], isContent: zip },
  [`${office}.spreadsheetml.sheet`]: { extensions: ["xlsx"], isContent: zip },
  [`${office}.presentationml.presentation`]: { extensions: ["pptx"], isContent: zip },
  "application/vnd.oasis.opendocument.text": { extensions: ["odt"], isContent: zip },
  "application/vnd.oasis.opendocument.spreadsheet": { extensions: ["ods"], isContent: zip },
  "application/vnd.ms-outlook": { extensions: ["msg"], isContent: ole },
  "application/x-ms-evtx": { extensions: ["evtx"], isContent: startsWith("ElfFile\u0000") },
  "message/rfc822": { extensions: ["eml"], isContent: looksLikeText },
  "text/plain": { extensions: ["txt", "log"], isContent: looksLikeText },
  "text/csv": { extensions: ["csv"], isContent: looksLikeText },
  "text/calendar": { extensions: ["ics"], isContent: looksLikeText },
  "text/vcard": { extensions: ["vcf"], isContent: looksLikeText },
  "application/json": { extensions: ["json", "har"], isContent: looksLikeText },
};

const pictures: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/**
 * The kind of a file by its cleaned name and its first bytes; both must agree, and the kind must be one we take (R04).
 * One picture under the name of another is taken for what it is, because telephones do that.
 */
export function attachmentKind({ name, head }: { name: string; head: Uint8Array }): Result<AttachmentKind> {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const named = extensionOf(name);
  const byName = Object.entries(kinds).find(([, { extensions }]) => extensions.includes(named));
  if (byName?.[1].isContent(bytes) === true) return accept(kindOf(byName[0]));
  const picture = [...pictures].find((mediaType) => kinds[mediaType]?.isContent(bytes));
  const mayBePicture = named === "" || (byName !== undefined && pictures.has(byName[0]));
  if (picture !== undefined && mayBePicture) return accept(kindOf(picture));
  return refuse({ code: "attachment-kind", name });
}

/** What a stored media type may do; one we do not know may do nothing. */
export function kindOf(mediaType: string): AttachmentKind {
  return { mediaType, isPicture: pictures.has(mediaType) };
}

/** The extensions of all kinds, for the file field of a form. */
export function attachmentExtensions(): readonly string[] {
  return Object.values(kinds).flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`));
}

function startsWith(...beginnings: readonly string[]): (head: Buffer) => boolean {
  return (head) => beginnings.some((beginning) => at(head, 0, beginning));
}

/** The family of MP4 says its brand behind "ftyp". */
function isMedia(...brands: readonly string[]): (head: Buffer) => boolean {
  return (head) => at(head, 4, "ftyp") && brands.some((brand) => at(head, 8, brand));
}

function at(head: Buffer, offset: number, text: string): boolean {
  return head.toString("latin1", offset, offset + text.length) === text;
}
