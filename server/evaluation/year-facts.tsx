import { outcomeNames, stepNames } from "../../core/tickets/ticket-words.ts";
import type { ComponentChildren, VNode } from "preact";
import { nameKind } from "../../core/charges/name-charge.ts";
import type { YearReport } from "../../core/evaluation/year-report.ts";
import { DefinitionList, type Definition } from "../ui/definition-list.tsx";
import { capitalised, formatDuration } from "../../core/values/format.ts";
import { formatDate } from "../../core/calendar/format-time.ts";
import type { Language } from "../../core/values/language.ts";
import { Meter } from "../ui/meter.tsx";
import { Duration, Money } from "../ui/money.tsx";
import { Section } from "../ui/section.tsx";
import { evaluationMessages } from "./evaluation.messages.ts";

interface FactsProps {
  readonly report: YearReport;
  readonly language: Language;
}

/** The year in a few numbers. */
export function Summary({ report, language }: FactsProps): VNode {
  const words = evaluationMessages(language);
  const { sums, averageCents } = report;
  return (
    <Facts
      title={words.summary}
      items={[
        { term: words.cost, value: <Money cents={sums.subtotalCents} strong /> },
        { term: words.costWithVat, value: <Money cents={sums.totalCents} /> },
        { term: words.tickets, value: report.ticketCount },
        { term: words.additional, value: report.additionalCount },
        ...(averageCents === null ? [] : [{ term: words.average, value: <Money cents={averageCents} /> }]),
      ]}
    />
  );
}

/** The spent money by kind and the spent time by step and window. */
export function Costs({ report, language }: FactsProps): VNode {
  const words = evaluationMessages(language);
  return (
    <>
      <Facts
        title={words.kinds}
        items={report.kinds.map(({ kind, amountCents }) => ({
          term: nameKind(kind, language),
          value: <Money cents={amountCents} />,
        }))}
      />
      <Facts
        title={words.windows}
        hint={words.windowsHint}
        items={report.windows.map(({ names, minutes }) => ({
          term: capitalised(names[language]),
          value: <Duration minutes={minutes} />,
        }))}
      />
      <Facts
        title={words.steps}
        hint={words.stepsHint}
        items={report.steps.map(({ step, chargeableMinutes }) => ({
          term: capitalised(stepNames[language][step]),
          value: <Duration minutes={chargeableMinutes} />,
        }))}
      />
    </>
  );
}

/** The outcomes of tickets; open ones have none yet. */
export function Outcomes({ report, language }: FactsProps): VNode {
  const words = evaluationMessages(language);
  return (
    <Facts
      title={words.outcomes}
      items={report.outcomes.map(({ outcome, count }) => ({
        term: outcome === "open" ? words.open : capitalised(outcomeNames[language][outcome]),
        value: count,
      }))}
    />
  );
}

/** How often the aim to pick up was met. For staff, because it is no promise (B1, B3). */
export function Pickup({ report, language }: FactsProps): VNode {
  const words = evaluationMessages(language);
  const { inTime, late } = report.pickup;
  return (
    <Section title={words.pickup}>
      {inTime + late === 0 ? (
        <p class="text-muted">{words.pickupUnknown}</p>
      ) : (
        <Meter
          label={words.tickets}
          value={inTime}
          max={inTime + late}
          text={words.pickupOf(inTime, inTime + late)}
          tone="plain"
        />
      )}
    </Section>
  );
}

/** The requests beyond the ceiling, and their results (T3). */
export function Authorisations({ report: { authorisations }, language }: FactsProps): VNode | null {
  const words = evaluationMessages(language);
  const { asked, approved, declined } = authorisations;
  if (asked.count === 0) return null;
  const counted = ({ count, minutes }: typeof asked) =>
    count === 0 ? "0" : words.counted(count, formatDuration(minutes, language));
  return (
    <Facts
      title={words.authorisations}
      items={[
        { term: words.asked, value: counted(asked) },
        { term: words.approved, value: counted(approved) },
        { term: words.declined, value: counted(declined) },
      ]}
    />
  );
}

/** The time without charge, with reasons. */
export function NotCharged({ report: { notCharged }, language }: FactsProps): VNode | null {
  const words = evaluationMessages(language);
  if (notCharged.minutes === 0) return null;
  const others = notCharged.reasons.reduce((left, { minutes }) => left - minutes, notCharged.minutes);
  return (
    <Facts
      title={words.notCharged}
      items={[
        { term: words.notChargedTotal, value: <Duration minutes={notCharged.minutes} strong /> },
        ...notCharged.reasons.map(({ reason, minutes }) => ({ term: reason, value: <Duration minutes={minutes} /> })),
        ...(others > 0 ? [{ term: words.otherReasons, value: <Duration minutes={others} /> }] : []),
      ]}
    />
  );
}

/** The later reductions (CE7). */
export function Settled({ report: { corrections, credits }, language }: FactsProps): VNode | null {
  const words = evaluationMessages(language);
  if (corrections.count === 0 && credits.list.length === 0) return null;
  return (
    <Facts
      title={words.settled}
      items={[
        ...(corrections.count === 0
          ? []
          : [{ term: words.corrections(corrections.count), value: <Money cents={corrections.amountCents} /> }]),
        ...credits.list.map(({ number, issuedOn, amountCents }) => ({
          term: words.credit(number, formatDate(issuedOn, language)),
          value: <Money cents={amountCents} />,
        })),
      ]}
    />
  );
}

function Facts(props: {
  title: ComponentChildren;
  hint?: string | undefined;
  items: readonly Definition[];
}): VNode | null {
  if (props.items.length === 0) return null;
  return (
    <Section title={props.title}>
      <DefinitionList numbers items={props.items} />
      {props.hint !== undefined && <p class="field-hint">{props.hint}</p>}
    </Section>
  );
}
