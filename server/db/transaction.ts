import { compiled } from "./compiled.ts";
import { sql } from "kysely";
import type { Actor } from "../../core/access/actor.ts";
import { Abandoned, refuseAbandoned } from "./abandoned.ts";
import { type Database, readTogether, transact, type Transaction, transactReading } from "./connect.ts";
import { whileHolding, type WhenHeld } from "./one-connection.ts";

/** One pool per face. A contact's work runs as the portal role, all other work as the desk role. */
export interface Databases {
  portal: Database;
  desk: Database;
  /** Hears about slow work under an open transaction. Without it, as in tests, such work throws. */
  readonly whenHeld?: WhenHeld;
  /** Connections of the same roles that cancel the readings of people who have left. */
  readonly cancelBy?: { readonly portal: Database; readonly desk: Database };
}

const refuseHolding: WhenHeld = (error) => {
  throw error;
};

const retryable = new Set(["40001", "40P01"]);
const mostAttempts = 3;

/** Runs work in one transaction and tells the database who acts. A deadlock or serialization failure is tried again. */
export async function inTransaction<Value>(
  databases: Databases,
  actor: Actor,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  return inSomeTransaction(databases, { actor, run: transact }, work);
}

/**
 * Runs readings in one transaction in the same way. The database refuses any write, and nobody waits for its end. When
 * `left` is aborted, because whoever asked has left, its statements are cancelled and it throws `Abandoned`.
 */
export async function inReadingTransaction<Value>(
  databases: Databases,
  actor: Actor,
  work: (tx: Transaction) => Promise<Value>,
  left?: AbortSignal,
): Promise<Value> {
  refuseAbandoned(left);
  const asker = left && { left, cancelBy: databases.cancelBy?.[faceOf(actor)] };
  try {
    const run: Run["run"] = async (database, reading) => transactReading(database, reading, asker);
    return await inSomeTransaction(databases, { actor, run }, work);
  } catch (error) {
    throw left?.aborted === true ? new Abandoned({ cause: error }) : error;
  }
}

function faceOf(actor: Actor): "portal" | "desk" {
  return actor.kind === "contact" ? "portal" : "desk";
}

interface Run {
  readonly actor: Actor;
  readonly run: <Value>(database: Database, work: (tx: Transaction) => Promise<Value>) => Promise<Value>;
}

async function inSomeTransaction<Value>(
  databases: Databases,
  { actor, run }: Run,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  const database = databases[faceOf(actor)];
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run(database, async (tx) =>
        whileHolding(databases.whenHeld ?? refuseHolding, async () => {
          // Goes out together with the first statement of the work.
          const told = tellWhoActs(tx, actor);
          const [answer] = await Promise.all([work(tx), told]);
          return answer;
        }),
      );
    } catch (error) {
      if (attempt === mostAttempts || !retryable.has(databaseCode(error))) throw error;
    }
  }
}

/**
 * Reads as the product itself, without a transaction. The database takes the product for the actor if it is not told.
 */
export async function readAsSystem<Value>(
  databases: Databases,
  read: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  return readTogether(databases.desk, async (tx) =>
    whileHolding(databases.whenHeld ?? refuseHolding, async () => read(tx)),
  );
}

const setActor = compiled((from, organisation: string, person: string, kind: string) =>
  from.selectNoFrom(
    sql`set_config('app.organisation', ${organisation}, true), set_config('app.person', ${person}, true), set_config('app.actor', ${kind}, true)`.as(
      "told",
    ),
  ),
);

/** Tells the database who acts from now on in the transaction. */
export async function tellWhoActs(tx: Transaction, actor: Actor): Promise<void> {
  const organisation = actor.kind === "contact" ? actor.organisationId : "";
  const person = actor.kind === "system" ? "" : actor.personId;
  await setActor(tx, organisation, person, actor.kind);
}

/** PostgreSQL's five-character code of an error, or an empty text. */
export function databaseCode(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}

/** The constraint in an error, or an empty text. */
export function violatedConstraint(error: unknown): string {
  return typeof error === "object" && error !== null && "constraint" in error && typeof error.constraint === "string"
    ? error.constraint
    : "";
}
