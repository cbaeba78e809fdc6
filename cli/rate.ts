import type { Charge } from "../core/charges/charge.ts";
import { explainCharge } from "../core/charges/explain-charge.ts";
import { rateMonth, type MonthToRate, type RatedMonth } from "../core/charges/rate-month.ts";
import { rulesOf } from "../core/charges/rules-of.ts";
import type { Cents } from "../core/values/money.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import { readMonthToRate } from "./rate-input.ts";

/** What the command touches of the world; `stdout` and `stderr` are given whole lines. */
export interface RateIo {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** Input that may be charged, or what is wrong with it, one line each. */
type Checked = { readonly input: MonthToRate } | { readonly problems: readonly string[] };

const usage = "usage: kwartier rate FILE.json [--explain] (FILE.json may be - for standard input)";

export const rateHelp = `${usage}

Prints what one organisation's month costs, as JSON, from its terms, tickets and time entries.

  --explain   say for every line which rules of the contract made it
`;

/**
 * `kwartier rate FILE.json [--explain]`: prints one month's charges as JSON and answers the exit code, 0 or 2. Bad
 * input is one line on stderr per problem, and nothing on stdout. `args` are those after "rate".
 */
export async function rateCommand(args: readonly string[], io: RateIo): Promise<number> {
  const files = args.filter((arg) => arg !== "--explain");
  const [file] = files;
  if (file === undefined || files.length > 1 || (file.startsWith("-") && file !== "-")) return fail(io, [usage]);
  const bytes = await readInput(file, io);
  if (typeof bytes === "string") return fail(io, [bytes]);
  const checked = checkInput(bytes);
  if ("problems" in checked) return fail(io, checked.problems);
  const output = outputOf(rateMonth(checked.input), checked.input.terms.timeZone, args.includes("--explain"));
  io.stdout(`${JSON.stringify(output, null, 2)}\n`);
  return 0;
}

function fail(io: RateIo, problems: readonly string[]): number {
  for (const problem of problems) io.stderr(`${problem}\n`);
  return 2;
}

/** The bytes, or the sentence that says why there are none. */
async function readInput(file: string, io: RateIo): Promise<Uint8Array | string> {
  try {
    return await (file === "-" ? io.readStdin() : io.readFile(file));
  } catch (error) {
    return oneLine(`${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function checkInput(bytes: Uint8Array): Checked {
  const parsed = parseJson(bytes);
  if ("problem" in parsed) return { problems: [parsed.problem] };
  const problems = duplicateKeys(parsed.text).map((path) => `${path}: is given twice`);
  const input = readMonthToRate({ value: parsed.value, path: "$", problems });
  return input === undefined || problems.length > 0 ? { problems } : { input };
}

function parseJson(bytes: Uint8Array): { text: string; value: unknown } | { problem: string } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch (error) {
    const isJson = error instanceof SyntaxError;
    return { problem: oneLine(isJson ? `$: is not JSON: ${error.message}` : "$: is not UTF-8 text") };
  }
}

/** Messages of the platform may quote the input, line breaks and all. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ");
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
    subtotalCents: integer(totals.subtotalCents),
    vatCents: integer(totals.vatCents),
    totalCents: integer(totals.totalCents),
  };
}

function lineOf({ reference, kind, window, minutes, hourlyRateCents, amountCents }: Charge): object {
  return {
    ticket: reference,
    kind,
    window,
    minutes,
    hourlyRateCents: integer(hourlyRateCents ?? 0n),
    amountCents: integer(amountCents),
  };
}

/** Cents as a JSON number; the bounds of the input keep them far below what a number holds exactly. */
function integer(cents: Cents): number {
  const number = Number(cents);
  if (!Number.isSafeInteger(number)) throw new Error(`${cents} cents do not fit into a JSON number`);
  return number;
}
