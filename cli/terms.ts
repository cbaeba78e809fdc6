import { parseArgs } from "node:util";
import { defaultTerms } from "../core/contracts/terms.ts";
import { termsToJson } from "../core/contracts/terms-json.ts";
import { type FileIo, refuseInput } from "./json-file.ts";
import { jsonText } from "./json-text.ts";
import { readYear } from "./year-option.ts";

const usage = "usage: kwartier terms [--year YEAR] [--default]";

export const termsHelp = `${usage}

Prints the terms of a calendar year as JSON, to be edited: those that were published, or else those that a provider starts with.
Uses DATABASE_URL, or the database of its own in DATA_DIRECTORY; reads only, also while the server runs.

  --year      the calendar year; this one unless given
  --default   those that a provider starts with, without looking into a database
`;

const options = { year: { type: "string" }, default: { type: "boolean" } } as const;

export type Output = Pick<FileIo, "stdout" | "stderr">;

/** `kwartier terms`: answers the exit code: 0, 1 when the database cannot be read, 2 for an unknown option. */
export async function termsCommand(parameters: readonly string[], io: Output): Promise<number> {
  const given = read(parameters);
  if (given === null) return refuseInput(io, [usage]);
  if (!given.isDefault) {
    // Only reading a database needs the server's code.
    const { printPublishedTerms } = await import("./published-terms.ts");
    return printPublishedTerms(given.year, io);
  }
  printTerms(defaultTerms(given.year ?? Temporal.Now.plainDateISO().year), io);
  return 0;
}

function read(parameters: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...parameters], options });
    const year = readYear(values.year);
    return year === undefined ? null : { year, isDefault: values.default ?? false };
  } catch {
    return null;
  }
}

/** Prints terms in the file format of `kwartier replay` and `kwartier publish-terms`. */
export function printTerms(terms: ReturnType<typeof defaultTerms>, io: Output): void {
  io.stdout(`${jsonText(termsToJson(terms), "  ")}\n`);
}
