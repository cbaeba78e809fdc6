import { formatDecimal } from "../core/values/format.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../server/start/config.ts";
import { openDatabase, openPool } from "../server/db/connect.ts";
import { DatabaseProblem } from "../server/db/problem.ts";
import { databaseCode } from "../server/db/transaction.ts";
import { openDiskFiles } from "../server/files/disk-files.ts";
import { createLogger } from "../server/start/log.ts";
import { reachServer } from "../server/start/open-database.ts";
import { type VerifiedDatabase, verifyDatabase } from "../server/verify/verify-database.ts";
import { printable } from "../server/json/printable.ts";
import { orOneLine } from "./start.ts";

export const verifyHelp = `usage: kwartier verify

Derives every issued invoice anew from its work and terms, down to the cent and the minute, recomputes the chains of events,
and holds invoices, payments, sendings and published terms against what the events say of them. Reads only, also while the
server runs. Prints a line for each thing that does not follow, and a summary. Also names, as no fault, each invoice that the mail
server took for nobody.
Uses DATABASE_URL, or the database of its own in DATA_DIRECTORY; PDFs are looked for in DATA_DIRECTORY.

Ends with 0 when everything follows, 1 when something does not, 2 when it cannot be checked.
`;

const cannotBeChecked = 2;

/** `kwartier verify`: answers the exit code, 0, 1 or 2. */
export async function verifyCommand(parameters: readonly string[]): Promise<number> {
  const [unknown] = parameters;
  if (unknown !== undefined) {
    process.stderr.write(
      `kwartier verify does not know ${printable(unknown)}; kwartier verify --help says what it does\n`,
    );
    return cannotBeChecked;
  }
  return orOneLine(verify, cannotBeChecked);
}

async function verify(): Promise<number> {
  const config = readConfig(process.env, { demo: false });
  const { ownerUrl, leave } = await reachServer(config, createLogger("error"));
  const pool = openPool({
    url: ownerUrl,
    max: 1,
    name: "kwartier verify",
    // The next statement fails and reports it.
    onError: () => undefined,
    statementTimeoutMs: 10 * 60_000,
  });
  try {
    const directory = join(config.dataDirectory, "files");
    const print = (text: string): unknown => process.stdout.write(`${printable(oneLine(text))}\n`);
    const files = existsSync(directory) ? openDiskFiles(directory) : null;
    const verified = await verifyDatabase(openDatabase(pool), { files, report: print, notice: print });
    process.stdout.write(`${summaryOf(verified)}\n`);
    return verified.problems === 0 ? 0 : 1;
  } catch (error) {
    throw isLost(error) ? lost(error) : error;
  } finally {
    await pool.end();
    await leave();
  }
}

/** Whether the database ended while it was read, or stopped answering. */
function isLost(error: unknown): error is Error {
  return error instanceof Error && (databaseCode(error) !== "" || error.message.startsWith("Connection terminated"));
}

function lost(cause: Error): DatabaseProblem {
  return new DatabaseProblem(
    "unreachable",
    `The database could not be read to the end (${printable(oneLine(cause.message))}): what was printed above stands, the rest was not checked.`,
    { cause },
  );
}

/** Names and reasons by people may hold any character. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, " ");
}

function summaryOf(verified: VerifiedDatabase): string {
  const { organisations, invoices, lines, events, problems } = verified;
  const { erasedPayloads, absentDocuments, unsentInvoices } = verified;
  const counted = [
    countOf(organisations, "organisation"),
    countOf(invoices, "invoice"),
    countOf(lines, "line"),
    countOf(events, "event"),
  ].join(", ");
  const aside = [
    ...(erasedPayloads === 0 ? [] : [`${countOf(erasedPayloads, "payload")} of events erased`]),
    ...(unsentInvoices === 0 ? [] : [`${countOf(unsentInvoices, "invoice")} not sent`]),
    ...(absentDocuments === 0 ? [] : [`${countOf(absentDocuments, "PDF")} not here to be checked`]),
  ];
  const outcome = problems === 0 ? "everything follows" : countOf(problems, "problem");
  return `${counted}: ${outcome}${aside.length === 0 ? "" : ` (${aside.join(", ")})`}`;
}

function countOf(count: number, noun: string): string {
  return `${formatDecimal(count, "en")} ${noun}${count === 1 ? "" : "s"}`;
}
