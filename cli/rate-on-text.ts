import type { FileIo } from "./json-file.ts";
import { rateCommand } from "./rate.ts";

/** Runs `kwartier rate` in a test with a text or bytes as standard input, and answers its output. */
export async function rateOnText(text: string | Uint8Array, ...options: readonly string[]) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return runRate(["-", ...options], async function* read() {
    yield* [bytes];
  });
}

/** Runs it with these arguments. `read` gives it the content of a file. */
export async function runRate(args: readonly string[], read: FileIo["read"]) {
  const printed = { stdout: "", stderr: "" };
  const code = await rateCommand(args, {
    read,
    stdout: (part) => (printed.stdout += part),
    stderr: (part) => (printed.stderr += part),
  });
  return { code, ...printed };
}

/** The lines that refuse an input, given as text or as a value. */
export async function problemsOf(input: unknown): Promise<readonly string[]> {
  const isText = typeof input === "string" || input instanceof Uint8Array;
  const { code, stdout, stderr } = await rateOnText(isText ? input : JSON.stringify(input));
  if (code !== 2 || stdout !== "" || !stderr.endsWith("\n")) throw new Error(`not refused as it should be: ${code}`);
  return stderr.slice(0, -1).split("\n");
}
