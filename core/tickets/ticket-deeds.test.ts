import { describe, expect, it } from "vitest";
import { type Outcome, outcomes } from "./outcome.ts";
import { namesOfDeeds } from "../access/abilities.ts";
import { type TicketDeed, ticketDeeds, type TicketFacts } from "./ticket-deeds.ts";

const ticket = (outcome: Outcome | null, rest: Partial<TicketFacts> = {}): TicketFacts => ({
  outcome,
  startFeeMinutes: 15,
  startFeeWaivedAt: null,
  ...rest,
});
const deeds = namesOfDeeds(ticketDeeds);
const allowed = (facts: TicketFacts) => deeds.filter((deed) => ticketDeeds[deed](facts).ok);
const refusalOf = (deed: TicketDeed, facts: TicketFacts) => {
  const result = ticketDeeds[deed](facts);
  return result.ok ? null : result.refusal;
};

/**
 * What can also be done to a ticket that is closed: read it, write down work that was done, and set its price right.
 */
const always: readonly TicketDeed[] = ["ticket.read", "ticket.note", "time.log", "price.correct", "start-fee.waive"];

describe("what a ticket allows as it is now", () => {
  it("is everything but reopening while it is open (S1, T4)", () => {
    expect(allowed(ticket(null))).toEqual(deeds.filter((deed) => deed !== "ticket.reopen"));
    expect(refusalOf("ticket.reopen", ticket(null))).toMatchObject({ code: "transition-refused" });
  });

  it("is little once it is closed, and reopening only where it was resolved (S1, T4)", () => {
    for (const outcome of outcomes) {
      const isEnd = ["withdrawn", "duplicate", "ended-with-contract"].includes(outcome);
      const closed = ticket(outcome);
      expect(allowed(closed).toSorted()).toEqual([...always, ...(isEnd ? [] : ["ticket.reopen"])].toSorted());
      expect(refusalOf("ticket.reply", closed)).toEqual({ code: "ticket-closed" });
      if (isEnd) expect(refusalOf("ticket.reopen", closed)).toEqual({ code: "not-reopenable", outcome });
    }
  });

  it("is waiving its start fee once, where there is one (T1)", () => {
    expect(refusalOf("start-fee.waive", ticket(null))).toBeNull();
    expect(refusalOf("start-fee.waive", ticket(null, { startFeeMinutes: 0 }))).toEqual({ code: "no-start-fee" });
    const waived = ticket(null, { startFeeWaivedAt: Temporal.Instant.from("2026-11-02T09:00Z") });
    expect(refusalOf("start-fee.waive", waived)).toEqual({ code: "start-fee-waived" });
  });
});
