import type { VNode } from "preact";
import type { View } from "../http/route.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { formatDate } from "../ui/format-time.ts";
import { timeZone } from "../ui/format.ts";
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
  /** How the provider did by its own aim, which is no promise to the customer (B3). */
  readonly showsPickup: boolean;
}

/** A year's evaluation, the same for both faces. */
export function YearContent(props: YearContentProps): VNode {
  const { evaluation, view, ticketHref } = props;
  const { report, next, titles } = evaluation;
  const { language } = view;
  const words = evaluationMessages(language);
  const facts = { report, language };
  if (report.ticketCount === 0 && report.kinds.length === 0 && report.notCharged.minutes === 0)
    return <EmptyState title={words.nothing(report.year)}>{words.nothingHint}</EmptyState>;
  return (
    <>
      {view.now.toZonedDateTimeISO(timeZone).year === report.year && (
        <Notice>{words.soFar(formatDate(view.now, language))}</Notice>
      )}
      <Columns
        asideLabel={words.summary}
        main={
          <>
            {next !== null && <NextTerms year={next.year} replay={next.replay} language={language} />}
            <MonthsTable {...facts} />
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
