import type { VNode } from "preact";
import { ticketMessages } from "../tickets/ticket.messages.ts";
import type { ListedEntry } from "../time/entries.ts";
import { wordNotChargedReason } from "../time/not-charged-reason.ts";
import { formatDay, formatTime } from "../ui/format-time.ts";
import type { Language } from "../ui/language.ts";
import { Duration } from "../ui/money.tsx";
import { Section } from "../ui/section.tsx";
import { State } from "../ui/state.tsx";
import { Table } from "../ui/table.tsx";
import type { Shown } from "./ticket-shown.ts";
import { portalTicketMessages } from "./ticket.messages.ts";

/** The time entries, each with whether it is charged and, if not, why. */
export function TicketTime({ loaded, view }: Shown): VNode {
  const { language } = view;
  const words = portalTicketMessages(language);
  return (
    <Section title={words.time} id="time">
      <Table
        caption={words.time}
        rows={loaded.entries}
        rowKey={(row) => row.id}
        empty={<p class="text-muted">{words.noTime}</p>}
        columns={[
          {
            label: words.when,
            selfEvident: true,
            cell: (row) => <span class="tabular">{stretch(row, language)}</span>,
          },
          { label: words.what, lead: true, grow: true, cell: (row) => <What entry={row} language={language} /> },
          { label: words.charge, cell: (row) => <Charged entry={row} language={language} /> },
          { label: words.duration, selfEvident: true, align: "end", cell: (row) => <Duration minutes={row.minutes} /> },
        ]}
      />
    </Section>
  );
}

function stretch({ start, end }: ListedEntry, language: Language): string {
  return `${formatDay(start, language)}, ${formatTime(start, language)}-${formatTime(end, language)}`;
}

function What({ entry, language }: { entry: ListedEntry; language: Language }): VNode {
  const step = ticketMessages(language).steps[entry.step];
  return (
    <span class="row-words">
      <span>{[step, ...(entry.consultantName === null ? [] : [entry.consultantName])].join(", ")}</span>
      {entry.description !== "" && <span class="row-note">{entry.description}</span>}
      {entry.reason !== null && <span class="row-note">{wordNotChargedReason(entry.reason, language)}</span>}
    </span>
  );
}

function Charged({ entry, language }: { entry: ListedEntry; language: Language }): VNode {
  const words = portalTicketMessages(language);
  if (entry.voidedAt !== null) return <State icon="cross">{words.voided}</State>;
  return entry.isChargeable ? <span>{words.charged}</span> : <span class="text-muted">{words.notCharged}</span>;
}
