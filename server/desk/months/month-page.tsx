import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { firstDayAfter } from "../../../core/values/month.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import type { TypedForm } from "../../http/refused-form.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { formatMoney } from "../../../core/values/format.ts";
import { formatDate, formatMonth } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { Duration, Money } from "../../ui/money.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Pager } from "../../ui/pager.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { monthMessages } from "./months.messages.ts";
import type { MonthPreview, Preview } from "../../invoices/preview-month.ts";

interface MonthPageProps {
  readonly view: View;
  readonly preview: MonthPreview;
  readonly form: TypedForm;
}

/** The future invoices of a month, organisation by organisation, and the button that issues them. */
export function MonthPage({ view, preview, form }: MonthPageProps): VNode {
  const { language } = view;
  const words = monthMessages(language);
  const { month, previews } = preview;
  const label = formatMonth(month, language);
  return (
    <DeskPage view={view} title={words.proposals(label)}>
      <PageHead
        title={words.proposals(label)}
        back={{ href: paths.desk.months, label: words.title }}
        actions={<LinkButton href={`${paths.desk.invoices}?month=${month}`}>{words.issuedList}</LinkButton>}
      />
      {!preview.isOver && <Notice>{words.notOver(formatDate(firstDayAfter(month), language))}</Notice>}
      <ProposalTable preview={preview} language={language} />
      <Pager next={preview.next === null ? undefined : `${paths.desk.month(month)}?after=${preview.next}`} />
      {preview.isOver && previews.length > 0 && <IssueForm preview={preview} language={language} form={form} />}
    </DeskPage>
  );
}

function ProposalTable({ preview, language }: { preview: MonthPreview; language: Language }): VNode {
  const words = monthMessages(language);
  const { month, previews } = preview;
  const columns: Column<Preview>[] = [
    { label: words.organisation, lead: true, grow: true, cell: (row) => row.organisation.name },
    { label: words.notes, selfEvident: true, cell: (row) => <Notes preview={row} language={language} /> },
    { label: words.lines, align: "end", cell: (row) => row.proposed.proposal.lines.length },
    { label: words.time, align: "end", cell: (row) => <Duration minutes={row.minutes} /> },
    {
      label: words.subtotal,
      align: "end",
      cell: (row) => <Money cents={row.proposed.proposal.totals.subtotalCents} />,
    },
    { label: words.total, align: "end", cell: (row) => <Money cents={row.proposed.proposal.totals.totalCents} /> },
  ];
  const sum = (of: (row: Preview) => bigint) => previews.reduce((total, row) => total + of(row), 0n);
  const foot = [
    words.totalOfAll(previews.length),
    "",
    previews.reduce((total, row) => total + row.proposed.proposal.lines.length, 0),
    <Duration key="time" minutes={previews.reduce((total, row) => total + row.minutes, 0)} />,
    <Money key="subtotal" cents={sum((row) => row.proposed.proposal.totals.subtotalCents)} strong />,
    <Money key="total" cents={preview.totalCents} strong />,
  ];
  const isLast = preview.next === null;
  const empty = (
    <EmptyState title={isLast ? words.nothingLeft : words.nothingHere}>
      {isLast ? words.nothingLeftHint(formatMonth(month, language)) : words.nothingHereHint}
    </EmptyState>
  );
  return (
    <Table
      caption={words.proposals(formatMonth(month, language))}
      columns={columns}
      rows={previews}
      rowKey={(row) => row.organisation.id}
      rowHref={(row) => paths.desk.proposal(month, row.organisation.id)}
      empty={empty}
      foot={foot}
    />
  );
}

/** The notes for an administrator before issuing, one per line. */
export function Notes({ preview, language }: { preview: Preview; language: Language }): VNode | null {
  const notes = notesOf(preview, language);
  if (notes.length === 0) return null;
  return <span class="invoice-notes">{notes.join(". ")}</span>;
}

function notesOf({ timers, lateMonths, proposed }: Preview, language: Language): readonly string[] {
  const words = monthMessages(language);
  const late = lateMonths.map((each) => formatMonth(each, language)).join(` ${words.and} `);
  return [
    ...timers.map((timer) => words.timer(timer.name, timer.reference)),
    ...(late === "" ? [] : [words.late(late)]),
    ...(proposed.proposal.kind === "credit-note" ? [words.credit] : []),
  ];
}

function IssueForm({ preview, language, form }: { preview: MonthPreview; language: Language; form: TypedForm }): VNode {
  const words = monthMessages(language);
  const { previews } = preview;
  const count = words.totalOfAll(previews.length);
  return (
    <div class="invoice-issue">
      <Section title={words.issueAll}>
        <Form action={paths.desk.issueMonth(preview.month)} idempotencyKey={randomUUID()}>
          <p>{words.issueAllHint(count, formatMoney(preview.totalCents, language))}</p>
          {previews.map(({ organisation, proposed }) => (
            <input
              key={organisation.id}
              type="hidden"
              name="proposals[]"
              value={`${organisation.id}:${proposed.fingerprint}`}
            />
          ))}
          <Checkbox name="confirmed" label={words.confirm} error={form.error("confirmed")} />
          <FormActions>
            <Button type="submit" variant="primary">
              {words.issueButton(count)}
            </Button>
          </FormActions>
        </Form>
      </Section>
    </div>
  );
}
