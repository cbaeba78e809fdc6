import { AsyncLocalStorage } from "node:async_hooks";

/** Hears about slow work under an open transaction. It throws, or logs. */
export type WhenHeld = (error: HeldTooLong) => void;

interface Held {
  readonly report: WhenHeld;
  isOver: boolean;
}

const holding = new AsyncLocalStorage<Held>();

/** Slow work while a connection is held. Ten such requests would stop all pages (R42). */
export class HeldTooLong extends Error {
  constructor(what: string) {
    super(`a connection is held: ${what} belongs before or after the transaction`);
  }
}

/** Runs work that holds a connection. Everything it starts until its end counts as the same holder. */
export async function whileHolding<Value>(report: WhenHeld, run: () => Promise<Value>): Promise<Value> {
  const held: Held = { report, isOver: false };
  try {
    return await holding.run(held, run);
  } finally {
    held.isOver = true;
  }
}

/**
 * Called where something takes long or waits for others: a second connection, a slow hash, a document, a mail server.
 * Under a transaction of the same request or job it throws in tests, and logs in production.
 */
export function needsNoConnection(what: string): void {
  const held = holding.getStore();
  if (held?.isOver === false) held.report(new HeldTooLong(what));
}
