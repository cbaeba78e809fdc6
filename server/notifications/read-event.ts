import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { AnyEvent } from "../events/catalogue/all.ts";
import { hiddenButMailed } from "../events/catalogue/visible.ts";
import { readEvent } from "../events/payload.ts";

/** An event with the facts for its mails. */
export type RecordedEvent = AnyEvent & {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly isVisible: boolean;
  readonly byContact: boolean;
  readonly personId: PersonId | null;
  readonly personName: string | null;
  readonly subject: string;
};

/** An event that is told, with its payload; undefined for an event without mails. */
export async function findToldEvent(
  tx: Transaction,
  organisationId: OrganisationId,
  eventId: string,
): Promise<RecordedEvent | undefined> {
  const row = await tx
    .selectFrom("events")
    .innerJoin("event_payloads", (join) =>
      join
        .onRef("event_payloads.organisationId", "=", "events.organisationId")
        .onRef("event_payloads.eventId", "=", "events.id"),
    )
    .leftJoin("people", "people.id", "events.personId")
    .select([
      "events.id",
      "events.kind",
      "events.at",
      "events.actor",
      "events.personId",
      "events.subject",
      "events.isVisible",
      "event_payloads.payload",
      "people.name as personName",
    ])
    .where("events.organisationId", "=", organisationId)
    .where("events.id", "=", eventId)
    .where((is) => is.or([is("events.isVisible", "=", true), is("events.kind", "in", [...hiddenButMailed])]))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, at, subject, isVisible } = row;
  const event = readEvent(row);
  // The job is tried again: a newer version will read it.
  if (event === null) throw new Error(`event ${id} says what cannot be read`);
  return {
    ...event,
    id,
    at,
    subject,
    isVisible,
    byContact: row.actor === "contact",
    personId: row.personId,
    personName: row.personName,
  };
}

/** The thing an event is about. */
export async function findEventSubject(
  tx: Transaction,
  organisationId: OrganisationId,
  eventId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("events")
    .select("subject")
    .where("organisationId", "=", organisationId)
    .where("id", "=", eventId)
    .executeTakeFirst();
  return row?.subject;
}
