import { createReadStream } from "node:fs";
import type { FileIo } from "./json-file.ts";
import { printable } from "../server/json/printable.ts";

interface Command {
  readonly help: string;
  /** Answers the exit code. */
  readonly run: (parameters: readonly string[]) => Promise<number>;
}

/** Every command by its name. Each is loaded on demand: `rate` needs nothing of the server. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => {
    const { startCommand, startHelp } = await import("./start.ts");
    return { help: startHelp, run: startCommand };
  },
  demo: async () => {
    const { startCommand, startHelp } = await import("./start.ts");
    return { help: startHelp, run: async (parameters) => startCommand(["--demo", ...parameters]) };
  },
  "invite-administrator": async () => {
    const { inviteAdministratorCommand, inviteAdministratorHelp } = await import("./invite-administrator.ts");
    return {
      help: inviteAdministratorHelp,
      run: async (parameters) => inviteAdministratorCommand(parameters, processIo),
    };
  },
  migrate: async () => {
    const { migrateCommand, migrateHelp } = await import("./migrate.ts");
    return { help: migrateHelp, run: migrateCommand };
  },
  rate: async () => {
    const { rateCommand, rateHelp } = await import("./rate.ts");
    return { help: rateHelp, run: async (parameters) => rateCommand(parameters, processIo) };
  },
  verify: async () => {
    const { verifyCommand, verifyHelp } = await import("./verify.ts");
    return { help: verifyHelp, run: verifyCommand };
  },
  replay: async () => {
    const { replayCommand, replayHelp } = await import("./replay.ts");
    return { help: replayHelp, run: async (parameters) => replayCommand(parameters, { ...processIo, print }) };
  },
  terms: async () => {
    const { termsCommand, termsHelp } = await import("./terms.ts");
    return { help: termsHelp, run: async (parameters) => termsCommand(parameters, processIo) };
  },
  "publish-terms": async () => {
    const { publishTermsCommand, publishTermsHelp } = await import("./publish-terms.ts");
    return { help: publishTermsHelp, run: async (parameters) => publishTermsCommand(parameters, processIo) };
  },
};

const processIo: FileIo = {
  read: (file) => (file === "-" ? process.stdin : createReadStream(file)),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
};

/** Waits until the text is written. `noteLostOutput` notes a reader that stopped. */
async function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

const usage = `usage: kwartier ${Object.keys(commands).join(" | ")}; kwartier COMMAND --help says more\n`;

async function main([name = "", ...parameters]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    const isAsked = name === "--help" || name === "help";
    (isAsked ? process.stdout : process.stderr).write(usage);
    return isAsked ? 0 : 2;
  }
  const { help, run } = await load();
  if (!parameters.includes("--help")) return run(parameters);
  process.stdout.write(help);
  return 0;
}

/** Prints one line and never a stack: our files and line numbers do not help the user. */
function giveUp(error: unknown): number {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Kwartier could not go on: ${printable(reason)}\n`);
  return 1;
}

/** The reader of our output may stop, as `head` does. That needs no message, but it is no success. */
function noteLostOutput(error: NodeJS.ErrnoException): void {
  process.exitCode = 1;
  if (error.code !== "EPIPE") giveUp(error);
}

process.stdout.on("error", noteLostOutput);
process.stderr.on("error", () => (process.exitCode = 1));
const code = await main(process.argv.slice(2)).catch(giveUp);
process.exitCode ||= code;
