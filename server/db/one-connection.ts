import { AsyncLocalStorage } from "node:async_hooks";

/** Told of what a transaction was held open for; it throws, or writes it down. */
export type WhenHeld = (error: HeldTooLong) => void;

interface Held {
  readonly report: WhenHeld;
  isOver: boolean;
}

const holding = new AsyncLocalStorage<Held>();

/** A connection is held while something else is waited for: when ten requests do that, nobody is served (R42). */
export class HeldTooLong extends Error {
  constructor(what: string) {
    super(`a connection is held: ${what} belongs before or after the transaction`);
  }
}

/** Runs what holds a connection, and all that it starts until it ends, as its holder. */
export async function whileHolding<Value>(report: WhenHeld, run: () => Promise<Value>): Promise<Value> {
  const held: Held = { report, isOver: false };
  try {
    return await holding.run(held, run);
  } finally {
    held.isOver = true;
  }
}

/**
 * Said where something takes long or waits for somebody else: a second connection, a slow hash, a document, a mail
 * server. Under a transaction of the same request or job it throws in tests, and is logged where people are served.
 */
export function needsNoConnection(what: string): void {
  const held = holding.getStore();
  if (held?.isOver === false) held.report(new HeldTooLong(what));
}
