import type { ReplayIo } from "./replay-database.ts";

/** Runs a command in a test, with texts as its files, and answers its output. */
export async function runInTest(
  run: (io: ReplayIo) => Promise<number>,
  files: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  let [stdout, stderr] = ["", ""];
  const code = await run({
    async *read(file) {
      const content = files[file];
      if (content === undefined) throw Object.assign(new Error("no such file"), { code: "ENOENT" });
      yield* [new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content))];
    },
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    print: async (text) => {
      stdout += text;
    },
  });
  return { code, stdout, stderr };
}
