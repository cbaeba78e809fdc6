import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyScenario, type Scenario } from "../../test/support/arbitrary-work.ts";
import { addMonths, monthOf, type Month } from "../values/month.ts";
import { chargeMonth } from "./charge-month.ts";
import { vatPositionIn } from "./charge-work.ts";
import type { Charge } from "./charge.ts";
import type { Forgiveness } from "./charged-work.ts";
import { naiveCharges, type NaiveLine, type NaiveRules } from "./testing/naive-charging.ts";
import { naiveTotals } from "./testing/naive-money.ts";
import { totalsOf } from "./totals.ts";

/** What a credit forgave of the line of a place in the month: some parts of four of it. */
interface Forgiving {
  readonly place: number;
  readonly quarters: number;
}

const anyForgiving: fc.Arbitrary<readonly Forgiving[]> = fc.array(
  fc.record({ place: fc.nat({ max: 20 }), quarters: fc.integer({ min: 0, max: 5 }) }),
  { maxLength: 3 },
);

const anyMonth = fc.constantFrom(0, 0, 0, 1, -1);

function forgivenOf(lines: readonly NaiveLine[], forgiving: readonly Forgiving[], month: Month): Forgiveness[] {
  return forgiving.flatMap(({ place, quarters }) => {
    const line = lines[place % lines.length];
    if (line === undefined) return [];
    const { ticketId, window, sourceId, vat } = line;
    const part = (whole: number) => Math.trunc((whole * quarters) / 4);
    const key = { ticketId, month, kind: kindOf(line), window, sourceId, vat };
    const amountCents = BigInt(part(line.amountCents));
    return [{ key, minutes: part(line.minutes), amountCents, reason: "sorry", creditNote: "2026-0009" }];
  });
}

function kindOf({ kind }: NaiveLine): Charge["kind"] {
  const kinds: readonly Charge["kind"][] = ["start-fee", "work", "quote", "visit", "travel", "cost", "correction"];
  const found = kinds.find((each) => each === kind);
  if (found === undefined) throw new Error(`no kind of charge: ${kind}`);
  return found;
}

function naively({ work, ...scenario }: Scenario, month: Month, forgiven: readonly Forgiveness[]) {
  const rulesOf = (year: number): NaiveRules => ({
    terms: scenario.termsOf(year),
    ownHolidays: scenario.ownHolidays,
  });
  const held = new Map([...scenario.heldYears].map(([id, year]) => [id, rulesOf(year)]));
  const vatPosition = vatPositionIn(month, work.vatPositions);
  return naiveCharges({ ...work, forgiven, month, vatPosition, held, rules: rulesOf(Number(month.slice(0, 4))) });
}

function charged({ work, rulesOf }: Scenario, month: Month, forgiven: readonly Forgiveness[]): readonly Charge[] {
  const vatPosition = vatPositionIn(month, work.vatPositions);
  return chargeMonth({ ...work, forgiven, month, vatPosition, rules: rulesOf(Number(month.slice(0, 4))) });
}

const textOf = (line: NaiveLine | Charge) =>
  [
    line.ticketId,
    line.kind,
    line.window,
    line.sourceId,
    line.vat.category,
    line.vat.percent,
    `${line.minutes} min x ${line.hourlyRateCents} = ${line.amountCents}`,
  ].join(" ");

describe("the charges of any month (CE1 to CE7)", () => {
  it("are those of counting minute by minute", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyScenario, anyMonth, anyForgiving, (scenario, later, forgiving) => {
        const month = addMonths(monthOf(scenario.stage.slice(0, 7)), later);
        const forgiven = forgivenOf(naively(scenario, month, []), forgiving, month);
        const expected = naively(scenario, month, forgiven);
        const actual = charged(scenario, month, forgiven);
        expect(actual.map(textOf).toSorted()).toEqual(expected.map(textOf).toSorted());
        const { subtotalCents, vatCents, totalCents, vat } = totalsOf(actual);
        const vatByRate = Object.fromEntries(
          vat.map((one) => [`${one.category} ${one.percent}`, Number(one.vatCents)]),
        );
        expect({
          subtotalCents: Number(subtotalCents),
          vatCents: Number(vatCents),
          totalCents: Number(totalCents),
          vatByRate,
        }).toEqual(naiveTotals(expected));
      }),
      { numRuns: 300 },
    );
  });
});
