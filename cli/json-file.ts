import { isUtf8 } from "node:buffer";
import { parseDocument } from "./json-document.ts";
import { giveLess, mostMegabytes } from "./json-limits.ts";
import { printable } from "../server/json/printable.ts";
import { collectProblems, type Problems } from "./problems.ts";

/** The input and output of a command that reads files. `stdout` and `stderr` get the printed text in parts. */
export interface FileIo {
  /** The content of a file, in chunks; `-` is standard input. */
  readonly read: (file: string) => AsyncIterable<Uint8Array>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** A JSON document with its problems so far: repeated fields. Its long arrays are `UnreadItems`. */
export interface JsonDocument {
  readonly value: unknown;
  readonly problems: Problems;
}

/** The reasons for having no document, one line each. */
export interface NoDocument {
  readonly refused: readonly string[];
}

/** Reads a file as JSON, or standard input for the name `-`. Answers the reasons if it cannot. */
export async function readJsonFile(file: string, io: Pick<FileIo, "read">): Promise<JsonDocument | NoDocument> {
  const bytes = await readBytes(file, io);
  if (typeof bytes === "string") return { refused: [bytes] };
  if (!isUtf8(bytes)) return { refused: ["$: is not UTF-8 text; save it as UTF-8"] };
  const problems = collectProblems();
  const document = parseDocument(withoutMark(bytes), problems);
  return document === undefined ? { refused: problems.lines() } : { value: document.value, problems };
}

/** Prints the problems, one line each, and answers the exit code of bad input. */
export function refuseInput(io: Pick<FileIo, "stderr">, problems: readonly string[]): number {
  io.stderr(problems.map((problem) => `${problem}\n`).join(""));
  return 2;
}

/** The bytes, or the line with the reason for having none. It stops reading a file that is too large. */
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

/** Editors on Windows put a byte order mark first. It is no part of the JSON. */
function withoutMark(bytes: Buffer): Buffer {
  return bytes.toString("utf8", 0, 3) === "\uFEFF" ? bytes.subarray(3) : bytes;
}
