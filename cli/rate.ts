import { rateTickets } from "../core/charges/rate-month.ts";
import { type FileIo, refuseInput } from "./json-file.ts";
import { mostItems, mostMegabytes } from "./json-limits.ts";
import { numbersHelp } from "./json-number.ts";
import { readMonthFile } from "./month-file.ts";
import { explainedLine, inPieces, plainLine, printCharges } from "./rate-output.ts";

const usage = "usage: kwartier rate FILE.json [--explain] (FILE.json may be - for standard input)";

export const rateHelp = `${usage}

Prints what one organisation's month costs, as JSON, from its terms, tickets and time entries.

  --explain   say for every line which rules of the contract made it

${numbersHelp}
Takes in at most ${mostMegabytes} MB, ${mostItems} tickets and as many entries.
`;

/**
 * `kwartier rate FILE.json [--explain]`: prints one month's charges as JSON and answers the exit code, 0 or 2. Bad
 * input prints one line on stderr per problem and nothing on stdout. `args` are those after "rate".
 */
export async function rateCommand(args: readonly string[], io: FileIo): Promise<number> {
  const files = args.filter((arg) => arg !== "--explain");
  const [file] = files;
  if (file === undefined || files.length > 1 || (file.startsWith("-") && file !== "-")) return refuseInput(io, [usage]);
  const checked = await readMonthFile(file, io);
  if ("problems" in checked) return refuseInput(io, checked.problems);
  const { month } = checked.input;
  const lineOf = args.includes("--explain") ? explainedLine : plainLine;
  for (const text of inPieces(printCharges(month, rateTickets(checked.input), lineOf))) io.stdout(text);
  return 0;
}
