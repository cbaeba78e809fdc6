import { sql } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import { refuse, type Result, accept } from "../../core/values/result.ts";
import type { EventKind } from "./catalogue/all.ts";
import type { Work } from "./work.ts";

/** The limits on events that mail people: for one person, and for one organisation. */
const limits = {
  "person-10": { most: 100, minutes: 10 },
  "person-60": { most: 400, minutes: 60 },
  "organisation-10": { most: 150, minutes: 10 },
  "organisation-60": { most: 600, minutes: 60 },
} as const;

type Bucket = keyof typeof limits;

/** The mails of these events have other limits: a month's invoices go out together, and each only once. */
const boundedBySomethingElse: ReadonlySet<EventKind> = new Set(["invoice-issued", "invoice-credited"]);

/**
 * Counts an event that mails people (R29). The limits are far above a busy day. Refuses `too-many-mails` with the
 * minutes to wait. The refusal undoes the count too, so that trying again costs nothing.
 */
export async function requireMailingRoom(
  work: Work,
  kind: EventKind,
  organisationId: OrganisationId,
): Promise<Result<null>> {
  if (work.actor.kind === "system" || boundedBySomethingElse.has(kind)) return accept(null);
  const now = work.now();
  const { rows } = await sql<{ bucket: Bucket; hits: number; windowStartedAt: Temporal.Instant }>`
    select * from take_mailing_hits(${organisationId}::uuid, ${now.toString()}::timestamptz)`.execute(work.tx);
  const waits = rows.flatMap(({ bucket, hits, windowStartedAt: started }) => {
    const { most, minutes } = limits[bucket];
    return hits > most ? [Math.ceil(now.until(started.add({ minutes })).total("minutes"))] : [];
  });
  return waits.length === 0 ? accept(null) : refuse({ code: "too-many-mails", minutes: Math.max(1, ...waits) });
}
