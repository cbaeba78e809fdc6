import { rateCommand } from "./rate.ts";

/** Runs `kwartier rate` on a text as its standard input and answers what it printed, for the tests. */
export async function rateOnText(text: string, ...options: readonly string[]) {
  const bytes = new TextEncoder().encode(text);
  const printed = { stdout: "", stderr: "" };
  const code = await rateCommand(["-", ...options], {
    readFile: () => Promise.reject(new Error("no file here")),
    readStdin: () => Promise.resolve(bytes),
    stdout: (line) => (printed.stdout += line),
    stderr: (line) => (printed.stderr += line),
  });
  return { code, ...printed };
}
