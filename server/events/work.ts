import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../core/access/actor.ts";
import type { Result } from "../../core/values/result.ts";
import type { Transaction } from "../db/connect.ts";

/**
 * The tools of an action: the open transaction, the actor and the time. An action affects the outside world only
 * through these, so that it commits or vanishes whole.
 */
export interface Work<Who extends Actor = Actor> {
  readonly tx: Transaction;
  readonly actor: Who;
  readonly now: () => Temporal.Instant;
  /** Whether events enqueue their reactions. The history of a demo sends no mail. */
  readonly reacts: boolean;
}

/** Ends an action as refused, from any depth of it. */
export class Refused extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super("refused");
    this.result = result;
  }
}

/**
 * Runs an action inside a savepoint. A refusal undoes its writes and leaves the transaction usable, so that the page
 * can be shown again as it was typed. All savepoints have one name; the innermost is meant. `translate` turns a
 * violated constraint into its refusal.
 */
export async function attempt<Value>(
  work: Work,
  action: () => Promise<Result<Value>>,
  translate: (error: unknown) => Promise<Result<never> | null> | Result<never> | null = () => null,
): Promise<Result<Value>> {
  const tell = async (statement: RawBuilder<unknown>) => statement.execute(work.tx);
  // Goes out before the first statement of the action, together with it.
  const saved = tell(sql`savepoint attempt`);
  try {
    const [result] = await Promise.all([action(), saved]);
    if (!result.ok) throw new Refused(result);
    await tell(sql`release savepoint attempt`);
    return result;
  } catch (error) {
    await Promise.all([tell(sql`rollback to savepoint attempt`), tell(sql`release savepoint attempt`)]);
    if (error instanceof Refused) return error.result;
    const translated = await translate(error);
    if (translated === null) throw error;
    return translated;
  }
}
