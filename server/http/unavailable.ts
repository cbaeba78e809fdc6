import { isPassing } from "../db/passing-failure.ts";
import { databaseCode } from "../db/transaction.ts";
import { isDiskFull } from "../files/disk-full.ts";
import { Busy } from "./limit-concurrency.ts";

/**
 * A text that is no UUID, no moment or no number, or a number out of range. The request had it, and a check at the door
 * was missing.
 */
const unreadable = /^22(?:P02|P05|003|007|008|021)$/;

/**
 * The status of a failure: 503 to try again shortly, 507 for a full or read-only disk (R35), 400 for a value that the
 * database cannot read, otherwise 500.
 */
export function statusOfFailure(error: unknown): 400 | 500 | 503 | 507 {
  if (error instanceof Busy) return 503;
  if (isDiskFull(error)) return 507;
  if (unreadable.test(databaseCode(error))) return 400;
  return isPassing(error) ? 503 : 500;
}
