import { stepNames } from "../../../core/tickets/ticket-words.ts";
import type { ComponentChildren, VNode } from "preact";
import type { ListedEntry } from "../../time/read-entries.ts";
import type { ListedExpense } from "../../time/read-expenses.ts";
import type { ListedVisit } from "../../time/read-visits.ts";
import { wordNotChargedReason } from "../../time/not-charged-reason.ts";
import { capitalised } from "../../../core/values/format.ts";
import { formatClockNote, formatDay, formatTime } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { Duration, Money } from "../../ui/money.tsx";
import { Section } from "../../ui/section.tsx";
import { State } from "../../ui/state.tsx";
import { Table } from "../../ui/table.tsx";
import { listWork, type ListedWork } from "./listed-work.ts";
import type { TicketProps } from "./ticket-props.ts";
import { portalTicketMessages } from "./ticket.messages.ts";

/** Time, visits and costs, each with whether it is charged and, if not, why. */
export function TicketTime({ loaded, view }: TicketProps): VNode {
  const { language } = view;
  const words = portalTicketMessages(language);
  const isOfTimeAlone = loaded.visits.length + loaded.expenses.length === 0;
  const title = isOfTimeAlone ? words.time : words.timeAndCosts;
  return (
    <Section title={title} id="time">
      <Table
        caption={title}
        rows={listWork(loaded)}
        rowKey={(row) => row.id}
        empty={<p class="text-muted">{words.noTime}</p>}
        columns={[
          {
            label: words.when,
            selfEvident: true,
            cell: (row) => <span class="tabular">{whenOf(row, language)}</span>,
          },
          { label: words.what, lead: true, grow: true, cell: (row) => <What work={row} language={language} /> },
          { label: words.charge, cell: (row) => <Charged work={row} language={language} /> },
          {
            label: isOfTimeAlone ? words.duration : words.durationOrAmount,
            selfEvident: true,
            align: "end",
            cell: (row) => <HowMuch work={row} />,
          },
        ]}
      />
    </Section>
  );
}

function whenOf({ kind, of }: ListedWork, language: Language): string {
  if (kind === "expense") return formatDay(of.on, language);
  return `${formatDay(of.start, language)}, ${formatTime(of.start, language)}-${formatTime(of.end, language)}`;
}

function HowMuch({ work: { kind, of } }: { work: ListedWork }): VNode {
  return kind === "expense" ? <Money cents={of.amountCents} /> : <Duration minutes={of.minutes} />;
}

function What({ work: { kind, of }, language }: { work: ListedWork; language: Language }): VNode {
  if (kind === "entry") return <Entry entry={of} language={language} />;
  return kind === "visit" ? <Visit visit={of} language={language} /> : <Expense expense={of} language={language} />;
}

function Lines({ head, notes }: { head: readonly (string | null)[]; notes: readonly string[] }): VNode {
  return (
    <span class="row-words">
      <span>{head.filter((part) => part !== null).join(", ")}</span>
      {notes
        .filter((note) => note !== "")
        .map((note) => (
          <span key={note} class="row-note">
            {note}
          </span>
        ))}
    </span>
  );
}

function Entry({ entry, language }: { entry: ListedEntry; language: Language }): VNode {
  const step = capitalised(stepNames[language][entry.step]);
  const reason = entry.reason === null ? "" : wordNotChargedReason(entry.reason, language);
  const notes = [clockNoteOf(entry, language), entry.description, reason];
  return <Lines head={[step, entry.consultantName]} notes={notes} />;
}

function Visit({ visit, language }: { visit: ListedVisit; language: Language }): VNode {
  const words = portalTicketMessages(language);
  const travelled = visit.kilometres === 0 ? null : words.kilometres(visit.kilometres);
  return (
    <Lines
      head={[words.visit, visit.consultantName, travelled]}
      notes={[clockNoteOf(visit, language), visit.description]}
    />
  );
}

function clockNoteOf(work: ListedEntry | ListedVisit, language: Language): string {
  return capitalised(formatClockNote(work, language) ?? "");
}

function Expense({ expense, language }: { expense: ListedExpense; language: Language }): VNode {
  return <Lines head={[portalTicketMessages(language).cost]} notes={[expense.description]} />;
}

function Charged({ work, language }: { work: ListedWork; language: Language }): ComponentChildren {
  const words = portalTicketMessages(language);
  if (work.of.voidedAt !== null) return <State icon="cross">{words.voided}</State>;
  if (work.kind !== "entry") return words.charged;
  if (!work.of.isChargeable) return <span class="text-muted">{words.notCharged}</span>;
  return work.isAtOnePrice ? <span class="text-muted">{words.underQuote}</span> : words.charged;
}
