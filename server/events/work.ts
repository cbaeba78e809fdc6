import { sql } from "kysely";
import type { Actor } from "../../core/access/actor.ts";
import type { Result } from "../../core/values/result.ts";
import type { Transaction } from "../db/connect.ts";

/**
 * What an action works with: the open transaction, who acts and what time it is. Everything an action does to the
 * outside world it does through this, so that it commits or vanishes whole.
 */
export interface Work<Who extends Actor = Actor> {
  readonly tx: Transaction;
  readonly actor: Who;
  readonly now: () => Temporal.Instant;
  /** Whether events enqueue their reactions; history made for a demo does not mail. */
  readonly reacts: boolean;
}

/** Ends an action as refused, from wherever in it that is found out. */
export class Refused extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super("refused");
    this.result = result;
  }
}

/**
 * Runs an action inside a savepoint: a refusal undoes what it wrote and leaves the transaction usable, so that the page
 * can be shown again with what was typed. One name serves nested ones too: the innermost is meant. `translate` turns a
 * violated constraint into the refusal it stands for.
 */
export async function attempt<Value>(
  work: Work,
  action: () => Promise<Result<Value>>,
  translate: (error: unknown) => Promise<Result<never> | null> | Result<never> | null = () => null,
): Promise<Result<Value>> {
  await sql`savepoint attempt`.execute(work.tx);
  try {
    const result = await action();
    if (!result.ok) throw new Refused(result);
    await sql`release savepoint attempt`.execute(work.tx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(work.tx);
    await sql`release savepoint attempt`.execute(work.tx);
    if (error instanceof Refused) return error.result;
    const translated = await translate(error);
    if (translated === null) throw error;
    return translated;
  }
}
