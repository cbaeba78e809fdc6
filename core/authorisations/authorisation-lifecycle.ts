import { advance, type Lifecycle } from "../values/lifecycle.ts";
import { refuse, type Result } from "../values/result.ts";

export const authorisationStates = [
  "draft",
  "sent",
  "approved",
  "declined",
  "expired",
  "withdrawn",
  "delivered",
] as const;
export type AuthorisationStage = (typeof authorisationStates)[number];

export const authorisationActions = ["send", "approve", "decline", "withdraw", "deliver", "expire"] as const;
export type AuthorisationAction = (typeof authorisationActions)[number];

/**
 * The life of a request for more minutes. A quote expires after its last day. An expired quote can only be declined or
 * withdrawn, which makes room for another. Approving, declining and withdrawing are final. Source: contract T3.
 */
export const authorisationLifecycle: Lifecycle<AuthorisationStage, AuthorisationAction> = {
  thing: "authorisation",
  states: authorisationStates,
  actions: authorisationActions,
  transitions: [
    { action: "send", from: ["draft"], to: "sent" },
    { action: "approve", from: ["sent"], to: "approved" },
    { action: "decline", from: ["sent", "expired"], to: "declined" },
    { action: "withdraw", from: ["draft", "sent", "expired"], to: "withdrawn" },
    { action: "expire", from: ["sent"], to: "expired", by: "date" },
  ],
};

/**
 * The life of a quote for one price. An approved one is delivered, and its one line is then charged. One that is
 * withdrawn before delivery costs nothing. Source: contract T3.
 */
export const fixedPriceLifecycle: Lifecycle<AuthorisationStage, AuthorisationAction> = {
  ...authorisationLifecycle,
  transitions: [
    ...authorisationLifecycle.transitions,
    { action: "withdraw", from: ["approved"], to: "withdrawn" },
    { action: "deliver", from: ["approved"], to: "delivered" },
  ],
};

/** An authorisation as it is recorded. A sent one is `requested`. */
export interface RecordedAuthorisation {
  readonly state: "draft" | "requested" | "approved" | "declined" | "withdrawn" | "delivered";
  /** A quote's last day; a work order has none. */
  readonly validUntil: Temporal.PlainDate | null;
  readonly isFixedPrice?: boolean;
}

/**
 * The state of an authorisation on a local date. A sent one expires after its last day by itself. Source: contract T3.
 */
export function authorisationStageOn(
  { state, validUntil }: RecordedAuthorisation,
  today: Temporal.PlainDate,
): AuthorisationStage {
  if (state !== "requested") return state;
  return validUntil !== null && Temporal.PlainDate.compare(today, validUntil) > 0 ? "expired" : "sent";
}

/**
 * The state an action on a local date leads to. Refuses `authorisation-expired`, with the last day, when a quote is
 * approved after it; `authorisation-decided` when a decided or withdrawn one is approved, declined or withdrawn; and
 * `transition-refused`. Source: contract T3.
 */
export function advanceAuthorisation(
  authorisation: RecordedAuthorisation,
  action: AuthorisationAction,
  today: Temporal.PlainDate,
): Result<AuthorisationStage> {
  const stage = authorisationStageOn(authorisation, today);
  const lifecycle = authorisation.isFixedPrice === true ? fixedPriceLifecycle : authorisationLifecycle;
  const next = advance(lifecycle, stage, action);
  if (next.ok) return next;
  if (action === "approve" && stage === "expired" && authorisation.validUntil !== null)
    return refuse({ code: "authorisation-expired", on: authorisation.validUntil.toString() });
  return isDecision(action) && isDecided(stage) ? refuse({ code: "authorisation-decided" }) : next;
}

function isDecision(action: AuthorisationAction): boolean {
  return action === "approve" || action === "decline" || action === "withdraw";
}

function isDecided(stage: AuthorisationStage): boolean {
  return stage === "approved" || stage === "declined" || stage === "withdrawn";
}
