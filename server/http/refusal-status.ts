import type { PersonId } from "../../core/values/ids.ts";
import type { Refusal } from "../../core/values/refusal.ts";
import { type Answer, telling } from "./answer.ts";

/** The one table from a refusal's code to its HTTP status; the compiler refuses a code that is missing. */
const statuses = {
  "not-found": 404,
  "not-allowed": 403,
  "changed-meanwhile": 409,
  busy: 503,
  "too-many-mails": 429,
  "invalid-input": 422,
  "not-sent": 409,
  "sent-before": 409,
  "no-seat": 403,
  "no-contract": 409,
  "urgency-is-ours": 422,
  "additional-ticket-unconfirmed": 409,
  "ticket-closed": 409,
  "answered-meanwhile": 409,
  "message-needed": 422,
  "article-needed": 422,
  "step-backwards": 409,
  "attachment-empty": 422,
  "attachment-too-large": 413,
  "attachment-kind": 422,
  "too-many-attachments": 422,
  "choose-again": 422,
  "uploads-full": 429,
  "entry-ends-before-start": 422,
  "entry-too-long": 422,
  "entry-outside-calendar": 422,
  "entry-in-future": 422,
  "entry-before-ticket": 422,
  "entry-after-closing": 409,
  "entry-overlaps": 409,
  "entry-without-contract": 409,
  "beyond-ceiling": 409,
  "no-such-local-time": 422,
  "local-time-twice": 422,
  "reason-needed": 422,
  "timer-running": 409,
  "timer-not-running": 409,
  "timer-forgotten": 409,
  "timer-too-short": 409,
  "no-addendum": 409,
  "authorisation-open": 409,
  "authorisation-decided": 409,
  "authorisation-expired": 409,
  "authorisation-not-in-force": 409,
  "beyond-cost": 409,
  "start-fee-waived": 409,
  "no-start-fee": 409,
  "addendum-open": 409,
  "month-not-over": 409,
  "nothing-to-invoice": 409,
  "preview-outdated": 409,
  "nothing-to-credit": 409,
  "already-credited": 409,
  "provider-unknown": 409,
  "not-in-rate-format": 409,
  "terms-not-in-rate-format": 409,
  "mail-accepted": 409,
  "mail-is-code": 409,
  "mail-under-way": 409,
  "seat-unknown": 404,
  "already-seated": 409,
  "seat-vacant": 409,
  "already-a-holiday": 409,
  "month-invoiced": 409,
  "vat-month-invoiced": 409,
  "vat-number-needed": 422,
  "vat-number-wrong": 422,
  "terms-already-published": 409,
  "terms-year-begun": 409,
  "terms-other-time-zone": 422,
  "transition-refused": 409,
  "terms-not-published": 409,
  "renewal-too-early": 409,
  "not-reopenable": 409,
  "merge-target-closed": 409,
  "case-number-needed": 422,
  "final-invoice-issued": 409,
  "beyond-invoice": 409,
  "code-wrong": 422,
  "code-expired": 422,
  "code-used": 422,
  "too-many-attempts": 429,
} as const satisfies Readonly<Record<Refusal["code"], number>>;

/** The answer that words a refusal, known as such and saying when to try again if the refusal passes by itself. */
export function tellingOf(refusal: Refusal, answer: Answer, personId: PersonId | null = null): Answer {
  return telling(answer, { refusal: refusal.code, retryAfterSeconds: retryAfterOf(refusal), personId });
}

function retryAfterOf(refusal: Refusal): number | undefined {
  if (refusal.code === "busy") return 5;
  const passes = refusal.code === "too-many-attempts" || refusal.code === "too-many-mails";
  return passes ? refusal.minutes * 60 : undefined;
}

export function statusOf(refusal: Refusal): number {
  return statuses[refusal.code];
}
