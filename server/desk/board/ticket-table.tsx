import { capitalised, formatDuration } from "../../../core/values/format.ts";
import { outcomeNames, stepNames, urgencyNames } from "../../../core/tickets/ticket-words.ts";
import type { VNode } from "preact";
import { stageOf } from "../../../core/tickets/ticket-lifecycle.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import type { BoardRow } from "../../tickets/board.ts";
import type { Language } from "../../../core/values/language.ts";
import { Meter } from "../../ui/meter.tsx";
import { Moment } from "../../ui/moment.tsx";
import { State } from "../../ui/state.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { deskMessages } from "../ticket/desk.messages.ts";
import { WaitingState } from "../ticket/waiting-state.tsx";

interface TicketTableProps {
  readonly tickets: readonly BoardRow[];
  readonly view: Pick<View, "language" | "now">;
  readonly caption: string;
  /** Closed tickets show their outcome and time. Mixed lists give the room to the subject. */
  readonly kind?: "open" | "closed" | "mixed";
  readonly without?: readonly ("organisation" | "assignee" | "urgency")[];
  /** Tickets that wait longer than the aim to be picked up (B3). */
  readonly late?: ReadonlySet<string>;
  readonly empty?: VNode;
}

/** Tickets as dense one-line rows. Hovering shows the last message. */
export function TicketTable(props: TicketTableProps): VNode {
  const { tickets, view, caption, kind = "open", without = [], late, empty } = props;
  const { language, now } = view;
  const words = deskMessages(language);
  const columns: (Column<BoardRow> & { key: string })[] = [
    {
      key: "waits",
      label: { open: words.waits, closed: words.closed, mixed: words.since }[kind],
      align: "end",
      selfEvident: true,
      cell: (row) => (
        <Moment at={row.closedAt ?? row.waitingSince} now={now} as={kind === "closed" ? "ago" : "waiting"} />
      ),
    },
    {
      key: "reference",
      label: words.reference,
      selfEvident: true,
      cell: (row) => <span class="text-muted tabular">{row.reference}</span>,
    },
    {
      key: "organisation",
      label: words.organisation,
      selfEvident: true,
      cell: (row) => <span class="cell-name">{row.organisation}</span>,
    },
    { key: "subject", label: words.subject, lead: true, grow: true, cell: (row) => row.title },
    {
      key: "urgency",
      label: words.urgency,
      selfEvident: true,
      cell: (row) => row.status === "open" && <UrgencyState urgency={row.urgency} language={language} />,
    },
    {
      key: "turn",
      label: kind === "closed" ? words.outcome : words.turn,
      selfEvident: true,
      cell: (row) => <TurnState row={row} isLate={late?.has(row.id) === true} view={view} />,
    },
    {
      key: "assignee",
      label: words.assignee,
      selfEvident: true,
      wideOnly: true,
      cell: (row) => <span class="text-muted">{row.assignee}</span>,
    },
    {
      key: "left",
      label: words.left,
      align: "end",
      cell: (row) => row.status === "open" && <Left row={row} language={language} />,
    },
  ];
  const unwanted: readonly string[] = without;
  const shown = columns.filter(
    ({ key }) => !unwanted.includes(key) && !(kind !== "open" && (key === "urgency" || key === "left")),
  );
  return (
    <Table
      caption={caption}
      columns={shown}
      rows={tickets}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.desk.ticket(row.reference)}
      rowTitle={(row) => row.preview}
      empty={empty}
    />
  );
}

const tones = { low: "neutral", normal: "neutral", high: "waiting", critical: "refused" } as const;

export function UrgencyState({
  urgency,
  language,
}: {
  urgency: BoardRow["urgency"];
  language: Language;
}): VNode | null {
  if (urgency === null) return null;
  return (
    <State tone={tones[urgency]} icon={urgency === "low" ? "down" : urgency === "normal" ? "circle" : "up"}>
      {capitalised(urgencyNames[language][urgency])}
    </State>
  );
}

/** The turn and the step, or the outcome. */
function TurnState({ row, isLate, view }: { row: BoardRow; isLate: boolean; view: TicketTableProps["view"] }): VNode {
  const { language } = view;
  const words = deskMessages(language);
  if (row.outcome !== null)
    return (
      <State tone={row.outcome === "not-solved" || stageOf(row) !== "resolved" ? "neutral" : "done"}>
        {capitalised(outcomeNames[language][row.outcome])}
      </State>
    );
  if (row.waitsFor === "provider" && isLate) return <State tone="waiting">{words.pastAim}</State>;
  if (row.waitsFor === "provider")
    return (
      <State tone={row.pickedUpAt === null ? "neutral" : "active"}>{capitalised(stepNames[language][row.step])}</State>
    );
  return <WaitingState ticket={row} view={view} />;
}

function Left({ row, language }: { row: BoardRow; language: Language }): VNode {
  const words = deskMessages(language);
  const time = (minutes: number) => formatDuration(minutes, language);
  const left = Math.max(0, row.authorisedMinutes - row.chargeableMinutes);
  return (
    <span class="left-meter">
      <span class="tabular">{left === 0 ? words.over : time(left)}</span>
      <Meter
        compact
        label={words.left}
        value={row.chargeableMinutes}
        max={row.authorisedMinutes}
        text={words.spentOf(time(row.chargeableMinutes), time(row.authorisedMinutes))}
      />
    </span>
  );
}
