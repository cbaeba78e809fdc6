import type { Replay } from "../core/evaluation/replay.ts";
import { formatDuration, formatMoney } from "../core/values/format.ts";
import type { Cents } from "../core/values/money.ts";
import type { Month } from "../core/values/month.ts";
import { printable } from "../server/json/printable.ts";
import type { ReplayPrinter } from "./replay-output.ts";

/** Excluding VAT, in cents. */
interface Amounts {
  readonly before: Cents;
  readonly after: Cents;
}

const none: Amounts = { before: 0n, after: 0n };

/** A year's replay as a table of months for each organisation, and one for all of them; amounts without VAT. */
export function tableReplay(year: number): ReplayPrinter {
  const months = new Map<Month, Amounts>();
  let count = 0;
  return {
    begin: () => "",
    each: ({ name, replay }) => {
      count += 1;
      for (const { month, before, after } of replay.months) {
        const sum = months.get(month) ?? none;
        months.set(month, { before: sum.before + before.subtotalCents, after: sum.after + after.subtotalCents });
      }
      return `${block(printable(name), year, monthsOf(replay))}${asides(replay)}\n`;
    },
    end: () => {
      if (count === 0) return `Nothing was charged in ${year}.\n`;
      const sorted = [...months].toSorted(([a], [b]) => (a < b ? -1 : 1));
      return block(count === 1 ? "All: 1 organisation" : `All: ${count} organisations`, year, sorted);
    },
  };
}

function monthsOf({ months }: Replay): readonly (readonly [Month, Amounts])[] {
  return months.map(({ month, before, after }) => [
    month,
    { before: before.subtotalCents, after: after.subtotalCents },
  ]);
}

function block(name: string, year: number, months: readonly (readonly [Month, Amounts])[]): string {
  const total = months.reduce(
    (sum, [, { before, after }]) => ({ before: sum.before + before, after: sum.after + after }),
    none,
  );
  const rows = [
    row("", "charged", "other terms", "difference"),
    ...months.map(([month, amounts]) => amountRow(month, amounts)),
    amountRow(String(year), total),
  ];
  return `${name}\n${rows.join("\n")}\n`;
}

function amountRow(label: string, { before, after }: Amounts): string {
  return row(label, ...[before, after, after - before].map((cents) => formatMoney(cents, "en")));
}

function row(label: string, ...cells: readonly string[]): string {
  return `  ${label.padEnd(8)}${cells.map((cell) => cell.padStart(16)).join("")}`;
}

function asides({ additionalTickets, beyondCeiling }: Replay): string {
  const { before, after } = additionalTickets;
  const minutes = beyondCeiling.reduce((sum, ticket) => sum + ticket.minutes, 0);
  const tickets = beyondCeiling.length === 1 ? "1 ticket" : `${beyondCeiling.length} tickets`;
  const lines = [
    ...(before === after ? [] : [`additional tickets: ${after} instead of ${before}`]),
    ...(minutes === 0 ? [] : [`beyond the ceiling: ${tickets}, ${formatDuration(minutes, "en")}`]),
  ];
  return lines.map((line) => `  ${line}\n`).join("");
}
