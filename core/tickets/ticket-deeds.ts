import { always, type Result, withoutValue } from "../values/result.ts";
import { requireOpen } from "./progress.ts";
import { requireStartFee, type WithStartFee } from "./start-fee.ts";
import { advanceTicket, type Closable, type TicketAction } from "./ticket-lifecycle.ts";

/** The facts of a ticket that decide whether a deed is possible. */
export interface TicketFacts extends Closable, WithStartFee {}

type Condition = (ticket: TicketFacts) => Result<null>;

const step =
  (action: TicketAction): Condition =>
  (ticket) =>
    withoutValue(advanceTicket(ticket, action));

/**
 * The state a ticket must have for each deed, by the deed's name in the table of roles. They refuse `ticket-closed`,
 * `not-reopenable` and `transition-refused` by the ticket's lifecycle, `no-start-fee` and `start-fee-waived`. Source:
 * contract S1, T1, T4.
 */
export const ticketDeeds = {
  "ticket.read": always,
  "ticket.reply": requireOpen,
  "ticket.note": always,
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
  "time.log": always,
  "timer.start": requireOpen,
  "authorisation.request": requireOpen,
  "price.correct": always,
  "start-fee.waive": requireStartFee,
} as const satisfies Readonly<Record<string, Condition>>;

export type TicketDeed = keyof typeof ticketDeeds;
