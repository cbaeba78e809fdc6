import { sql } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import { type Statements, compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { isVisibleEvent, type VisibleEvent } from "./catalogue/visible.ts";
import { readEvent } from "./payload.ts";
import { nameOf } from "../people/names.ts";

/** A visible event, as a page shows it. */
export type Happened = VisibleEvent & {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly subject: string;
  readonly personName: string | null;
};

interface Asked {
  readonly organisationId: OrganisationId;
  /** Only events of this thing. */
  readonly subject?: string;
  readonly limit: number;
}

function visibleEvents(from: Statements, { organisationId, limit }: Asked) {
  return (
    from
      .selectFrom("events")
      .innerJoin("event_payloads", (join) =>
        join
          .onRef("event_payloads.organisationId", "=", "events.organisationId")
          .onRef("event_payloads.eventId", "=", "events.id"),
      )
      .select([
        "events.id",
        "events.at",
        "events.kind",
        "events.subject",
        "event_payloads.payload",
        nameOf("events.personId").as("name"),
      ])
      .where("events.organisationId", "=", organisationId)
      // Written like the condition of the index of visible events, so that it is used.
      .where(sql<boolean>`events.is_visible`)
      .orderBy("events.sequence", "desc")
      .limit(limit)
  );
}

const ofOrganisation = compiled(visibleEvents);
const ofThing = compiled((from, asked: Asked & { readonly subject: string }) =>
  visibleEvents(from, asked).where("events.subject", "=", asked.subject),
);

/** The newest visible events of an organisation or of one of its things, newest first. */
export async function listVisibleEvents(tx: Transaction, asked: Asked): Promise<readonly Happened[]> {
  const { subject } = asked;
  const rows = await (subject === undefined ? ofOrganisation(tx, asked) : ofThing(tx, { ...asked, subject }));
  return rows.flatMap(({ id, at, subject, name, ...row }) => {
    const event = readEvent(row);
    return event !== null && isVisibleEvent(event) ? [{ ...event, id, at, subject, personName: name }] : [];
  });
}
