import { sql } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import { requireMailingRoom } from "./mailing-limits.ts";
import { newId } from "../db/new-id.ts";
import { Refused, type Work } from "./work.ts";

/** What can happen. Visible ones are shown to the organisation and told to its contacts (P3). */
export type EventKind =
  | "ticket-created"
  | "ticket-picked-up"
  | "ticket-urgency-set"
  | "ticket-step-moved"
  | "ticket-replied"
  | "ticket-noted"
  | "ticket-outside-hours-agreed"
  | "ticket-resolved"
  | "ticket-withdrawn"
  | "ticket-waiting-set"
  | "ticket-reopened"
  | "ticket-merged"
  | "ticket-ended-with-contract"
  | "time-logged"
  | "time-voided"
  | "timer-started"
  | "timer-discarded"
  | "visit-logged"
  | "visit-voided"
  | "expense-logged"
  | "expense-voided"
  | "price-corrected"
  | "correction-withdrawn"
  | "start-fee-waived"
  | "authorisation-requested"
  | "authorisation-approved"
  | "authorisation-declined"
  | "authorisation-withdrawn"
  | "authorisation-delivered"
  | "article-written"
  | "article-published"
  | "article-retired"
  | "article-restored"
  | "invoice-issued"
  | "invoice-sent"
  | "invoice-paid"
  | "invoice-credited"
  | "mail-tried-again"
  | "mail-stopped"
  | "job-tried-again"
  | "organisation-added"
  | "vat-position-set"
  | "contract-offered"
  | "contract-signed"
  | "contract-addendum-offered"
  | "contract-addendum-signed"
  | "contract-addendum-withdrawn"
  | "contract-terminated"
  | "contract-withdrawn"
  | "seat-assigned"
  | "signatory-appointed"
  | "terms-published"
  | "own-holiday-added"
  | "own-holiday-removed"
  | "signed-in"
  | "sign-in-refused"
  | "signed-out"
  | "clock-moved";

export interface NewEvent {
  kind: EventKind;
  /** The organisation whose chain it joins; null for the provider's own. */
  organisationId: OrganisationId | null;
  /** The id of the thing it happened to. */
  subject: string;
  isVisible: boolean;
  /** Before and after, texts, numbers: kept apart from the chain, erasable. */
  payload: Readonly<Record<string, unknown>>;
}

/**
 * Appends an event to its chain and enqueues the reactions to a visible one, all in the transaction of the change. What
 * mails people is counted: beyond the limit the action is refused as a whole, with `too-many-mails`.
 */
export async function recordEvent(work: Work, event: NewEvent): Promise<void> {
  const id = newId();
  const payload = JSON.stringify(event.payload, (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  await sql`select record_event(${event.organisationId}::uuid, ${id}::uuid, ${work.now().toString()}::timestamptz, ${event.kind}, ${event.subject}, ${event.isVisible}, ${payload}::jsonb)`.execute(
    work.tx,
  );
  if (!event.isVisible || !work.reacts || event.organisationId === null) return;
  const room = await requireMailingRoom(work, event.kind, event.organisationId);
  if (!room.ok) throw new Refused(room);
  await enqueueJob(work, "react-to-event", { organisationId: event.organisationId, eventId: id });
}

export type TaskName = "react-to-event" | "send-sign-in-code" | "make-invoice-document" | "clean-up" | "end-tickets";

/** Enqueues a job in the transaction that causes it; it runs after the commit, at least once (R33). */
export async function enqueueJob(work: Work, task: TaskName, payload: Readonly<Record<string, string>>): Promise<void> {
  await sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::json)`.execute(work.tx);
}
