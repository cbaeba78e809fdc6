import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { rateCommand } from "./rate.ts";

/** Every command by its name; each answers the exit code. */
const commands: Readonly<Record<string, (parameters: readonly string[]) => Promise<number>>> = {
  rate: (parameters) =>
    rateCommand(parameters, {
      readFile,
      readStdin: () => buffer(process.stdin),
      stdout: (text) => process.stdout.write(text),
      stderr: (text) => process.stderr.write(text),
    }),
};

const [name = "", ...parameters] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) process.stderr.write(`usage: kwartier ${Object.keys(commands).join(" | ")}\n`);
process.exitCode = command === undefined ? 2 : await command(parameters);
