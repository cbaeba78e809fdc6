import type { IncomingMessage } from "node:http";
import type { RefusedAccess, RefusedReason } from "../events/refused-accesses.ts";
import type { Answer } from "./answer.ts";
import type { View } from "./route.ts";

/**
 * The recorded refusals: attempts at other people's things, and at signing in. Most other refusals are about fields of
 * forms.
 */
const recorded = {
  "not-allowed": "signed in",
  "no-seat": "signed in",
  "not-found": "signed in",
  "too-many-mails": "signed in",
  "foreign-origin": "anybody",
  "code-wrong": "anybody",
  "code-expired": "anybody",
  "code-used": "anybody",
  "invitation-used": "anybody",
  "invitation-over": "anybody",
  "too-many-attempts": "anybody",
} as const satisfies Readonly<Record<RefusedReason, "signed in" | "anybody">>;

interface Asked {
  readonly incoming: Pick<IncomingMessage, "method">;
  readonly view: View;
  /** The sender's network, as far as one household or office. */
  readonly network: string;
  readonly requestId: string;
}

/**
 * The entry of an answer in the record (R38), or null. Never the query, which may carry a secret, and nothing of the
 * body.
 */
export function refusedAccess(answer: Answer, { incoming, view, network, requestId }: Asked): RefusedAccess | null {
  if (answer.kind !== "page" && answer.kind !== "json") return null;
  const { refusal: reason, personId } = answer;
  if (reason === undefined || !isRecorded(reason)) return null;
  const { identity } = view;
  if (identity === null && recorded[reason] === "signed in") return null;
  return {
    reason,
    personId: personId ?? identity?.personId ?? null,
    organisationId: identity?.actor?.kind === "contact" ? identity.actor.organisationId : null,
    address: `${incoming.method ?? "GET"} ${view.path.replace(/[?#].*$/s, "")}`,
    network,
    requestId,
  };
}

function isRecorded(reason: string): reason is RefusedReason {
  return Object.hasOwn(recorded, reason);
}
