import { databaseCode } from "./transaction.ts";

/**
 * PostgreSQL is going away, is coming up, has no connection left, or gave up waiting for a lock or a long statement
 * (R34).
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
/** What the driver says without a code of its own. */
const lost =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end)/;

/** Whether the database failed in a way that passes by itself, so that trying again shortly makes sense. */
export function isPassing(error: unknown): boolean {
  const code = databaseCode(error);
  return passing.test(code) || isConnectionFailure(error, code);
}

function isConnectionFailure(error: unknown, code: string): boolean {
  if (!(error instanceof Error)) return false;
  // The addresses of one host were each tried; the last one tells as well as any.
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  const isOfNetwork =
    "syscall" in error && (error.syscall === "connect" || error.syscall === "read" || error.syscall === "write");
  return (isOfNetwork && unreachable.has(code)) || lost.test(error.message);
}
