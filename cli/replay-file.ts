import { noWork } from "../core/charges/charge-work.ts";
import { type MonthToRate, ratedWork } from "../core/charges/rate-month.ts";
import { chargeRules } from "../core/charges/rules.ts";
import { totalsOf } from "../core/charges/totals.ts";
import { type ContractTerms, defaultTerms } from "../core/contracts/terms.ts";
import { replay, type Replay } from "../core/evaluation/replay.ts";
import type { BareCharge, Sides } from "../core/evaluation/terms-change.ts";
import { sumCents } from "../core/values/money.ts";
import { type FileIo, readJsonFile, refuseInput } from "./json-file.ts";
import { jsonText } from "./json-text.ts";
import { readMonthFile } from "./month-file.ts";
import { printable } from "../server/json/printable.ts";
import { inPieces } from "./rate-output.ts";
import { asidesJson, lineJson, sumsJson } from "./replay-output.ts";
import { termsOver } from "./terms-file.ts";

/**
 * `kwartier replay FILE.json --terms TERMS.json`: charges one month of a file under its own terms and under others, as
 * JSON.
 */
export async function replayFile(files: { file: string; terms: string }, io: FileIo): Promise<number> {
  const month = await readMonthFile(files.file, io);
  const document = await readJsonFile(files.terms, io);
  if ("problems" in month) {
    // Reports the other file's problems too, based on the default terms if the month's own cannot be read.
    const other = termsOver(month.terms ?? defaultTerms(usualYear), document);
    return refuseInput(io, "problems" in other ? tellApart(files, month, other) : month.problems);
  }
  const other = termsOver(month.input.terms, document);
  if ("problems" in other) return refuseInput(io, other.problems);
  for (const text of inPieces(printReplay(month.input, other.terms))) io.stdout(text);
  return 0;
}

const usualYear = 2026;

interface Refused {
  readonly problems: readonly string[];
}

/** Names the file of each problem, because both files may have the same path in them. */
function tellApart(files: { file: string; terms: string }, month: Refused, terms: Refused): readonly string[] {
  const of = (file: string, { problems }: Refused) =>
    problems.map((line) => (line.startsWith("$") ? `${line} (${printable(file)})` : line));
  return [...of(files.file, month), ...of(files.terms, terms)];
}

type Amount = Pick<BareCharge, "vat" | "amountCents">;

/** Goes ticket by ticket, like `kwartier rate`: a hundred thousand entries twice do not fit into memory. */
function* printReplay(given: MonthToRate, terms: ContractTerms): Generator<string, void> {
  yield `{\n  "month": ${JSON.stringify(given.month)},\n  "lines": [`;
  const amounts: Sides<Amount[]> = { before: [], after: [] };
  const parts: Asides[] = [];
  let comma = "";
  for (const part of replayTickets(given, terms)) {
    for (const line of part.lines) {
      yield `${comma}\n    ${jsonText(lineJson(line))}`;
      comma = ",";
      for (const side of ["before", "after"] as const)
        for (const { vat, amountCents } of line[side]) amounts[side].push({ vat, amountCents });
    }
    const { additionalTickets, startFees, beyondCeiling } = part;
    parts.push({ additionalTickets, startFees, beyondCeiling });
  }
  const sums = sumsJson({ before: totalsOf(amounts.before), after: totalsOf(amounts.after) });
  const rest = JSON.stringify({ ...sums, ...asidesJson(addAsides(parts)) }, null, 2);
  yield `${comma === "" ? "" : "\n  "}],${rest.slice(1)}\n`;
}

function* replayTickets(given: MonthToRate, terms: ContractTerms): Generator<Replay, void> {
  const { tickets, entries } = ratedWork(given);
  const byTicket = Map.groupBy(entries, (entry) => entry.ticketId);
  const change = {
    from: chargeRules(given.terms),
    to: chargeRules(terms),
    isAsked: (month: string) => month === given.month,
  };
  for (const ticket of tickets)
    yield replay({ work: { ...noWork, tickets: [ticket], entries: byTicket.get(ticket.id) ?? [] }, ...change });
}

type Asides = Pick<Replay, "additionalTickets" | "startFees" | "beyondCeiling">;

function addAsides(parts: readonly Asides[]): Asides {
  const count = (of: (part: Asides) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  return {
    additionalTickets: {
      before: count((part) => part.additionalTickets.before),
      after: count((part) => part.additionalTickets.after),
    },
    startFees: {
      before: sumCents(parts.map((part) => part.startFees.before)),
      after: sumCents(parts.map((part) => part.startFees.after)),
    },
    beyondCeiling: parts.flatMap((part) => part.beyondCeiling),
  };
}
