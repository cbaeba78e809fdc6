import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, anyActions, entriesByTheHour, newStory, type TicketStory } from "../../test/support/ticket-story.ts";
import { chargeableMinutesOf, minutesLeftByTotals, minutesLeftFor } from "../authorisations/ceiling.ts";
import { defaultTerms } from "../contracts/terms.ts";
import { steps } from "../tickets/step.ts";
import { chargeWork, noWork } from "./charge-work.ts";
import { chargeRules } from "./rules.ts";

/** Start fees from none to the whole ceiling. */
const anyTerms = fc
  .record({ startFeeMinutes: fc.constantFrom(0, 15, 40), more: fc.constantFrom(0, 1, 120) })
  .map(({ startFeeMinutes, more }) => {
    const terms = { ...defaultTerms(2026), startFeeMinutes, authorisedMinutes: startFeeMinutes + more };
    return { terms, rules: chargeRules(terms) };
  });

type Rules = typeof anyTerms extends fc.Arbitrary<infer Value> ? Value : never;

/** Tries actions one after another and looks at the ticket after each; answers it as it is in the end. */
function told({ terms }: Rules, actions: typeof anyActions extends fc.Arbitrary<infer Value> ? Value : never) {
  const stories = [newStory(terms, 1)];
  for (const action of actions) stories.push(after(stories.at(-1) ?? newStory(terms, 1), action));
  return stories;
}

const spentMinutes = (story: TicketStory) => chargeableMinutesOf(entriesByTheHour(story), story.ticket.startFeeMinutes);

/** The minutes of start fee and work that the customer pays for by the hour, over all months. */
function chargedMinutes(story: TicketStory, { rules, terms }: Rules): number {
  const { ticket, entries, requests } = story;
  const authorisations = requests.map(({ id, kind, validUntil, fixedPriceCents, deliveredOn }) => ({
    id,
    ticketId: ticket.id,
    validUntil,
    heldRules: kind === "quote" ? rules : null,
    fixedPrice: fixedPriceCents === null ? null : { amountCents: fixedPriceCents, deliveredOn },
  }));
  const work = { ...noWork, tickets: [ticket], entries, authorisations };
  const charges = chargeWork(work, () => rules, { timeZone: terms.timeZone });
  return charges.reduce((sum, { minutes }) => sum + minutes, 0);
}

describe("whatever people do on a ticket, in any order", { timeout: 60_000 }, () => {
  it("no more is charged by the hour than was authorised, start fee included (T1, T2, T3)", () => {
    fc.assert(
      fc.property(anyTerms, anyActions, (rules, actions) => {
        for (const story of told(rules, actions)) {
          expect(chargedMinutes(story, rules)).toBeLessThanOrEqual(story.authorisedMinutes);
          expect(spentMinutes(story)).toBeLessThanOrEqual(story.authorisedMinutes);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("work goes on beyond the first ceiling, so that the other laws say something (T3)", () => {
    const most = fc.sample(fc.tuple(anyTerms, anyActions), { numRuns: 100, seed: 26 }).map(([rules, actions]) => {
      const last = told(rules, actions).at(-1);
      return last === undefined ? 0 : chargedMinutes(last, rules) - rules.terms.authorisedMinutes;
    });
    expect(most.filter((minutes) => minutes > 0).length).toBeGreaterThan(10);
  });

  it("all that was spent is charged, less a start fee that was waived (T1, T2)", () => {
    fc.assert(
      fc.property(anyTerms, anyActions, (rules, actions) => {
        for (const story of told(rules, actions)) {
          const waived = story.startFeeWaivedAt === null ? 0 : story.ticket.startFeeMinutes;
          expect(chargedMinutes(story, rules)).toBe(spentMinutes(story) - waived);
        }
      }),
    );
  });

  it("what is left is the same by the entries and by the totals kept beside the ticket (T2)", () => {
    fc.assert(
      fc.property(anyTerms, anyActions, (rules, actions) => {
        for (const story of told(rules, actions)) {
          const { authorisedMinutes, ticket } = story;
          const limits = { startFeeMinutes: ticket.startFeeMinutes, authorisedMinutes };
          const entries = entriesByTheHour(story);
          const [administrationMinutes = 0, researchMinutes = 0, resolutionMinutes = 0] = steps.map((step) =>
            entries
              .filter((entry) => entry.isChargeable && entry.step === step)
              .reduce((sum, { start, end }) => sum + start.until(end).total("minutes"), 0),
          );
          const totals = { ...limits, administrationMinutes, researchMinutes, resolutionMinutes };
          for (const step of steps)
            expect(minutesLeftByTotals(step, totals)).toBe(minutesLeftFor(step, { ...limits, entries }));
        }
      }),
    );
  });
});
