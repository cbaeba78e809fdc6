import { sql } from "kysely";
import type { Refusal } from "../../core/values/refusal.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { isPassing } from "../db/passing-failure.ts";
import { type Databases, inTransaction } from "../db/transaction.ts";
import type { Logger } from "../logger.ts";
import { newId } from "../db/new-id.ts";

/** The recorded reasons. Other refusals are about fields of forms. */
export type RefusedReason =
  | "foreign-origin"
  | Extract<
      Refusal["code"],
      | "not-allowed"
      | "no-seat"
      | "not-found"
      | "code-wrong"
      | "code-expired"
      | "code-used"
      | "invitation-used"
      | "invitation-over"
      | "too-many-attempts"
      | "too-many-mails"
    >;

export interface RefusedAccess {
  readonly reason: RefusedReason;
  /** The refused person, or the person of a refused sign-in. */
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  /** Method and path, never a query or a body. */
  readonly address: string;
  readonly network: string;
  readonly requestId: string;
}

export interface RefusedAccesses {
  /** Records it soon, outside every transaction. */
  note(refused: RefusedAccess): void;
  /** Resolves when everything noted before is written. */
  written(): Promise<void>;
  close(): Promise<void>;
}

interface Counted extends RefusedAccess {
  readonly minute: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
  readonly hits: number;
}

const pauseMs = 500;
/** The number of different ones in memory until they are written. Any more are counted by reason alone. */
const mostWaiting = 1000;
const longestAddress = 300;
const system = { kind: "system" } as const;

/**
 * The record of refused accesses (R38). Each process counts its refusals and writes them twice a second, so that a
 * thousand refusals of one person cost one row and no connection of a page. A killed process loses its last counts.
 */
export function createRefusedAccesses(options: {
  readonly databases: Databases;
  readonly log: Logger;
  readonly systemNow: () => Temporal.Instant;
}): RefusedAccesses {
  const { databases, log, systemNow } = options;
  let waiting = new Map<string, Counted>();
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    if (waiting.size === 0) return;
    const batch = waiting;
    waiting = new Map();
    try {
      const rows = JSON.stringify([...batch.values()].map(asRow));
      await inTransaction(databases, system, async (tx) =>
        sql`select record_refused_accesses(${rows}::jsonb)`.execute(tx),
      );
    } catch (error) {
      const passes = isPassing(error);
      log.warn(
        { error, rows: batch.size },
        `refused accesses could not be written down${passes ? "; trying again" : ""}`,
      );
      if (passes) for (const counted of batch.values()) count(waiting, counted);
    }
  };
  const writeNext = async (): Promise<void> => (writing = writing.then(write));
  // A timer writes, not the refused request: that may still hold a connection.
  const timer = setInterval(() => void writeNext(), pauseMs);
  timer.unref();

  return {
    note: (refused) => {
      const lastAt = systemNow();
      const minute = lastAt.round({ smallestUnit: "minute", roundingMode: "floor" });
      count(waiting, { ...refused, address: refused.address.slice(0, longestAddress), minute, lastAt, hits: 1 });
    },
    written: writeNext,
    close: async () => {
      clearInterval(timer);
      await writeNext();
    },
  };
}

function count(waiting: Map<string, Counted>, counted: Counted): void {
  const key = keyOf(counted);
  const isOneTooMany = waiting.size >= mostWaiting && !waiting.has(key);
  const kept = isOneTooMany ? { ...counted, personId: null, organisationId: null, address: "", network: "" } : counted;
  const before = waiting.get(keyOf(kept));
  waiting.set(keyOf(kept), { ...kept, hits: kept.hits + (before?.hits ?? 0) });
}

function keyOf({ minute, reason, personId, organisationId, address, network }: Counted): string {
  return JSON.stringify([minute, reason, personId, organisationId, address, network]);
}

function asRow({ minute, reason, personId, organisationId, address, network, hits, lastAt, requestId }: Counted) {
  return {
    id: newId(),
    minute,
    reason,
    person_id: personId,
    organisation_id: organisationId,
    address,
    network,
    hits,
    last_at: lastAt,
    request_id: requestId,
  };
}
