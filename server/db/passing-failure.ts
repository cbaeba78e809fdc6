import { databaseCode } from "./transaction.ts";

/**
 * PostgreSQL is stopping or starting, has no connection left, or gave up waiting for a lock or a long statement (R34).
 */
const passing = /^(?:08...|57P0[1-5]|57014|53300|55P03|40001|40P01|25P03)$/;
const unreachable = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
]);
/** The driver's errors without a code. */
const lost =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end)/;

/** Whether a database failure passes by itself, so that trying again soon makes sense. */
export function isPassing(error: unknown): boolean {
  const code = databaseCode(error);
  return passing.test(code) || isConnectionFailure(error, code);
}

function isConnectionFailure(error: unknown, code: string): boolean {
  if (!(error instanceof Error)) return false;
  // Each address of one host was tried, and each failed for the same reason.
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  const isOfNetwork =
    "syscall" in error && (error.syscall === "connect" || error.syscall === "read" || error.syscall === "write");
  return (isOfNetwork && unreachable.has(code)) || lost.test(error.message);
}
