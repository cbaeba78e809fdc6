import type { VNode } from "preact";
import type { Clause, ClauseSection, ClauseTable } from "../../core/contracts/clause.ts";
import { contractClauses } from "../../core/contracts/clauses.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import type { Names } from "../../core/values/language.ts";
import { capitalised } from "../../core/values/format.ts";
import type { Language } from "../../core/values/language.ts";
import { Section } from "../ui/section.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { portalContractMessages } from "./contract-rules.messages.ts";

interface RulesProps {
  readonly terms: ContractTerms;
  readonly language: Language;
  /** Gives each rule an address on the page, such as `#T3`, for links from explanations. */
  readonly isAddressed?: boolean;
}

/** The whole text of the contract under its terms. */
export function ContractRules({ terms, ...rest }: RulesProps): VNode {
  const sections = contractClauses(terms);
  return (
    <>
      {rest.isAddressed && <Contents sections={sections} language={rest.language} />}
      <ClauseSections sections={sections} {...rest} />
    </>
  );
}

function Contents({ sections, language }: ClausesProps): VNode {
  return (
    <nav class="page-contents" aria-label={portalContractMessages(language).contents}>
      {sections.map(({ id, title }) => (
        <a key={id} class="link" href={`#${addressOf(id)}`}>
          {title[language]}
        </a>
      ))}
    </nav>
  );
}

const addressOf = (section: string) => `text-${section}`;

interface ClausesProps extends Omit<RulesProps, "terms"> {
  readonly sections: readonly ClauseSection[];
}

/** Clauses from core, each with its rule's id beside it, so that a reader of an explanation finds the rule. */
export function ClauseSections({ sections, language, isAddressed = false }: ClausesProps): VNode {
  return (
    <>
      {sections.map((section) => (
        <Section key={section.id} id={isAddressed ? addressOf(section.id) : undefined} title={section.title[language]}>
          <ul class="rules">
            {section.clauses.map((clause, index) => (
              <ClauseItem
                key={index}
                clause={clause}
                id={isAddressed && section.clauses[index - 1]?.rule !== clause.rule ? clause.rule : undefined}
                language={language}
              />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

interface ClauseProps {
  readonly clause: Clause;
  /** The address of a rule, at its first clause. */
  readonly id: string | undefined;
  readonly language: Language;
}

function ClauseItem({ clause: { rule, text, table }, id, language }: ClauseProps): VNode {
  return (
    <li class="rule" id={id}>
      <p>{text[language]}</p>
      <span class="rule-id">{rule}</span>
      {table !== undefined && (
        <div class="rule-table">
          <RatesTable table={table} caption={text[language]} language={language} />
        </div>
      )}
    </li>
  );
}

type Row = readonly Names[];

/** A clause's table. The first column names the row, in as many lines as needed; the others hold amounts. */
function RatesTable({ table, caption, language }: { table: ClauseTable; caption: string; language: Language }): VNode {
  const columns = table.columns.map((column, index) => ({ ...column, index, label: column.title[language] }));
  const cellOf = (row: Row, index: number) => row[index]?.[language] ?? "";
  const about = columns.filter(({ isAmount }) => !isAmount);
  const lead: Column<Row> = {
    label: about.map(({ label }) => label).join(" · "),
    lead: true,
    cell: (row) => (
      <span class="row-words">
        {about.map(({ index }) => (
          <span key={index} class={index === 0 ? undefined : "row-note"}>
            {capitalised(cellOf(row, index))}
          </span>
        ))}
      </span>
    ),
  };
  const amounts = columns
    .filter(({ isAmount }) => isAmount)
    .map(({ label, index }): Column<Row> => ({ label, align: "end", cell: (row) => cellOf(row, index) }));
  return <Table caption={caption} rows={table.rows} rowKey={(row) => cellOf(row, 0)} columns={[lead, ...amounts]} />;
}
