import type { Window } from "../../../core/calendar/week.ts";
import type { ResolvedOutcome } from "../../../core/tickets/outcome.ts";
import type { WaitsFor } from "../../../core/tickets/progress.ts";
import type { Step } from "../../../core/tickets/step.ts";
import type { Month } from "../../../core/values/month.ts";
import type { setUrgency } from "../../tickets/set-urgency.ts";
import type { setWaiting } from "../../tickets/set-waiting.ts";
import type { Slot } from "./diaries.ts";

/** The article of a resolved ticket. A template identifies an article. */
export type PlannedArticle =
  | {
      readonly kind: "new";
      readonly template: string;
      readonly title: string;
      readonly body: string;
      readonly isPublic: boolean;
    }
  | { readonly kind: "existing"; readonly template: string }
  | { readonly kind: "none"; readonly reason: string };

/** The input of an action, without the ticket and its version. */
type Told<Action extends (work: never, asked: never) => unknown> = Omit<Parameters<Action>[1], "reference" | "version">;

/** One deed to a ticket, by one action of the product. */
export type TicketDeed =
  | {
      readonly kind: "create";
      readonly title: string;
      readonly description: string;
      readonly outsideHoursAgreed: boolean;
    }
  | { readonly kind: "pick-up" }
  | ({ readonly kind: "set-urgency" } & Told<typeof setUrgency>)
  | ({ readonly kind: "set-waiting" } & Told<typeof setWaiting>)
  | { readonly kind: "move-step"; readonly step: Step }
  | {
      readonly kind: "log-time";
      readonly step: Step;
      readonly slot: Slot;
      readonly notCharged: string | null;
      readonly description: string;
    }
  | { readonly kind: "start-timer"; readonly step: Step }
  | { readonly kind: "reply"; readonly body: string; readonly waitsFor: WaitsFor }
  | { readonly kind: "note"; readonly body: string }
  | {
      readonly kind: "request-authorisation";
      readonly minutes: number;
      readonly windows: readonly Window[];
      readonly explanation: string;
      readonly validUntil: Temporal.PlainDate | null;
    }
  | { readonly kind: "decide-authorisation"; readonly decision: "approve" | "decline"; readonly reason: string | null }
  | { readonly kind: "agree-outside-hours" }
  | { readonly kind: "withdraw" }
  | {
      readonly kind: "resolve";
      readonly message: string;
      readonly outcome: ResolvedOutcome;
      readonly article: PlannedArticle;
    };

/** A dated step of the story. `by` is a mail address, `ticket` a key within the plan. */
export interface TicketStep {
  readonly kind: "ticket";
  readonly at: Temporal.Instant;
  readonly organisation: string;
  readonly ticket: string;
  readonly by: string;
  readonly deed: TicketDeed;
}

export type PlannedStep =
  | TicketStep
  | { readonly kind: "publish-terms"; readonly at: Temporal.Instant; readonly year: number; readonly isComing: boolean }
  | { readonly kind: "add-organisation"; readonly at: Temporal.Instant; readonly organisation: string }
  | { readonly kind: "sign"; readonly at: Temporal.Instant; readonly organisation: string; readonly termsYear: number }
  | { readonly kind: "offer"; readonly at: Temporal.Instant; readonly organisation: string; readonly termsYear: number }
  | { readonly kind: "pay-month"; readonly at: Temporal.Instant; readonly month: Month }
  | {
      readonly kind: "credit-invoice";
      readonly at: Temporal.Instant;
      readonly organisation: string;
      readonly month: Month;
    }
  | { readonly kind: "issue-month"; readonly at: Temporal.Instant; readonly month: Month };

/** All steps in order of time. */
export interface Plan {
  readonly steps: readonly PlannedStep[];
  /** From here on people get mail, so that the demo's mailbox is not empty. */
  readonly reactsFrom: Temporal.Instant;
}
