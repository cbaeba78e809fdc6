import type { Charge } from "../core/charges/charge.ts";
import { explainCharge } from "../core/charges/explain-charge.ts";
import { rateMonth, type RatedMonth } from "../core/charges/rate-month.ts";
import { rulesOf } from "../core/charges/rules-of.ts";
import { jsonCents } from "./json-cents.ts";
import { type FileIo, refuseInput } from "./json-file.ts";
import { readMonthFile } from "./month-file.ts";

const usage = "usage: kwartier rate FILE.json [--explain] (FILE.json may be - for standard input)";

export const rateHelp = `${usage}

Prints what one organisation's month costs, as JSON, from its terms, tickets and time entries.

  --explain   say for every line which rules of the contract made it
`;

/**
 * `kwartier rate FILE.json [--explain]`: prints one month's charges as JSON and answers the exit code, 0 or 2. Bad
 * input is one line on stderr per problem, and nothing on stdout. `args` are those after "rate".
 */
export async function rateCommand(args: readonly string[], io: FileIo): Promise<number> {
  const files = args.filter((arg) => arg !== "--explain");
  const [file] = files;
  if (file === undefined || files.length > 1 || (file.startsWith("-") && file !== "-")) return refuseInput(io, [usage]);
  const checked = await readMonthFile(file, io);
  if ("problems" in checked) return refuseInput(io, checked.problems);
  const output = outputOf(rateMonth(checked.input), checked.input.terms.timeZone, args.includes("--explain"));
  io.stdout(`${JSON.stringify(output, null, 2)}\n`);
  return 0;
}

function outputOf({ month, charges, totals }: RatedMonth, timeZone: string, isExplained: boolean): object {
  return {
    month,
    lines: charges.map((charge) => ({
      ...lineOf(charge),
      ...(isExplained && {
        rules: rulesOf(charge.reasons),
        derivation: explainCharge(charge, { language: "en", timeZone }).join(" "),
      }),
    })),
    subtotalCents: jsonCents(totals.subtotalCents),
    vatCents: jsonCents(totals.vatCents),
    totalCents: jsonCents(totals.totalCents),
  };
}

function lineOf({ reference, kind, window, minutes, hourlyRateCents, amountCents }: Charge): object {
  return {
    ticket: reference,
    kind,
    window,
    minutes,
    hourlyRateCents: jsonCents(hourlyRateCents ?? 0n),
    amountCents: jsonCents(amountCents),
  };
}
