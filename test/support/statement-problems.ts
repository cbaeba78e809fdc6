import type pg from "pg";
import { explainStatement, type Reading } from "./explain-statement.ts";
import { growthOf } from "./growth-of-tables.ts";
import type { SentStatement } from "./record-statements.ts";

/**
 * The most rows of a growing table that a statement of a page may look at: a page of a list, or a count to a hundred.
 */
const mostRows = 100;

/** A reading that may be longer, because of what people ask for. */
interface Exception {
  readonly by: RegExp;
  /** The statement; any without. */
  readonly text?: RegExp;
  readonly table: string;
  readonly why: string;
}

const exceptions: readonly Exception[] = [
  { by: /\/year\//, table: "tickets", why: "the year of one organisation is all its tickets of a year" },
  { by: /\/year\//, table: "time_entries", why: "the year of one organisation is all its work of a year" },
  { by: /\/desk\/months\/:month$/, table: "tickets", why: "what is left to invoice of a page of organisations" },
  {
    by: /\/desk\/months\/:month$/,
    table: "time_entries",
    why: "the work on what is left to invoice of a page of them",
  },
  {
    by: /\/desk\/search$/,
    table: "tickets",
    why: "as many as have the words, if they are too few to be met on the way back",
  },
  {
    by: /\/desk\/organisations$/,
    table: "organisations",
    why: "a part of a name is looked for in all names, which are few",
  },
  {
    by: /./,
    text: /token_hash = any/,
    table: "sessions",
    why: "among two hundred PostgreSQL reads them all; among two thousand it looks each up",
  },
  {
    by: /\/desk\/months\/:month$/,
    table: "authorisations",
    why: "those of what is left to invoice of a page of them",
  },
  {
    by: /^GET \/desk$/,
    text: /capacity/,
    table: "time_entries",
    why: "one week of forty consultants at most, who are in one place at a time",
  },
  { by: /jobs of the clock/, table: "tickets", why: "every open ticket is looked at once a day" },
  { by: /jobs of the clock/, table: "contracts", why: "those of every open ticket, once a day" },
  { by: /\/desk\/months$/, table: "tickets", why: "one row of each organisation with something left to invoice" },
  { by: /\/desk\/months$/, table: "invoices", why: "the sums of the months shown, and one row of each organisation" },
];

type Clients = Readonly<Record<SentStatement["role"], pg.Client>>;

export interface Explained {
  readonly count: number;
  readonly problems: readonly string[];
}

/** Explains statements, and tells what grows with the history or with the number of customers. */
export async function explainAll(clients: Clients, statements: readonly SentStatement[]): Promise<Explained> {
  const problems = new Set<string>();
  // The start looks at the catalogue of PostgreSQL itself, and an insertion reads nothing of its own.
  const asked = statements.filter(({ by, text }) => by !== "" && /^\s*(?:select|with|update|delete)\b/i.test(text));
  for (const sent of asked) {
    const readings = await explainStatement(clients[sent.role], sent);
    for (const problem of problemsOf(sent, readings)) problems.add(problem);
  }
  return { count: new Set(asked.map(({ text }) => text)).size, problems: [...problems] };
}

function problemsOf({ by, text, role }: SentStatement, readings: readonly Reading[]): readonly string[] {
  const words = `${by} as ${role}: ${text.replaceAll(/\s+/g, " ").trim().slice(0, 240)}`;
  const growing = readings.filter(({ table }) => growthOf[table as keyof typeof growthOf] !== "bounded");
  return growing.flatMap(({ table, isWhole, rows }) => {
    if (isWhole) return [`reads ${table} from end to end: ${words}`];
    if (
      rows <= mostRows ||
      exceptions.some((one) => one.table === table && one.by.test(by) && (one.text?.test(text) ?? true))
    )
      return [];
    return [`reads ${rows} rows of ${table}: ${words}`];
  });
}
