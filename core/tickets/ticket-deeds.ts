import { accept, type Result } from "../values/result.ts";
import { requireOpen } from "./progress.ts";
import { requireStartFee, type WithStartFee } from "./start-fee.ts";
import { advanceTicket, type Closable, type TicketAction } from "./ticket-lifecycle.ts";

/** The facts of a ticket that decide whether a deed is possible. */
export interface TicketFacts extends Closable, WithStartFee {}

type Needs = (ticket: TicketFacts) => Result<null>;

const nothing: Needs = () => accept(null);

const step =
  (action: TicketAction): Needs =>
  (ticket) => {
    const next = advanceTicket(ticket, action);
    return next.ok ? accept(null) : next;
  };

/** The state a ticket must have for each deed, by the deed's name in the table of roles. */
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
  // The refusal for a decided request says who decided it, even if its ticket closed since.
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
 * Accepts a deed that the ticket's present state allows. Refuses `ticket-closed`, `not-reopenable` and
 * `transition-refused` by the ticket's lifecycle, `no-start-fee` and `start-fee-waived`. Source: contract S1, T1, T4.
 */
export function requireState(deed: TicketDeed, ticket: TicketFacts): Result<null> {
  return needs[deed](ticket);
}
