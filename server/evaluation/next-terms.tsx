import type { VNode } from "preact";
import type { Replay, ReplayedMonth } from "../../core/evaluation/replay.ts";
import { formatDuration, formatMoney } from "../../core/values/format.ts";
import { formatMonthName } from "../../core/calendar/format-time.ts";
import type { Language } from "../../core/values/language.ts";
import { Money } from "../ui/money.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { Table } from "../ui/table.tsx";
import { evaluationMessages } from "./evaluation.messages.ts";

interface NextTermsProps {
  /** The year of the tried terms. */
  readonly year: number;
  readonly replay: Replay;
  readonly language: Language;
}

/** The year's cost under the coming year's terms, month by month (K5). */
export function NextTerms(props: NextTermsProps): VNode {
  const { year, replay, language } = props;
  const words = evaluationMessages(language);
  return (
    <Section title={words.effect(year)}>
      <Notice>
        <p>{sentence(props)}</p>
        {asides(replay, language).map((aside) => (
          <p key={aside}>{aside}</p>
        ))}
      </Notice>
      <EffectTable {...props} />
      <p class="field-hint">{words.effectHint}</p>
    </Section>
  );
}

function sentence({ year, replay: { differenceCents }, language }: NextTermsProps): string {
  const words = evaluationMessages(language);
  if (differenceCents === 0n) return words.same(year);
  return differenceCents > 0n
    ? words.more(year, formatMoney(differenceCents, language))
    : words.less(year, formatMoney(-differenceCents, language));
}

function asides({ additionalTickets, beyondCeiling }: Replay, language: Language): readonly string[] {
  const words = evaluationMessages(language);
  const { before, after } = additionalTickets;
  const minutes = beyondCeiling.reduce((sum, ticket) => sum + ticket.minutes, 0);
  return [
    ...(before === after ? [] : [words.additionalThen(before, after)]),
    ...(minutes === 0 ? [] : [words.beyond(beyondCeiling.length, formatDuration(minutes, language))]),
  ];
}

function EffectTable({ year, replay: { months, totals, differenceCents }, language }: NextTermsProps): VNode {
  const words = evaluationMessages(language);
  const amount = (of: (row: ReplayedMonth) => bigint) => (row: ReplayedMonth) => <Money cents={of(row)} />;
  return (
    <Table
      caption={words.effect(year)}
      rows={months}
      rowKey={(row) => row.month}
      columns={[
        {
          label: words.month,
          lead: true,
          grow: true,
          selfEvident: true,
          cell: (row) => formatMonthName(row.month, language),
        },
        { label: words.charged, align: "end", cell: amount((row) => row.before.subtotalCents) },
        { label: words.otherwise(year), align: "end", cell: amount((row) => row.after.subtotalCents) },
        { label: words.difference, align: "end", cell: amount((row) => row.differenceCents) },
      ]}
      foot={[
        words.total,
        <Money key="before" cents={totals.before.subtotalCents} strong />,
        <Money key="after" cents={totals.after.subtotalCents} strong />,
        <Money key="difference" cents={differenceCents} strong />,
      ]}
    />
  );
}
