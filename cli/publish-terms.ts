import type { ContractTerms } from "../core/contracts/terms.ts";
import { publishYearTerms } from "../server/contracts/publish-terms.ts";
import { wordRefusal } from "../server/refusals/refusals.ts";
import { type FileIo, refuseInput } from "./json-file.ts";
import { numbersHelp } from "./json-number.ts";
import { asDesk, type Reached, withDatabase } from "./reach-database.ts";
import { orOneLine } from "./start.ts";
import { readTermsFile } from "./terms-file.ts";

const usage = "usage: kwartier publish-terms TERMS.json";

export const publishTermsHelp = `${usage}

Publishes the terms of a calendar year, which contracts of that year are then offered and signed under. They never change
afterwards. TERMS.json holds whole terms, as kwartier terms prints them, with their year. Refuses a year that has terms, one
that is over or runs and has contracts, and another time zone than the provider's. Everything that is wrong with the file is told at
once, a line each. Uses DATABASE_URL, or the database of its own in DATA_DIRECTORY, also while the server runs.

${numbersHelp}`;

/** `kwartier publish-terms`: answers the exit code: 0, 1 for a refusal or an unreachable database, 2 for bad input. */
export async function publishTermsCommand(parameters: readonly string[], io: FileIo): Promise<number> {
  const [file] = parameters;
  if (file === undefined || parameters.length > 1 || (file.startsWith("-") && file !== "-"))
    return refuseInput(io, [usage]);
  const read = await readTermsFile(file, io);
  if ("problems" in read) return refuseInput(io, read.problems);
  return orOneLine(async () => withDatabase("publish-terms", async (reached) => publish(read.terms, reached, io)));
}

/** Publishes in the provider's chain of events. */
async function publish(terms: ContractTerms, reached: Reached, io: FileIo): Promise<number> {
  const published = await asDesk(reached, async (work) => publishYearTerms(work, terms));
  if (!published.ok) {
    io.stderr(`${wordRefusal(published.refusal, "en")}\n`);
    return 1;
  }
  io.stdout(`The terms of ${terms.year} are published.\n`);
  return 0;
}
