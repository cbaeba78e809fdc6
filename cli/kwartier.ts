import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { migrateCommand, migrateHelp } from "./migrate.ts";
import { rateCommand, rateHelp } from "./rate.ts";
import { startCommand, startHelp } from "./start.ts";
import { verifyCommand, verifyHelp } from "./verify.ts";

interface Command {
  readonly help: string;
  /** Answers the exit code. */
  readonly run: (parameters: readonly string[]) => Promise<number>;
}

/** Every command by its name. */
const commands: Readonly<Record<string, Command>> = {
  start: { help: startHelp, run: startCommand },
  demo: { help: startHelp, run: async (parameters) => startCommand(["--demo", ...parameters]) },
  migrate: { help: migrateHelp, run: migrateCommand },
  rate: {
    help: rateHelp,
    run: async (parameters) =>
      rateCommand(parameters, {
        readFile,
        readStdin: () => buffer(process.stdin),
        stdout: (text) => process.stdout.write(text),
        stderr: (text) => process.stderr.write(text),
      }),
  },
  verify: { help: verifyHelp, run: verifyCommand },
};

const usage = `usage: kwartier ${Object.keys(commands).join(" | ")}; kwartier COMMAND --help says more\n`;

async function main([name = "", ...parameters]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const isAsked = name === "--help" || name === "help";
    (isAsked ? process.stdout : process.stderr).write(usage);
    return isAsked ? 0 : 2;
  }
  if (!parameters.includes("--help")) return command.run(parameters);
  process.stdout.write(command.help);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
