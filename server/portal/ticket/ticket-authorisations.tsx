import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { capitalised, formatDuration, formatMoney } from "../../../core/values/format.ts";
import { authorisationKindNames, authorisationWords } from "../../../core/authorisations/authorisation-words.ts";
import type { Window } from "../../../core/calendar/week.ts";
import type { ContractTerms } from "../../../core/contracts/terms.ts";
import type { VNode } from "preact";
import type { Authorisation } from "../../authorisations/list-authorisations.ts";
import { paths } from "../../faces/paths.ts";
import { typedForm } from "../../http/refused-form.ts";
import { Button } from "../../ui/button.tsx";
import { type Definition, DefinitionList } from "../../ui/definition-list.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDate } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { Moment } from "../../ui/moment.tsx";
import { Duration, Money, Why } from "../../ui/money.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Prose } from "../../ui/prose.tsx";
import { Card, Section } from "../../ui/section.tsx";
import { State, type Tone } from "../../ui/state.tsx";
import { Table } from "../../ui/table.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { authorisationMessages } from "./authorisation.messages.ts";
import type { TicketProps } from "./ticket-props.ts";

/** The undecided request: its highest cost, its reason, and the two answers (T3). */
export function OpenAuthorisation(shown: TicketProps): VNode | null {
  const { loaded, view } = shown;
  const asked = loaded.authorisations.find(({ isUndecided }) => isUndecided);
  if (asked === undefined) return null;
  const words = authorisationMessages(view.language);
  return (
    <Card
      id="authorisation"
      tone="waiting"
      title={
        asked.fixedPriceCents === null
          ? words.asked(
              capitalised(authorisationKindNames[view.language][asked.kind]),
              formatDuration(asked.minutes, view.language),
            )
          : words.askedOnePrice(formatMoney(asked.fixedPriceCents, view.language))
      }
    >
      <div class="ask">
        {asked.requestedByName !== null && <p class="text-muted">{words.askedBy(asked.requestedByName)}</p>}
        <Prose text={asked.explanation} markup={asked.markup} />
        <Facts asked={asked} terms={loaded.terms} language={view.language} />
      </div>
      {isExpired(asked, view.now) && (
        <Notice>{words.expired(formatDate(asked.validUntil ?? localDateOf(view.now), view.language))}</Notice>
      )}
      {asked.abilities.has("authorisation.decide") && <Answers asked={asked} shown={shown} />}
    </Card>
  );
}

interface FactsProps {
  readonly asked: Authorisation;
  readonly terms: ContractTerms | null;
  readonly language: Language;
}

function Facts({ asked, terms, language }: FactsProps): VNode {
  return asked.fixedPriceCents === null ? (
    <FactsByTheHour asked={asked} terms={terms} language={language} />
  ) : (
    <FactsOfOnePrice asked={asked} cents={asked.fixedPriceCents} language={language} />
  );
}

/** One price, whatever time it takes. The time is only an estimate (T3). */
function FactsOfOnePrice({ asked, cents, language }: Omit<FactsProps, "terms"> & { cents: bigint }): VNode {
  const words = authorisationMessages(language);
  return (
    <>
      <DefinitionList
        items={[
          {
            term: words.onePrice,
            value: (
              <>
                <Money cents={cents} strong /> {words.excludingVat} <Why>{words.onePriceWhy}</Why>
              </>
            ),
          },
          { term: words.estimate, value: <Duration minutes={asked.minutes} /> },
          ...validity(asked, language),
        ]}
      />
      <p class="text-muted">{words.onePriceDelivered}</p>
    </>
  );
}

function validity({ validUntil }: Authorisation, language: Language): readonly Definition[] {
  if (validUntil === null) return [];
  return [{ term: authorisationMessages(language).validUntil, value: formatDate(validUntil, language) }];
}

function FactsByTheHour({ asked, terms, language }: FactsProps): VNode {
  const words = authorisationMessages(language);
  const cost = (
    <>
      <Money cents={asked.estimateCents} strong /> {words.excludingVat} <Why>{words.atMostWhy}</Why>
    </>
  );
  const isDear = asked.windows.some((window) => window !== terms?.usualWindow);
  return (
    <>
      <DefinitionList
        items={[
          { term: words.minutes, value: <Duration minutes={asked.minutes} /> },
          { term: words.atMost, value: cost },
          { term: words.windows, value: namesOfWindows(asked.windows, terms, language) },
          ...validity(asked, language),
        ]}
      />
      {isDear && <p class="text-muted">{words.agreesOutside}</p>}
    </>
  );
}

function namesOfWindows(ids: readonly Window[], terms: ContractTerms | null, language: Language): string {
  return ids.map((id) => terms?.windows.find((window) => window.id === id)?.names[language] ?? id).join(", ");
}

function Answers({ asked, shown }: { asked: Authorisation; shown: TicketProps }): VNode {
  const { language } = shown.view;
  const words = authorisationMessages(language);
  const action = paths.portal.decide(shown.loaded.ticket.reference, asked.id);
  const form = typedForm("decide", shown.refused, language);
  return (
    <div class="choices">
      {!isExpired(asked, shown.view.now) && (
        <Form action={action} version={asked.version} layout="bare">
          <Button variant="primary" name="decision" value="approve" icon="check">
            {words.approve}
          </Button>
        </Form>
      )}
      <Disclosure id={`decline-${asked.id}`} label={words.decline} open={form.typed("decision") === "decline"}>
        <Form action={action} version={asked.version}>
          <input type="hidden" name="decision" value="decline" />
          <TextArea {...form.field("reason")} label={words.reason} hint={words.reasonHint} rows={2} optional />
          <Button>{words.sendDecline}</Button>
        </Form>
      </Disclosure>
    </div>
  );
}

function isExpired({ validUntil }: Authorisation, now: Temporal.Instant): boolean {
  return validUntil !== null && Temporal.PlainDate.compare(localDateOf(now), validUntil) > 0;
}

const tones: Readonly<Record<Authorisation["state"], Tone>> = {
  requested: "neutral",
  approved: "done",
  declined: "refused",
  withdrawn: "neutral",
  delivered: "done",
};

/** Requests that were decided, or lapsed because the ticket closed. */
export function AuthorisationHistory({ loaded, view }: TicketProps): VNode | null {
  const { language } = view;
  const words = authorisationMessages(language);
  const rows = loaded.authorisations.filter(({ isUndecided }) => !isUndecided);
  if (rows.length === 0) return null;
  return (
    <Section title={words.history} id="authorisations">
      <Table
        caption={words.history}
        hideHead
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { label: words.what, lead: true, grow: true, cell: (row) => <Request row={row} language={language} /> },
          {
            label: words.outcome,
            selfEvident: true,
            cell: (row) => (
              <State tone={tones[row.state]}>
                {row.state === "requested"
                  ? words.lapsed
                  : capitalised(authorisationWords[language].states[row.state].name)}
              </State>
            ),
          },
          { label: words.by, selfEvident: true, cell: (row) => row.decidedByName },
          {
            label: words.windows,
            selfEvident: true,
            align: "end",
            cell: (row) => <Moment at={row.decidedAt ?? row.requestedAt} now={view.now} />,
          },
        ]}
      />
    </Section>
  );
}

function Request({ row, language }: { row: Authorisation; language: Language }): VNode {
  const words = authorisationMessages(language);
  return (
    <span class="row-words">
      <span>
        {row.fixedPriceCents === null
          ? words.historyLine(
              capitalised(authorisationKindNames[language][row.kind]),
              formatDuration(row.minutes, language),
              formatMoney(row.estimateCents, language),
            )
          : words.historyOfOnePrice(formatMoney(row.fixedPriceCents, language))}
      </span>
      {row.declineReason !== null && <span class="row-note">{row.declineReason}</span>}
      {row.deliveredOn !== null && (
        <span class="row-note">{words.deliveredOn(formatDate(row.deliveredOn, language))}</span>
      )}
    </span>
  );
}
