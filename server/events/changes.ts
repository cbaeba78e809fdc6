import { type RawBuilder, sql } from "kysely";
import { type Change, type ChangeKind, changeKinds } from "../../core/values/change.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { AnyEvent, EventOf } from "./catalogue/all.ts";
import { readEvent } from "./payload.ts";
import { nameOf, namesOf } from "../people/names.ts";

/** A thing in the chain of its organisation, or, with null, in the provider's chain. */
export interface Subject {
  readonly organisationId: OrganisationId | null;
  readonly subject: string;
}

/** A person, who stands in the provider's chain. */
export function personSubject(id: PersonId): Subject {
  return { organisationId: null, subject: id };
}

export interface AskedChanges extends Subject {
  readonly kinds: readonly ChangeKind[];
  /** Only events after this place in the chain. */
  readonly since?: number;
  /** Leaves out the events of this person, who knows them. */
  readonly except?: PersonId | undefined;
  /** A part of the payload, if one thing has several of a kind, such as the corrections of a ticket. */
  readonly about?: Readonly<Record<string, unknown>>;
  readonly limit?: number;
}

const most = 5;

/**
 * The version of a subject: the place in the chain of its last event, or 0 without one. A page carries it (R12). It is
 * read before the thing itself, so that no event in between counts as seen.
 */
export async function versionOf(tx: Transaction, { organisationId, subject }: Subject): Promise<number> {
  const { rows } = await sql<{ last: bigint }>`
    select coalesce(max(e.sequence), 0)::bigint as last from ${sql.table(chainOf(organisationId).events)} e
    where e.subject = ${subject} ${ofOrganisation(organisationId)}`.execute(tx);
  return Number(rows[0]?.last ?? 0);
}

/** The same in a query of the thing, by the columns of its organisation and its id. */
export function lastSequenceOf(organisation: string, subject: string): RawBuilder<bigint> {
  return sql<bigint>`coalesce((select max(e.sequence) from events e
    where e.organisation_id = ${sql.ref(organisation)} and e.subject = ${sql.ref(subject)}::text), 0)::bigint`;
}

/** The changes of others to a thing, newest last: who, when, and the old and new value. At most the last few. */
export async function changesOf(tx: Transaction, asked: AskedChanges): Promise<readonly Change[]> {
  const { organisationId, subject, kinds, since = 0, except, about, limit = most } = asked;
  const { events, payloads } = chainOf(organisationId);
  const { rows } = await sql<{ at: Temporal.Instant; kind: string; name: string | null; payload: unknown }>`
    select e.at, e.kind, ${nameOf("e.personId")} as name, p.payload
    from ${sql.table(events)} e join ${sql.table(payloads)} p on p.event_id = e.id
    where e.subject = ${subject} ${ofOrganisation(organisationId)}
      and e.sequence > ${since} and e.kind = any(${[...kinds]})
      ${except === undefined ? sql`` : sql`and e.person_id is distinct from ${except}::uuid`}
      ${about === undefined ? sql`` : sql`and p.payload @> ${JSON.stringify(about)}::jsonb`}
    order by e.sequence desc limit ${limit}`.execute(tx);
  const changes = rows.toReversed().flatMap(({ at, name, ...row }) => {
    const event = readEvent(row);
    return event !== null && isChange(event) ? [{ event, by: name, at: at.toString() }] : [];
  });
  return withValues(tx, changes);
}

interface Recorded extends Pick<Change, "by" | "at"> {
  readonly event: EventOf<ChangeKind>;
}

/** Adds the old and new values. A ticket's earlier consultant is named. */
async function withValues(tx: Transaction, changes: readonly Recorded[]): Promise<readonly Change[]> {
  const handlers = changes.flatMap(({ event }) =>
    event.kind === "ticket-picked-up" && event.payload.before !== null ? [event.payload.before] : [],
  );
  const names = await namesOf(tx, handlers);
  return changes.map(({ event, ...told }) => ({ kind: event.kind, ...told, ...valuesOf(event, names) }));
}

function chainOf(organisationId: OrganisationId | null) {
  return organisationId === null
    ? ({ events: "provider_events", payloads: "provider_event_payloads" } as const)
    : ({ events: "events", payloads: "event_payloads" } as const);
}

function ofOrganisation(organisationId: OrganisationId | null) {
  return organisationId === null ? sql`` : sql`and e.organisation_id = ${organisationId}`;
}

function isChange(event: AnyEvent): event is EventOf<ChangeKind> {
  return changeKinds.some((kind) => kind === event.kind);
}

const nothing = { from: null, to: null };

/** The old and new value of an event, if it has one. */
function valuesOf(event: EventOf<ChangeKind>, names: ReadonlyMap<PersonId, string>): Pick<Change, "from" | "to"> {
  switch (event.kind) {
    case "ticket-urgency-set":
    case "ticket-step-moved":
    case "article-published":
    case "article-retired":
    case "article-restored":
      return { from: event.payload.before, to: event.payload.after };
    case "ticket-picked-up": {
      const { before } = event.payload;
      return { from: before === null ? null : (names.get(before) ?? null), to: null };
    }
    case "ticket-waiting-set":
      return { from: event.payload.before, to: event.payload.waitsFor };
    case "ticket-replied":
      return { from: null, to: event.payload.waitsFor };
    case "vat-position-set":
      return { from: event.payload.positionBefore ?? null, to: event.payload.position };
    case "contract-terminated":
    case "contract-withdrawn":
      return { from: event.payload.before ?? null, to: null };
    case "own-holiday-added":
    case "own-holiday-removed":
      return { from: null, to: event.payload.name };
    default:
      return nothing;
  }
}
