import type { Refusal } from "../../core/values/refusal.ts";

/** The one table from a refusal's code to its HTTP status; the compiler refuses a code that is missing. */
const statuses = {
  "not-found": 404,
  "not-allowed": 403,
  "changed-meanwhile": 409,
  "invalid-input": 422,
  "no-seat": 403,
  "no-contract": 409,
  "urgency-is-ours": 422,
  "additional-ticket-unconfirmed": 409,
  "ticket-closed": 409,
  "ticket-not-closed": 409,
  "message-needed": 422,
  "article-needed": 422,
  "step-backwards": 409,
  "attachment-empty": 422,
  "attachment-too-large": 413,
  "attachment-kind": 422,
  "too-many-attachments": 422,
  "entry-ends-before-start": 422,
  "entry-too-long": 422,
  "entry-in-future": 422,
  "entry-before-ticket": 422,
  "entry-overlaps": 409,
  "entry-without-contract": 409,
  "beyond-ceiling": 409,
  "no-such-local-time": 422,
  "local-time-twice": 422,
  "reason-needed": 422,
  "timer-running": 409,
  "timer-not-running": 409,
  "authorisation-open": 409,
  "authorisation-decided": 409,
  "authorisation-expired": 409,
  "month-not-over": 409,
  "nothing-to-invoice": 409,
  "preview-outdated": 409,
  "code-wrong": 422,
  "code-expired": 422,
  "code-used": 422,
  "too-many-attempts": 429,
} as const satisfies Readonly<Record<Refusal["code"], number>>;

export function statusOf(refusal: Refusal): number {
  return statuses[refusal.code];
}
