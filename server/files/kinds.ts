import { accept, refuse, type Result } from "../../core/values/result.ts";
import { isProgram } from "./contents.ts";
import { kinds, mayBePage, pages, programs } from "./kind-table.ts";
import { isPage, isPlainText } from "./looks-like-text.ts";

/** The kind of an attachment, by its content and its name together. */
export interface AttachmentKind {
  readonly mediaType: string;
  /** Whether a page may show it: pictures of pixels alone. All other files are only downloaded (R04). */
  readonly isPicture: boolean;
}

const pictures: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
const unknownBytes = "application/octet-stream";

/**
 * The kind of a file by its cleaned name and its first bytes (R04). The name must be in the table; the content decides
 * how the file may be used. Programs and pages are refused under any name. A file whose content does not match its name
 * counts as mere bytes: people write to a support desk about files that do not open. Refuses `attachment-kind`.
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

/** The treatment of a stored media type. An unknown one is only downloaded. */
export function kindOf(mediaType: string): AttachmentKind {
  return { mediaType, isPicture: pictures.has(mediaType) };
}

/** The extensions of all kinds, for a form's file field. */
export function attachmentExtensions(): readonly string[] {
  return [...new Set(kinds.flatMap(({ extensions }) => extensions))].map((extension) => `.${extension}`);
}

/** The part after the last dot; empty if it is a number (`app.log.1`, `10.15`) or words. */
function endOf(name: string): string {
  const end = /\.([^.\s]+)$/u.exec(name)?.[1] ?? "";
  return /^\d+$/.test(end) ? "" : end.toLowerCase();
}

/** A picture under the name of another kind counts as what it is, because telephones do that. */
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

/** The kind of a file without an extension, by its content alone. */
function mediaTypeOf(head: Buffer): string | undefined {
  const told = kinds.find((kind) => kind.isTelling && kind.isContent(head));
  return told?.mediaType ?? (isPlainText(head) ? "text/plain" : undefined);
}
