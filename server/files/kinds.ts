import { accept, refuse, type Result } from "../../core/values/result.ts";
import { isProgram } from "./contents.ts";
import { kinds, mayBePage, pages, programs } from "./kind-table.ts";
import { isPage, isPlainText } from "./looks-like-text.ts";

/** What an attachment is, by its content and its name together. */
export interface AttachmentKind {
  readonly mediaType: string;
  /** Whether a browser may show it in a page: pictures made of pixels alone. All else is only ever downloaded (R04). */
  readonly isPicture: boolean;
}

const pictures: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
const unknownBytes = "application/octet-stream";

/**
 * The kind of a file by its cleaned name and its first bytes (R04). A name must be of the table; a content decides on
 * what may be done with it. Programs and pages are refused whatever they are called. A file whose content is not what
 * its name says is taken as mere bytes: one that cannot be opened is what people write to a support desk about. Refuses
 * `attachment-kind`.
 */
export function attachmentKind({ name, head }: { name: string; head: Uint8Array }): Result<AttachmentKind> {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const extension = endOf(name);
  if (programs.has(extension) || isProgram(bytes)) return refuse({ code: "attachment-kind", name, problem: "program" });
  if (pages.has(extension) || (isPage(bytes) && !mayBePage.has(extension)))
    return refuse({ code: "attachment-kind", name, problem: "page" });
  const mediaType = extension === "" ? mediaTypeOf(bytes) : namedType(extension, bytes);
  return mediaType === undefined
    ? refuse({ code: "attachment-kind", name, problem: "unknown" })
    : accept(kindOf(mediaType));
}

/** What a stored media type may do; one we do not know may do nothing. */
export function kindOf(mediaType: string): AttachmentKind {
  return { mediaType, isPicture: pictures.has(mediaType) };
}

/** The extensions of all kinds, for the file field of a form. */
export function attachmentExtensions(): readonly string[] {
  return [...new Set(kinds.flatMap(({ extensions }) => extensions))].map((extension) => `.${extension}`);
}

/** What stands behind the last dot; empty when that is no extension but a number (`app.log.1`, `10.15`) or words. */
function endOf(name: string): string {
  const end = /\.([^.\s]+)$/u.exec(name)?.[1] ?? "";
  return /^\d+$/.test(end) ? "" : end.toLowerCase();
}

/** One picture under the name of another is taken for what it is, because telephones do that. */
function namedType(extension: string, head: Buffer): string | undefined {
  const named = kinds.filter(({ extensions }) => extensions.includes(extension));
  const [first] = named;
  if (first === undefined) return undefined;
  const right = named.find(({ isContent }) => isContent(head));
  if (right !== undefined) return right.mediaType;
  const told = kinds.find((kind) => kind.isTelling && kind.isContent(head))?.mediaType;
  return isImage(first.mediaType) && told !== undefined && isImage(told) ? told : unknownBytes;
}

function isImage(mediaType: string): boolean {
  return mediaType.startsWith("image/");
}

/** A file without an extension is known by its content alone. */
function mediaTypeOf(head: Buffer): string | undefined {
  const told = kinds.find((kind) => kind.isTelling && kind.isContent(head));
  return told?.mediaType ?? (isPlainText(head) ? "text/plain" : undefined);
}
