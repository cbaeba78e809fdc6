import { localDateOf } from "../core/calendar/time-zone.ts";
import { defaultTerms } from "../core/contracts/terms.ts";
import { findTerms } from "../server/contracts/read-contracts.ts";
import { atOneMoment } from "../server/evaluation/replay-organisations.ts";
import { type Reached, withDatabase } from "./reach-database.ts";
import { orOneLine } from "./start.ts";
import { type Output, printTerms } from "./terms.ts";

/** Prints the published terms of a year, or says that there are none and prints the default ones. */
export async function printPublishedTerms(year: number | null, io: Output): Promise<number> {
  return orOneLine(async () => withDatabase("terms", async (reached) => printOf(year, reached, io)));
}

async function printOf(asked: number | null, { database, now }: Reached, io: Output): Promise<number> {
  const year = asked ?? localDateOf(now()).year;
  const published = await atOneMoment(database, async (tx) => findTerms(tx, year));
  if (published === null)
    io.stderr(`No terms of ${year} were published; these are the ones that a provider starts with.\n`);
  printTerms(published ?? defaultTerms(year), io);
  return 0;
}
