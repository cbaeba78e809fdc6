import type { VNode } from "preact";
import { timeZone } from "../../core/calendar/time-zone.ts";
import { isInYear } from "../../core/evaluation/year-counts.ts";
import type { YearReport } from "../../core/evaluation/year-report.ts";
import { localMonthOf } from "../../core/tickets/month-counter.ts";
import type { View } from "../http/route.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatDate } from "../../core/calendar/format-time.ts";
import { formatMoney } from "../../core/values/format.ts";
import type { Language } from "../../core/values/language.ts";
import { Notice } from "../ui/notice.tsx";
import { Columns } from "../ui/section.tsx";
import type { YearEvaluation } from "./evaluate-year.ts";
import { evaluationMessages } from "./evaluation.messages.ts";
import { NextTerms } from "./next-terms.tsx";
import { Authorisations, Costs, NotCharged, Outcomes, Pickup, Settled, Summary } from "./year-facts.tsx";
import { DearestTable, MonthsTable } from "./year-tables.tsx";

export interface YearContentProps {
  readonly evaluation: YearEvaluation;
  readonly view: View;
  readonly ticketHref: (reference: string) => string;
  /** The provider's result for its own aim, which is no promise to the customer (B3). */
  readonly showsPickup: boolean;
}

/** The year in one line for the head of its page; empty for an empty year. */
export function yearInShort({ report }: YearEvaluation, language: Language): string | undefined {
  const { ticketCount, sums } = report;
  if (isEmpty(report)) return undefined;
  return evaluationMessages(language).lead(ticketCount, formatMoney(sums.subtotalCents, language));
}

/** A year's evaluation, the same for both faces. */
export function YearContent(props: YearContentProps): VNode {
  const { evaluation, view, ticketHref } = props;
  const { report, next, titles } = evaluation;
  const { language } = view;
  const words = evaluationMessages(language);
  const facts = { report, language };
  const thisMonth = localMonthOf(view.now, timeZone);
  if (isEmpty(report)) return <EmptyState title={words.nothing(report.year)}>{words.nothingHint}</EmptyState>;
  return (
    <>
      {isInYear(report.year)(thisMonth) && <Notice>{words.soFar(formatDate(view.now, language))}</Notice>}
      <Columns
        asideLabel={words.summary}
        main={
          <>
            {next !== null && <NextTerms year={next.year} replay={next.replay} language={language} />}
            <MonthsTable {...facts} until={thisMonth} />
            <DearestTable dearest={report.dearest} titles={titles} ticketHref={ticketHref} language={language} />
          </>
        }
        aside={
          <>
            <Summary {...facts} />
            <Costs {...facts} />
            <Outcomes {...facts} />
            {props.showsPickup && <Pickup {...facts} />}
            <Authorisations {...facts} />
            <NotCharged {...facts} />
            <Settled {...facts} />
          </>
        }
      />
    </>
  );
}

function isEmpty({ ticketCount, kinds, notCharged }: YearReport): boolean {
  return ticketCount === 0 && kinds.length === 0 && notCharged.minutes === 0;
}
