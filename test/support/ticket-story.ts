import * as fc from "fast-check";
import { advanceAuthorisation } from "../../core/authorisations/authorisation-lifecycle.ts";
import {
  type AuthorisationState,
  decideOnAuthorisation,
  type PricedAuthorisation,
  priceAuthorisation,
} from "../../core/authorisations/authorisation.ts";
import { minutesLeftFor, partAfter } from "../../core/authorisations/ceiling.ts";
import { decideDelivery } from "../../core/authorisations/delivery.ts";
import { entryAuthorisation } from "../../core/authorisations/entry-authorisation.ts";
import { localDateIn } from "../../core/calendar/local-time.ts";
import type { ChargedTicket, WorkedEntry } from "../../core/charges/charged-work.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import { decideNewTicket } from "../../core/tickets/new-ticket.ts";
import { decideWaive } from "../../core/tickets/start-fee.ts";
import type { Step } from "../../core/tickets/step.ts";
import { decideTimeEntry } from "../../core/time/time-entry.ts";

/** People's actions on a ticket, possible or not. A place is that of an entry or a request, if there is one. */
export type Action =
  | { readonly kind: "wait"; readonly minutes: number }
  | LogAction
  | { readonly kind: "ask"; readonly minutes: number; readonly isOutside: boolean; readonly price: bigint | null }
  | { readonly kind: "approve" | "decline"; readonly isStale: boolean }
  | { readonly kind: "withdraw" | "deliver" | "void"; readonly place: number }
  | { readonly kind: "waive" };

interface LogAction {
  /** Logged as it was worked, or split at the ceiling. */
  readonly kind: "log" | "log-parted";
  readonly step: Step;
  readonly minutes: number;
  readonly isChargeable: boolean;
  /** A request by its place, none, or the newest approved one. */
  readonly under: number | "none" | "newest";
}

const anyLog: fc.Arbitrary<LogAction> = fc.record({
  kind: fc.constantFrom("log", "log-parted"),
  step: fc.constantFrom("administration", "research", "resolution"),
  minutes: fc.integer({ min: 1, max: 90 }),
  isChargeable: fc.constantFrom(true, true, true, false),
  under: fc.constantFrom<LogAction["under"]>("newest", "none", 0, 1),
});

const anyAsk = fc.record({
  kind: fc.constant("ask" as const),
  minutes: fc.constantFrom(10, 60, 480, 481),
  isOutside: fc.boolean(),
  price: fc.constantFrom(null, null, 50_000n),
});

const anyDecision = fc.record({
  kind: fc.constantFrom("approve" as const, "approve", "approve", "decline"),
  isStale: fc.constantFrom(false, false, false, true),
});

const anyOther: fc.Arbitrary<Exclude<Action, LogAction>> = fc.oneof(
  fc.record({ kind: fc.constant("wait" as const), minutes: fc.constantFrom(1, 30, 600, 30_000) }),
  { weight: 3, arbitrary: anyAsk },
  { weight: 3, arbitrary: anyDecision },
  fc.record({ kind: fc.constantFrom("withdraw" as const, "deliver", "void"), place: fc.nat({ max: 8 }) }),
  fc.record({ kind: fc.constant("waive" as const) }),
);

/** People's actions on a ticket, one after another. */
export const anyActions: fc.Arbitrary<readonly Action[]> = fc.array(fc.oneof(anyLog, anyOther), {
  maxLength: 40,
  size: "max",
});

interface Request extends PricedAuthorisation {
  readonly id: string;
  readonly state: AuthorisationState;
  readonly minutes: number;
  readonly decidedAt: Temporal.Instant | null;
  readonly deliveredOn: Temporal.PlainDate | null;
}

/** A ticket with everything it is charged by. Only core's decisions change it. */
export interface TicketStory {
  readonly now: Temporal.Instant;
  readonly terms: ContractTerms;
  readonly ticket: ChargedTicket;
  readonly authorisedMinutes: number;
  readonly startFeeWaivedAt: Temporal.Instant | null;
  readonly entries: readonly WorkedEntry[];
  readonly requests: readonly Request[];
}

/** A ticket that was just created, with its number of the month. */
export function newStory(terms: ContractTerms, numberInMonth: number): TicketStory {
  const now = Temporal.Instant.from("2026-10-01T08:00:20+02:00");
  const made = decideNewTicket({ numberInMonth, isConfirmed: true }, terms);
  if (!made.ok) throw new Error(`refused: ${made.refusal.code}`);
  const { isAdditional, startFeeMinutes, authorisedMinutes } = made.value;
  const ids = { id: "t1", reference: "T01", numberInMonth };
  const ticket = { ...ids, createdAt: now, isAdditional, startFeeMinutes, outsideHoursAgreedAt: null };
  return { now, terms, ticket, authorisedMinutes, startFeeWaivedAt: null, entries: [], requests: [] };
}

/** The story after an action; unchanged if core refuses it. */
export function after(story: TicketStory, action: Action): TicketStory {
  switch (action.kind) {
    case "wait":
      return { ...story, now: story.now.add({ minutes: action.minutes }) };
    case "log":
    case "log-parted":
      return log({ ...story, now: story.now.add({ minutes: action.minutes }) }, action);
    case "ask":
      return ask(story, action);
    case "approve":
    case "decline":
      return decide(story, action.kind, action.isStale);
    case "withdraw":
    case "deliver":
      return settle(story, action.kind, action.place);
    case "void":
      return { ...story, entries: story.entries.filter((_, index) => index !== action.place) };
    case "waive": {
      const { startFeeMinutes } = story.ticket;
      const waived = decideWaive({ ...story, startFeeMinutes }, "goodwill", story.now);
      if (!waived.ok) return story;
      return { ...story, startFeeWaivedAt: waived.value.at, ticket: { ...story.ticket, isStartFeeWaived: true } };
    }
  }
}

/** The entries that count for the ceiling: all except those of a request for one price. */
export function entriesByTheHour({ entries, requests }: TicketStory): readonly WorkedEntry[] {
  const atOnePrice = new Set(requests.filter((one) => one.fixedPriceCents !== null).map(({ id }) => id));
  return entries.filter(({ authorisationId }) => !atOnePrice.has(authorisationId ?? ""));
}

function log(story: TicketStory, { kind, step, minutes, isChargeable, under }: LogAction): TicketStory {
  const end = story.now.round({ smallestUnit: "minute", roundingMode: "floor" });
  const whole = { start: end.subtract({ minutes }), end };
  const chosen = entryAuthorisation(story.requests, isChargeable ? idOf(under) : null);
  if (!chosen.ok) return story;
  const left = (chosen.value?.fixedPriceCents ?? null) === null ? minutesLeftOf(story, step) : null;
  const parts = partAfter(whole, kind === "log-parted" && isChargeable ? (left ?? Infinity) : Infinity);
  const entries = [
    { part: parts.chargeable, isChargeable },
    { part: parts.notChargeable, isChargeable: false },
  ].flatMap(({ part, isChargeable: isCharged }, index): readonly WorkedEntry[] => {
    if (part === null) return [];
    const authorisationId = isCharged ? (chosen.value?.id ?? null) : null;
    const id = `entry ${story.entries.length + index}`;
    return [{ ...part, id, ticketId: story.ticket.id, step, isChargeable: isCharged, authorisationId }];
  });
  const facts = { now: story.now, createdAt: story.ticket.createdAt, closedAt: null };
  const others = { overlapping: [], datesWithoutContract: [], minutesLeft: left };
  const isRefused = entries.some(
    (entry) => !decideTimeEntry({ ...entry, reason: "beyond what was authorised" }, { ...facts, ...others }).ok,
  );
  return isRefused ? story : { ...story, entries: [...story.entries, ...entries] };
}

/** The authorisation that an entry names; undefined for the newest. */
function idOf(under: LogAction["under"]): string | null | undefined {
  if (under === "newest") return undefined;
  return under === "none" ? null : `request ${under}`;
}

function minutesLeftOf(story: TicketStory, step: Step): number {
  const { authorisedMinutes, ticket } = story;
  const { startFeeMinutes } = ticket;
  return minutesLeftFor(step, { entries: entriesByTheHour(story), startFeeMinutes, authorisedMinutes });
}

function ask(story: TicketStory, { minutes, isOutside, price }: Extract<Action, { kind: "ask" }>): TicketStory {
  if (story.requests.some(({ state }) => state === "requested")) return story;
  const today = todayIn(story);
  const windows = isOutside ? ["office", "outside"] : ["office"];
  const asked = { minutes, windows, validUntil: today.add({ days: 10 }), fixedPriceCents: price };
  const { isAdditional } = story.ticket;
  const priced = priceAuthorisation(asked, { terms: story.terms, isAdditional, today });
  if (!priced.ok) return story;
  const id = `request ${story.requests.length}`;
  const open = { id, state: "requested", minutes, decidedAt: null, deliveredOn: null } as const;
  return { ...story, requests: [...story.requests, { ...priced.value, ...open }] };
}

function decide(story: TicketStory, decision: "approve" | "decline", isStale: boolean): TicketStory {
  const request = story.requests.find(({ state }) => state === "requested") ?? story.requests.at(-1);
  if (request === undefined) return story;
  const open = { ...recorded(request), version: 1, usualWindow: story.terms.usualWindow };
  const decided = decideOnAuthorisation(open, { decision, version: isStale ? 0 : 1 }, todayIn(story));
  if (!decided.ok) return story;
  const { state, minutesAdded, agreesOutsideHours } = decided.value;
  const agreedAt = story.ticket.outsideHoursAgreedAt ?? (agreesOutsideHours ? story.now : null);
  const changed = change(story, request.id, { state, decidedAt: story.now });
  const ticket = { ...story.ticket, outsideHoursAgreedAt: agreedAt };
  return { ...changed, ticket, authorisedMinutes: story.authorisedMinutes + minutesAdded };
}

function settle(story: TicketStory, action: "withdraw" | "deliver", place: number): TicketStory {
  const request = story.requests[place];
  if (request === undefined) return story;
  const today = todayIn(story);
  if (action === "withdraw") {
    const withdrawn = advanceAuthorisation(recorded(request), "withdraw", today);
    return withdrawn.ok ? change(story, request.id, { state: "withdrawn" }) : story;
  }
  const delivered = decideDelivery(recorded(request), today, { approvedOn: today, today });
  return delivered.ok ? change(story, request.id, delivered.value) : story;
}

function recorded(request: Request) {
  return { ...request, isFixedPrice: request.fixedPriceCents !== null };
}

function change(story: TicketStory, id: string, changes: Partial<Request>): TicketStory {
  return { ...story, requests: story.requests.map((one) => (one.id === id ? { ...one, ...changes } : one)) };
}

function todayIn({ now, terms }: TicketStory): Temporal.PlainDate {
  return localDateIn(now, terms.timeZone);
}
