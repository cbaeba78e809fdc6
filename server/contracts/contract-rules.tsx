import type { ComponentChildren, VNode } from "preact";
import { hourlyRateFor } from "../../core/contracts/hourly-rate.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import { amountForMinutes } from "../../core/values/money.ts";
import { DefinitionList } from "../ui/definition-list.tsx";
import { capitalised, formatDuration, formatMoney } from "../ui/format.ts";
import type { Language } from "../ui/language.ts";
import { Money } from "../ui/money.tsx";
import { Section } from "../ui/section.tsx";
import { portalContractMessages } from "./portal-contract.messages.ts";

interface RulesProps {
  readonly terms: ContractTerms;
  readonly language: Language;
}

type RuleLine = readonly [words: string, id: string];

/** The terms rule by rule, each with its id, so that an explanation of a cost can be looked up here. */
export function ContractRules({ terms, language }: RulesProps): VNode {
  const words = portalContractMessages(language);
  return (
    <>
      <Rates terms={terms} language={language} />
      <Rules title={words.ticket} rules={ticketRules(terms, language)} />
      <Rules
        title={words.month}
        rules={[
          [words.noFixed, "M1"],
          ...(terms.ticketsPerMonth === null ? [] : [[words.limit(terms.ticketsPerMonth), "T4, T5"] as const]),
          [words.counter, "T6"],
        ]}
      />
      <Rules
        title={words.invoicing}
        rules={[
          [words.after, "M2"],
          [words.payment(terms.paymentDays, terms.vatPercent), "M3"],
          [words.rounding, "CE4"],
          [words.difference, "CE7"],
        ]}
      />
      <Rules title={words.work} rules={workRules(terms, language)} />
      <Rules
        title={words.term}
        rules={[
          [words.endsYear, "K4, K5"],
          [words.notice(terms.noticeMonths), "K3"],
        ]}
      />
    </>
  );
}

function Rates({ terms, language }: RulesProps): VNode {
  const words = portalContractMessages(language);
  return (
    <Section title={words.rates}>
      <p class="text-muted">{words.perHour}</p>
      <div class="rates">
        <DefinitionList
          numbers
          items={[
            ...terms.windows.map(({ names, hourlyRate }) => ({
              term: capitalised(names[language]),
              value: <Money cents={hourlyRate} />,
            })),
            ...(terms.ticketsPerMonth === null
              ? []
              : [
                  {
                    term: words.additional(terms.ticketsPerMonth),
                    value: <Money cents={hourlyRateFor(terms.usualWindow, true, terms)} />,
                  },
                ]),
          ]}
        />
      </div>
      <RuleList
        rules={[
          [words.byMoment, "M4"],
          [terms.additionalTicketRule === "flat" ? words.flat : words.atLeast, "T5"],
          [words.outsideOnlyAgreed, "M5"],
        ]}
      />
    </Section>
  );
}

function ticketRules(terms: ContractTerms, language: Language): RuleLine[] {
  const words = portalContractMessages(language);
  const time = (minutes: number) => formatDuration(minutes, language);
  const startFee = formatMoney(
    amountForMinutes(terms.startFeeMinutes, hourlyRateFor(terms.usualWindow, false, terms)),
    language,
  );
  return [
    [words.startFee(time(terms.startFeeMinutes), startFee), "T1"],
    [words.ceiling(time(terms.authorisedMinutes)), "T2"],
    [words.authorisation(time(terms.workOrderLimitMinutes)), "T3"],
    [words.research(time(terms.researchMinutes)), "D2"],
  ];
}

function workRules(terms: ContractTerms, language: Language): RuleLine[] {
  const words = portalContractMessages(language);
  const { days, kind } = terms.pickupAim;
  return [
    [words.noSla, "B1, B2"],
    [words.aim[kind](days), "B3"],
    [words.urgency, "B4"],
    [words.noGuarantee, "S1, S2"],
    [words.remote, "A1, A2"],
  ];
}

function Rules({ title, rules }: { title: ComponentChildren; rules: readonly RuleLine[] }): VNode {
  return (
    <Section title={title}>
      <RuleList rules={rules} />
    </Section>
  );
}

function RuleList({ rules }: { rules: readonly RuleLine[] }): VNode {
  return (
    <ul class="rules">
      {rules.map(([text, id]) => (
        <li key={id} class="rule">
          <span>{text}</span>
          <span class="rule-id">{id}</span>
        </li>
      ))}
    </ul>
  );
}
