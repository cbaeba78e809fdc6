import { sql } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { z } from "zod";
import { type CatalogueEntry, entryOf } from "./catalogue/all.ts";
import { writePayload } from "./payload.ts";
import { enqueueJob } from "../queue/enqueue-job.ts";
import { requireMailingRoom } from "./mailing-limits.ts";
import { newId } from "../db/new-id.ts";
import { Refused, type Work } from "./work.ts";

type Recorded = Exclude<CatalogueEntry, { recordedBy: "earlier versions" }>;

type NewEventOf<Entry extends Recorded> = Entry extends Recorded
  ? {
      readonly kind: Entry["kind"];
      /** The organisation whose chain it joins; null for the provider's own. */
      readonly organisationId: OrganisationId | null;
      /** The id of the thing it happened to. */
      readonly subject: string;
      /** Before and after, texts, numbers: kept apart from the chain, erasable. */
      readonly payload: z.output<Entry["payload"]>;
    } & (Entry["isVisible"] extends "sometimes" ? { readonly isVisible: boolean } : { readonly isVisible?: never })
  : never;

/** Something to put on record, with the payload of its kind. */
export type NewEvent = NewEventOf<Recorded>;

/**
 * Appends an event to its chain and enqueues the reactions to a visible one, all in the transaction of the change. What
 * mails people is counted: beyond the limit the action is refused as a whole, with `too-many-mails`.
 */
export async function recordEvent(work: Work, event: NewEvent): Promise<void> {
  const id = newId();
  const { isVisible: isAlways } = entryOf(event.kind);
  const isVisible = isAlways === "sometimes" ? event.isVisible === true : isAlways;
  const payload = writePayload(event);
  await sql`select record_event(${event.organisationId}::uuid, ${id}::uuid, ${work.now().toString()}::timestamptz, ${event.kind}, ${event.subject}, ${isVisible}, ${payload}::jsonb)`.execute(
    work.tx,
  );
  if (!isVisible || !work.reacts || event.organisationId === null) return;
  const room = await requireMailingRoom(work, event.kind, event.organisationId);
  if (!room.ok) throw new Refused(room);
  await enqueueJob(work, "react-to-event", { organisationId: event.organisationId, eventId: id });
}
