import { accept, type Result } from "../values/result.ts";
import { requireOpen } from "./progress.ts";
import { requireStartFee, type WithStartFee } from "./start-fee.ts";
import { advanceTicket, type Closable, type TicketAction } from "./ticket-lifecycle.ts";

/** What of a ticket says whether a deed can be done to it. */
export interface TicketFacts extends Closable, WithStartFee {}

type Needs = (ticket: TicketFacts) => Result<null>;

const nothing: Needs = () => accept(null);

const step =
  (action: TicketAction): Needs =>
  (ticket) => {
    const next = advanceTicket(ticket, action);
    return next.ok ? accept(null) : next;
  };

/** Each deed that is done to a ticket, by its name in the table of roles, and what the ticket must be for it. */
const needs = {
  "ticket.read": nothing,
  "ticket.reply": requireOpen,
  "ticket.note": nothing,
  "ticket.agree-outside-hours": requireOpen,
  "ticket.note-outside-hours": requireOpen,
  "ticket.pick-up": requireOpen,
  "ticket.set-urgency": requireOpen,
  "ticket.move-step": requireOpen,
  "ticket.set-waiting": requireOpen,
  "ticket.resolve": step("resolve"),
  "ticket.withdraw": step("withdraw"),
  "ticket.merge": step("merge"),
  "ticket.reopen": step("reopen"),
  "time.log": nothing,
  "timer.start": requireOpen,
  "authorisation.request": requireOpen,
  "authorisation.withdraw": nothing,
  // A request that was decided on is told as that, also when its ticket was closed since.
  "authorisation.decide": nothing,
  "authorisation.deliver": nothing,
  "price.correct": nothing,
  "start-fee.waive": requireStartFee,
} as const satisfies Readonly<Record<string, Needs>>;

export type TicketDeed = keyof typeof needs;

export const ticketDeeds: readonly TicketDeed[] = Object.keys(needs).filter((name) => isTicketDeed(name));

function isTicketDeed(name: string): name is TicketDeed {
  return Object.hasOwn(needs, name);
}

/**
 * Accepts a deed that a ticket allows as it is now. Refuses `ticket-closed`, `not-reopenable` and `transition-refused`
 * by the ticket's lifecycle, `no-start-fee` and `start-fee-waived`. Source: contract S1, T1, T4.
 */
export function requireState(deed: TicketDeed, ticket: TicketFacts): Result<null> {
  return needs[deed](ticket);
}
