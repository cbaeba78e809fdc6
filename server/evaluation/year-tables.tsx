import type { VNode } from "preact";
import type { MonthOfYear } from "../../core/evaluation/year-counts.ts";
import type { YearReport } from "../../core/evaluation/year-report.ts";
import type { CostOfTicket } from "../../core/evaluation/year-costs.ts";
import type { Month } from "../../core/values/month.ts";
import { formatMoney } from "../../core/values/format.ts";
import { formatMonthName } from "../../core/calendar/format-time.ts";
import type { Language } from "../../core/values/language.ts";
import { Meter } from "../ui/meter.tsx";
import { Duration, Money } from "../ui/money.tsx";
import { Section } from "../ui/section.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { evaluationMessages } from "./evaluation.messages.ts";

interface MonthsProps {
  readonly report: YearReport;
  readonly language: Language;
  /** Later months are still to come. */
  readonly until: Month;
}

/** The months of the year from the first with anything: tickets, time and cost, with a bar to compare them. */
export function MonthsTable({ report, language, until }: MonthsProps): VNode {
  const words = evaluationMessages(language);
  const first = report.months.findIndex((month) => !isBlank(month));
  const months = report.months.filter(({ month }, index) => index >= first && month <= until);
  const most = months.reduce((highest, { amountCents }) => (amountCents > highest ? amountCents : highest), 0n);
  const columns: Column<MonthOfYear>[] = [
    { label: words.month, lead: true, selfEvident: true, cell: (row) => formatMonthName(row.month, language) },
    { label: words.tickets, align: "end", cell: (row) => (row.ticketCount === 0 ? "" : row.ticketCount) },
    { label: words.additional, align: "end", cell: (row) => (row.additionalCount === 0 ? "" : row.additionalCount) },
    { label: words.time, align: "end", cell: (row) => (row.minutes === 0 ? "" : <Duration minutes={row.minutes} />) },
    { label: words.cost, align: "end", cell: (row) => (isBlank(row) ? "" : <Money cents={row.amountCents} />) },
    {
      label: words.share,
      hideLabel: true,
      grow: true,
      wideOnly: true,
      cell: (row) => (isBlank(row) ? "" : <CostBar month={row} most={most} language={language} />),
    },
  ];
  return (
    <Section title={words.months}>
      <Table
        caption={words.months}
        columns={columns.filter(({ label }) => label !== words.additional || report.additionalCount > 0)}
        rows={months}
        rowKey={(row) => row.month}
        foot={[
          words.total,
          report.ticketCount,
          ...(report.additionalCount > 0 ? [report.additionalCount] : []),
          <Duration key="time" minutes={months.reduce((sum, month) => sum + month.minutes, 0)} strong />,
          <Money key="cost" cents={report.sums.subtotalCents} strong />,
          "",
        ]}
      />
      <p class="field-hint">{words.counting}</p>
    </Section>
  );
}

function isBlank({ ticketCount, minutes, amountCents }: MonthOfYear): boolean {
  return ticketCount === 0 && minutes === 0 && amountCents === 0n;
}

function CostBar({ month, most, language }: { month: MonthOfYear; most: bigint; language: Language }): VNode {
  return (
    <Meter
      label={formatMonthName(month.month, language)}
      value={Math.max(0, Number(month.amountCents))}
      max={Math.max(1, Number(most))}
      text={formatMoney(month.amountCents, language)}
      tone="plain"
      compact
    />
  );
}

interface DearestProps {
  readonly dearest: readonly CostOfTicket[];
  readonly titles: ReadonlyMap<string, string>;
  readonly ticketHref: (reference: string) => string;
  readonly language: Language;
}

/** The dearest tickets of the year. */
export function DearestTable({ dearest, titles, ticketHref, language }: DearestProps): VNode | null {
  const words = evaluationMessages(language);
  if (dearest.length === 0) return null;
  return (
    <Section title={words.dearest}>
      <Table
        caption={words.dearest}
        hideHead
        rows={dearest}
        rowKey={(row) => row.ticketId}
        rowHref={(row) => ticketHref(row.reference)}
        columns={[
          { label: words.ticket, lead: true, cell: (row) => <span class="nowrap">{row.reference}</span> },
          { label: words.subject, selfEvident: true, grow: true, cell: (row) => titles.get(row.ticketId) ?? "" },
          { label: words.cost, selfEvident: true, align: "end", cell: (row) => <Money cents={row.amountCents} /> },
        ]}
      />
    </Section>
  );
}
