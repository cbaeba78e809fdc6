import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

/** The result for a chain of events (R38). An erased payload is no break: its salted hash stays in the chain. */
export interface ChainReport {
  readonly events: number;
  readonly erasedPayloads: number;
  /** The first event that is not as it was written, or null. */
  readonly broken: { readonly sequence: bigint; readonly why: "gap" | "previous" | "hash" | "payload" | "head" } | null;
}

interface ChainedEvent {
  sequence: bigint;
  id: string;
  at: Temporal.Instant;
  actor: string;
  personId: string | null;
  kind: string;
  subject: string;
  isVisible: boolean;
  payloadHash: Buffer;
  previousHash: Buffer;
  hash: Buffer;
  salt: Buffer | null;
  payload: string | null;
}

interface Head {
  sequence: bigint;
  hash: Buffer;
}

const perRead = 1000;

/** Recomputes the chain of an organisation, or the provider's own for null, from its first event to its head. */
export async function verifyChain(tx: Transaction, organisationId: OrganisationId | null): Promise<ChainReport> {
  let [sequence, hash]: [bigint, Buffer] = [0n, Buffer.alloc(0)];
  let erasedPayloads = 0;
  for (;;) {
    const events = await readEvents(tx, organisationId, sequence);
    for (const event of events) {
      const why = breakOf(event, { organisationId, sequence, hash });
      if (why !== null) return { events: Number(sequence), erasedPayloads, broken: { sequence: event.sequence, why } };
      [sequence, hash] = [event.sequence, event.hash];
      erasedPayloads += event.payload === null ? 1 : 0;
    }
    if (events.length === perRead) continue;
    const head = await readHead(tx, organisationId);
    const isHead = head === undefined ? sequence === 0n : head.sequence === sequence && head.hash.equals(hash);
    return { events: Number(sequence), erasedPayloads, broken: isHead ? null : { sequence, why: "head" } };
  }
}

interface Before {
  organisationId: OrganisationId | null;
  sequence: bigint;
  hash: Buffer;
}

function breakOf(event: ChainedEvent, before: Before): "gap" | "previous" | "hash" | "payload" | null {
  if (event.sequence !== before.sequence + 1n) return "gap";
  if (!event.previousHash.equals(before.hash)) return "previous";
  if (!hashOf(event, before).equals(event.hash)) return "hash";
  if (event.payload === null || event.salt === null) return null;
  const payloadHash = createHash("sha256").update(event.salt).update(event.payload, "utf8").digest();
  return payloadHash.equals(event.payloadHash) ? null : "payload";
}

/** The same as event_hash of the schema, but computed here: a database with a changed function is found out. */
function hashOf(event: ChainedEvent, { organisationId, hash }: Before): Buffer {
  const micros = event.at.epochNanoseconds / 1000n;
  const seconds = `${micros / 1_000_000n}.${String(micros % 1_000_000n).padStart(6, "0")}`;
  const parts = [
    organisationId ?? "-",
    event.sequence,
    event.id,
    seconds,
    event.actor,
    event.personId ?? "-",
    event.kind,
    event.isVisible ? "visible" : "hidden",
    event.subject,
  ];
  return createHash("sha256").update(hash).update(parts.join("|"), "utf8").update(event.payloadHash).digest();
}

async function readEvents(
  tx: Transaction,
  organisationId: OrganisationId | null,
  after: bigint,
): Promise<ChainedEvent[]> {
  const query =
    organisationId === null
      ? sql<ChainedEvent>`select e.*, false as is_visible, p.salt, p.payload::text as payload
          from provider_events e left join provider_event_payloads p on p.event_id = e.id
          where e.sequence > ${after} order by e.sequence limit ${perRead}`
      : sql<ChainedEvent>`select e.*, p.salt, p.payload::text as payload
          from events e left join event_payloads p on p.organisation_id = e.organisation_id and p.event_id = e.id
          where e.organisation_id = ${organisationId} and e.sequence > ${after} order by e.sequence limit ${perRead}`;
  return (await query.execute(tx)).rows;
}

async function readHead(tx: Transaction, organisationId: OrganisationId | null): Promise<Head | undefined> {
  const query =
    organisationId === null
      ? sql<Head>`select sequence, hash from provider_event_head`
      : sql<Head>`select sequence, hash from event_heads where organisation_id = ${organisationId}`;
  return (await query.execute(tx)).rows[0];
}
