import { parseArgs } from "node:util";
import { refuseInput } from "./json-file.ts";
import { numbersHelp } from "./json-number.ts";
import type { ReplayIo } from "./replay-database.ts";
import { replayFile } from "./replay-file.ts";
import { readYear } from "./year-option.ts";

const usage =
  "usage: kwartier replay FILE.json --terms TERMS.json | kwartier replay [--year YEAR] --terms TERMS.json [--organisation NAME-OR-ID] [--json]";

export const replayHelp = `usage: kwartier replay FILE.json --terms TERMS.json
       kwartier replay [--year YEAR] --terms TERMS.json [--organisation NAME-OR-ID] [--json]

Charges the same work under other terms, so that a change of prices can be seen before it is proposed. What approved quotes hold,
corrections and what was forgiven stay as they were; minutes beyond the other ceiling are counted, and charged all the same.

With FILE.json, a month in the format of kwartier rate: prints each line before, after and the difference, as JSON.
Without, a year of the database: a table of months for each organisation and for all, without VAT. Reads only, also while the
server runs. Uses DATABASE_URL, or the database of its own in DATA_DIRECTORY.

TERMS.json holds whole terms, as kwartier terms prints them, or only what differs from those of the file or of the year:

  { "rates": { "office": 11000 }, "ticketsPerMonth": 10, "officeOpens": "08:00" }

Besides the settings of whole terms it may hold all that the terms of kwartier rate may: rates gives windows other cents an hour,
officeOpens and officeCloses give all workdays other hours. Times are of the provider's time zone, and no other can be given.
Everything that is wrong with what was given is told at once, a line each.
${numbersHelp}
  --year           the calendar year; this one unless given
  --organisation   of one organisation only
  --json           every line, month and sum as one JSON document
`;

const options = {
  terms: { type: "string" },
  year: { type: "string" },
  organisation: { type: "string" },
  json: { type: "boolean" },
} as const;

/** `kwartier replay`: answers the exit code: 0, 1 when the database cannot be read, 2 for bad input. */
export async function replayCommand(parameters: readonly string[], io: ReplayIo): Promise<number> {
  const given = read(parameters);
  if (given === null) return refuseInput(io, [usage]);
  const { terms, file, ...asked } = given;
  if (file !== null) return replayFile({ file, terms }, io);
  // Only reading a database needs the server's code.
  const { replayDatabase } = await import("./replay-database.ts");
  return replayDatabase({ ...asked, terms }, io);
}

/** The request in the parameters; null for an unknown one. */
function read(parameters: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...parameters], options, allowPositionals: true });
    const { terms, organisation = null, json: isJson = false } = values;
    const [file = null] = positionals;
    const year = readYear(values.year);
    if (terms === undefined || positionals.length > 1 || year === undefined) return null;
    const isOfDatabase = values.year !== undefined || organisation !== null || isJson;
    if (file !== null && (isOfDatabase || (file === "-" && terms === "-"))) return null;
    return { file, terms, year, organisation, isJson };
  } catch {
    return null;
  }
}
