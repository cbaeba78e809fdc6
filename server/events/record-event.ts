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
      /** The organisation of its chain; null for the provider's own. */
      readonly organisationId: OrganisationId | null;
      /** The id of the thing it is about. */
      readonly subject: string;
      /** The old and new values, texts and numbers. They are stored apart from the chain and can be erased. */
      readonly payload: z.output<Entry["payload"]>;
    } & (Entry["isVisible"] extends "sometimes" ? { readonly isVisible: boolean } : { readonly isVisible?: never })
  : never;

/** An event to record, with the payload of its kind. */
export type NewEvent = NewEventOf<Recorded>;

/**
 * Appends an event to its chain and enqueues the reactions to one that mails people, all in the transaction of the
 * change.
 * Events that mail people are counted. Beyond the limit the whole action is refused with `too-many-mails`.
 */
export async function recordEvent(work: Work, event: NewEvent): Promise<void> {
  const id = newId();
  const entry = entryOf(event.kind);
  const { isVisible: isAlways } = entry;
  const isVisible = isAlways === "sometimes" ? event.isVisible === true : isAlways;
  const payload = writePayload(event);
  const recorded =
    sql`select record_event(${event.organisationId}::uuid, ${id}::uuid, ${work.now().toString()}::timestamptz, ${event.kind}, ${event.subject}, ${isVisible}, ${payload}::jsonb)`.execute(
      work.tx,
    );
  const { kind, organisationId } = event;
  const mails = isVisible || "mails" in entry;
  if (!mails || !work.reacts || organisationId === null) {
    await recorded;
    return;
  }
  const [, room] = await Promise.all([
    recorded,
    requireMailingRoom(work, kind, organisationId),
    enqueueJob(work, "react-to-event", { organisationId, eventId: id }),
  ]);
  if (!room.ok) throw new Refused(room);
}
