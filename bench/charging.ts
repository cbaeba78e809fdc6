import { chargeMonth } from "../core/charges/charge-month.ts";
import type { MonthToCharge } from "../core/charges/charged-work.ts";
import { chargeRules } from "../core/charges/rules.ts";
import { defaultTerms } from "../core/contracts/terms.ts";
import { steps } from "../core/tickets/step.ts";
import { monthOf } from "../core/values/month.ts";
import { type Figure, percentile } from "./figures.ts";

const organisations = 1000;
const ticketsOfMonth = 15;
const entriesOfTicket = 4;

/**
 * One organisation's busy October: fifteen tickets of four entries each, all charged, in all windows, half of them
 * agreed to outside hours.
 */
function monthOfOrganisation(index: number): Pick<MonthToCharge, "tickets" | "entries"> {
  const begin = Temporal.Instant.from("2026-10-01T06:00Z").add({ minutes: (index * 37) % 600 });
  const tickets = Array.from({ length: ticketsOfMonth }, (_, place) => ({
    id: `t${index}-${place}`,
    reference: `K26-${index}-${place}`,
    createdAt: begin.add({ hours: place * 47 }),
    isAdditional: false,
    numberInMonth: place + 1,
    startFeeMinutes: 15,
    outsideHoursAgreedAt: place % 2 === 0 ? begin : null,
  }));
  const entries = tickets.flatMap((ticket) =>
    Array.from({ length: entriesOfTicket }, (_, place) => {
      const start = ticket.createdAt.add({ minutes: 10 + place * 155 });
      const step = steps[Math.min(place, steps.length - 1)] ?? "research";
      const end = start.add({ minutes: 25 + ((index + place) % 40) });
      return { id: `${ticket.id} ${place}`, ticketId: ticket.id, step, start, end, isChargeable: true };
    }),
  );
  return { tickets, entries };
}

/** The lower bound of charging: one pass over the same entries that only sums their minutes. */
function sumMinutes({ entries }: Pick<MonthToCharge, "entries">): number {
  let minutes = 0;
  for (const { start, end } of entries) minutes += (end.epochMilliseconds - start.epochMilliseconds) / 60_000;
  return minutes;
}

/**
 * Core alone: the month of one organisation, and of a thousand organisations in one process under the same terms,
 * beside the lower bound from the same run.
 */
export function benchCharging(): Figure[] {
  const rules = chargeRules(defaultTerms(2026));
  const month = monthOf("2026-10");
  const all = Array.from({ length: organisations }, (_, index) => ({ rules, month, ...monthOfOrganisation(index) }));
  // Rounds for the compiler. Their answers are used, so that it removes nothing as useless.
  let used = 0;
  for (let round = 0; round < 3; round += 1)
    for (const work of all) used += chargeMonth(work).length + sumMinutes(work);
  const singles: number[] = [];
  const bounds: number[] = [];
  const runs: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const startedAt = performance.now();
    for (const work of all) {
      const before = performance.now();
      used += chargeMonth(work).length;
      singles.push((performance.now() - before) * 1000);
    }
    runs.push(performance.now() - startedAt);
    const boundAt = performance.now();
    for (const work of all) used += sumMinutes(work);
    bounds.push(((performance.now() - boundAt) * 1000) / organisations);
  }
  if (used === 0) throw new Error("nothing was charged");
  const [single, bound] = [percentile(singles, 0.5), percentile(bounds, 0.5)];
  const entries = ticketsOfMonth * entriesOfTicket;
  return [
    {
      what: `charging one organisation's month (${ticketsOfMonth} tickets, ${entries} entries), p50`,
      value: single,
      unit: "µs",
      budget: 300,
    },
    { what: "the same, p95", value: percentile(singles, 0.95), unit: "µs", budget: 1000 },
    { what: "lower bound: summing the same entries' minutes", value: bound, unit: "µs" },
    { what: "charging in multiples of the bound", value: single / bound, unit: "times", budget: 20 },
    { what: `charging ${organisations} organisations' month in one process`, value: percentile(runs, 0.5), unit: "ms" },
  ];
}
