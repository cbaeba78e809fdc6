import { databaseCode } from "../db/transaction.ts";
import { isDiskFull } from "../files/disk-full.ts";
import { Busy } from "./turns.ts";

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
/**
 * A text that is no UUID, no moment, no number, or too large for one: it came with the request and a check at the door
 * was missing.
 */
const unreadable = /^22(?:P02|P05|003|007|008|021)$/;

/**
 * The status of a failure: 503 to try again shortly, 507 for a full or read-only disk (R35), 400 for what the database
 * cannot read; 500 otherwise.
 */
export function statusOfFailure(error: unknown): 400 | 500 | 503 | 507 {
  if (error instanceof Busy) return 503;
  const code = databaseCode(error);
  if (isDiskFull(error)) return 507;
  if (unreadable.test(code)) return 400;
  if (passing.test(code) || isConnectionFailure(error, code)) return 503;
  return 500;
}

function isConnectionFailure(error: unknown, code: string): boolean {
  if (!(error instanceof Error)) return false;
  // The addresses of one host were each tried; the last one tells as well as any.
  if (error instanceof AggregateError) return error.errors.some((one) => statusOfFailure(one) === 503);
  const isOfNetwork =
    "syscall" in error && (error.syscall === "connect" || error.syscall === "read" || error.syscall === "write");
  return (isOfNetwork && unreachable.has(code)) || lost.test(error.message);
}
