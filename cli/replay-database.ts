import { localDateOf } from "../core/calendar/time-zone.ts";
import { defaultTerms } from "../core/contracts/terms.ts";
import { chargeRules } from "../core/charges/rules.ts";
import { findTerms } from "../server/contracts/read-contracts.ts";
import { termsToJson } from "../core/contracts/terms-json.ts";
import { loadRulesOf } from "../server/evaluation/load-year.ts";
import { atOneMoment, type NamedOrganisation, replayOrganisations } from "../server/evaluation/replay-organisations.ts";
import { findOrganisationsNamed } from "../server/organisations/find-named.ts";
import { type FileIo, readJsonFile, refuseInput } from "./json-file.ts";
import { printable } from "../server/json/printable.ts";
import { type Reached, withDatabase } from "./reach-database.ts";
import { jsonReplay } from "./replay-json.ts";
import { tableReplay } from "./replay-table.ts";
import { orOneLine } from "./start.ts";
import { termsOver } from "./terms-file.ts";

export interface DatabaseReplay {
  /** Null for the current year. */
  readonly year: number | null;
  readonly terms: string;
  /** A name or an id; null for all organisations. */
  readonly organisation: string | null;
  readonly isJson: boolean;
}

/** The input and output of the command. `print` resolves when its text is written, so that no output piles up. */
export interface ReplayIo extends FileIo {
  readonly print: (text: string) => Promise<void>;
}

/**
 * `kwartier replay --year YEAR --terms TERMS.json`: a database's year under other terms, organisation by organisation.
 */
export async function replayDatabase(asked: DatabaseReplay, io: ReplayIo): Promise<number> {
  return orOneLine(async () => withDatabase("replay", async (reached) => replayReached(asked, reached, io)));
}

async function replayReached(asked: DatabaseReplay, { database, now }: Reached, io: ReplayIo): Promise<number> {
  const year = asked.year ?? localDateOf(now()).year;
  const published = await atOneMoment(database, async (tx) => findTerms(tx, year));
  const other = termsOver(published ?? defaultTerms(year), await readJsonFile(asked.terms, io));
  const only = asked.organisation === null ? undefined : await findOne(asked.organisation, database);
  if (published === null || "problems" in other || typeof only === "string") {
    const unpublished = published === null ? [`no terms of ${year} were published, so nothing was charged in it`] : [];
    const wrong = "problems" in other ? other.problems : [];
    return refuseInput(io, [...unpublished, ...wrong, ...(typeof only === "string" ? [only] : [])]);
  }

  const { rules: from, extraHolidays } = await atOneMoment(database, async (tx) => loadRulesOf(tx, year));
  const replayed = replayOrganisations(database, { year, from, to: chargeRules(other.terms, extraHolidays), only });
  const printer = asked.isJson ? jsonReplay(year, termsToJson(other.terms)) : tableReplay(year);
  await io.print(printer.begin());
  for await (const organisation of replayed) await io.print(printer.each(organisation));
  await io.print(printer.end());
  return 0;
}

/** The named organisation, or the line with the reason for not knowing it. */
async function findOne(text: string, database: Reached["database"]): Promise<NamedOrganisation | string> {
  const found = await atOneMoment(database, async (tx) => findOrganisationsNamed(tx, text));
  const [first] = found;
  if (first === undefined) return `there is no organisation ${printable(text)}`;
  if (found.length === 1) return first;
  const names = found.slice(0, 5).map(({ id, name }) => `${printable(name)} (${id})`);
  return `several organisations fit ${printable(text)}: ${names.join(", ")}${found.length > 5 ? ", ..." : ""}`;
}
