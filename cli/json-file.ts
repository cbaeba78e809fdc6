import { duplicateKeys } from "./duplicate-keys.ts";

/** What a command that reads files touches of the world; `stdout` and `stderr` are given whole lines. */
export interface FileIo {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** A JSON document, with what is wrong with it so far: fields that it has twice. */
export interface JsonDocument {
  readonly value: unknown;
  readonly problems: string[];
}

/** Reads a file as JSON, standard input where the name is `-`; or says on one line why it cannot. */
export async function readJsonFile(
  file: string,
  io: Pick<FileIo, "readFile" | "readStdin">,
): Promise<JsonDocument | { readonly problem: string }> {
  const bytes = await readInput(file, io);
  return typeof bytes === "string" ? { problem: bytes } : parseJson(bytes);
}

/** Says what is wrong, a line each, and answers the exit code of bad input. */
export function refuseInput(io: Pick<FileIo, "stderr">, problems: readonly string[]): number {
  for (const problem of problems) io.stderr(`${problem}\n`);
  return 2;
}

/** The bytes, or the sentence that says why there are none. */
async function readInput(file: string, io: Pick<FileIo, "readFile" | "readStdin">): Promise<Uint8Array | string> {
  try {
    return await (file === "-" ? io.readStdin() : io.readFile(file));
  } catch (error) {
    return oneLine(`${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parseJson(bytes: Uint8Array): JsonDocument | { problem: string } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return { value, problems: duplicateKeys(text).map((path) => `${path}: is given twice`) };
  } catch (error) {
    const isJson = error instanceof SyntaxError;
    return { problem: oneLine(isJson ? `$: is not JSON: ${error.message}` : "$: is not UTF-8 text") };
  }
}

/** Messages of the platform may quote the input, line breaks and all. */
export function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ");
}
