import { isUtf8 } from "node:buffer";
import { parseDocument } from "./json-document.ts";
import { giveLess, mostMegabytes } from "./json-limits.ts";
import { printable } from "../server/json/printable.ts";
import { collectProblems, type Problems } from "./problems.ts";

/** What a command that reads files touches of the world; `stdout` and `stderr` are given parts of what is printed. */
export interface FileIo {
  /** What a file holds, in chunks; `-` is standard input. */
  readonly read: (file: string) => AsyncIterable<Uint8Array>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** A JSON document, with what is wrong with it so far: fields that it has twice. Its long arrays are `UnreadItems`. */
export interface JsonDocument {
  readonly value: unknown;
  readonly problems: Problems;
}

/** Why there is no document, a line each. */
export interface NoDocument {
  readonly refused: readonly string[];
}

/** Reads a file as JSON, standard input where the name is `-`; or says why it cannot. */
export async function readJsonFile(file: string, io: Pick<FileIo, "read">): Promise<JsonDocument | NoDocument> {
  const bytes = await readBytes(file, io);
  if (typeof bytes === "string") return { refused: [bytes] };
  if (!isUtf8(bytes)) return { refused: ["$: is not UTF-8 text; save it as UTF-8"] };
  const problems = collectProblems();
  const document = parseDocument(withoutMark(bytes), problems);
  return document === undefined ? { refused: problems.lines() } : { value: document.value, problems };
}

/** Says what is wrong, a line each, and answers the exit code of bad input. */
export function refuseInput(io: Pick<FileIo, "stderr">, problems: readonly string[]): number {
  io.stderr(problems.map((problem) => `${problem}\n`).join(""));
  return 2;
}

/** The bytes, or the line that says why there are none. Of what is too large nothing more is kept or waited for. */
async function readBytes(file: string, io: Pick<FileIo, "read">): Promise<Buffer | string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of io.read(file)) {
      length += chunk.length;
      if (length > mostMegabytes * 1024 * 1024) return `$: is larger than ${mostMegabytes} MB; ${giveLess}`;
      chunks.push(chunk);
    }
  } catch (error) {
    return `${printable(file)}: cannot be read: ${reasonOf(error)}`;
  }
  return Buffer.concat(chunks);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "this user may not read it",
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return printable(String(error));
  const code = "code" in error ? String(error.code) : "";
  return reasons[code] ?? printable(error.message);
}

/** Editors on Windows begin a text with a byte order mark; it is no part of the JSON. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes.toString("utf8", 0, 3) === "\uFEFF" ? bytes.subarray(3) : bytes;
}
