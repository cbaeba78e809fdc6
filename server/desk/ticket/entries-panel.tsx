import { stepNames } from "../../../core/tickets/ticket-words.ts";
import type { VNode } from "preact";
import type { Staff } from "../../../core/access/actor.ts";
import { requireOwnWork } from "../../../core/access/own-work.ts";
import type { Authorisation } from "../../authorisations/list-authorisations.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import type { ListedEntry } from "../../time/read-entries.ts";
import { wordNotChargedReason } from "../../time/not-charged-reason.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { formatClockNote, formatDay, formatTime } from "../../../core/calendar/format-time.ts";
import { Duration } from "../../ui/money.tsx";
import { Pager } from "../../ui/pager.tsx";
import { Section } from "../../ui/section.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Refused } from "./reply-form.tsx";
import type { TypedForm } from "../../http/refused-form.ts";
import type { TicketData } from "./ticket-data.ts";
import { nameAuthorisation } from "./authorisation-choice.ts";
import { workMessages } from "./work.messages.ts";

interface EntriesPanelProps {
  readonly data: TicketData;
  readonly view: View;
  readonly actor: Staff;
  readonly form: TypedForm;
}

/** The logged time, one line per entry. A mistake can be taken back with a reason. */
export function EntriesPanel({ data, view, actor, form }: EntriesPanelProps): VNode {
  const words = workMessages(view.language);
  return (
    <Section title={words.entries} id="entries">
      <Refused form={form} language={view.language} />
      {data.entries.length === 0 && <p class="text-muted">{words.noEntries}</p>}
      <ul class="entries">
        {data.entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            reference={data.ticket.reference}
            view={view}
            under={data.authorisations.find(({ id }) => id === entry.authorisationId) ?? null}
            mayVoid={requireOwnWork(actor, entry.consultantId).ok}
          />
        ))}
      </ul>
      <EarlierTime data={data} />
    </Section>
  );
}

/** Links to earlier time, and back. */
function EarlierTime({ data: { ticket, earlierEntries, isEarlierTime } }: { data: TicketData }): VNode {
  const path = paths.desk.ticket(ticket.reference);
  return (
    <Pager
      previous={isEarlierTime ? `${path}#entries` : undefined}
      next={earlierEntries === null ? undefined : `${path}?entries=${encodeURIComponent(earlierEntries)}#entries`}
    />
  );
}

interface EntryProps {
  readonly entry: ListedEntry;
  readonly reference: string;
  readonly view: View;
  /** The authorisation of the work. */
  readonly under: Authorisation | null;
  readonly mayVoid: boolean;
}

function Entry({ entry, reference, view, under, mayVoid }: EntryProps): VNode {
  const { language } = view;
  const words = workMessages(language);
  const isVoided = entry.voidedAt !== null;
  const clock = formatClockNote(entry, language);
  const time = `${formatTime(entry.start, language)}–${formatTime(entry.end, language)}`;
  return (
    <li class={isVoided ? "entry entry-voided" : "entry"}>
      <div class="entry-line">
        <span class="tabular">
          {formatDay(entry.start, language)} {time}
        </span>
        <Duration minutes={entry.minutes} />
      </div>
      <div class="entry-what">
        {[
          entry.consultantName,
          stepNames[language][entry.step],
          ...(clock === null ? [] : [clock]),
          ...(entry.isChargeable ? [] : [words.free]),
          ...(under === null ? [] : [nameAuthorisation(under, language)]),
          ...(isVoided ? [words.voided] : []),
        ].join(" · ")}
      </div>
      {mayVoid && !isVoided && (
        <details class="entry-void">
          <summary>{words.voidEntry}</summary>
          <Form action={paths.desk.voidTime(reference, entry.id)} layout="inline">
            <TextField name="reason" id={`void-${entry.id}`} label={words.voidReason} maxLength={500} />
            <Button size="small">{words.voidEntry}</Button>
          </Form>
        </details>
      )}
      {(entry.description !== "" || entry.reason !== null) && (
        <div class="entry-text">
          {[entry.description, entry.reason === null ? "" : wordNotChargedReason(entry.reason, language)]
            .filter((text) => text !== "")
            .join(" · ")}
        </div>
      )}
    </li>
  );
}
