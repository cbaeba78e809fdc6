import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyScenario } from "../../test/support/arbitrary-work.ts";
import { chargeAll } from "../../test/support/charge-scenario.ts";
import { defaultTerms } from "../contracts/terms.ts";
import { monthOf } from "../values/month.ts";
import { exampleEntry, exampleTicket } from "./testing/charge-examples.ts";
import { chargeMonth } from "./charge-month.ts";
import { chargeWork, monthsOf, noWork, vatPositionIn } from "./charge-work.ts";
import { chargeRules } from "./rules.ts";

describe("the charges of all months", { timeout: 60_000 }, () => {
  it("are those of each month with all of the work", () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { work, rulesOf, timeZone } = scenario;
        const monthByMonth = monthsOf(work, timeZone).flatMap((month) => {
          const vatPosition = vatPositionIn(month, work.vatPositions);
          return chargeMonth({ ...work, vatPosition, month, rules: rulesOf(Number(month.slice(0, 4))) });
        });
        expect(chargeAll(scenario)).toEqual(monthByMonth);
      }),
    );
  });

  it("have those of a month of which an entry has only its first minute, and no month that it only touches (CE3)", () => {
    const months = (end: string) => {
      const entries = [exampleEntry("research", "2026-10-31T23:00+01:00", end)];
      return monthsOf({ ...noWork, entries }, "Europe/Amsterdam");
    };
    expect(months("2026-11-01T00:01+01:00")).toEqual(["2026-10", "2026-11"]);
    expect(months("2026-11-01T00:00+01:00")).toEqual(["2026-10"]);
  });

  it("have no month of which nothing is charged but work that is not (CE3)", () => {
    const entry = exampleEntry("research", "2026-10-05T10:00+02:00", "2026-10-05T11:00+02:00", { isChargeable: false });
    expect(monthsOf({ ...noWork, entries: [entry] }, "Europe/Amsterdam")).toEqual([]);
  });

  it.each(["America/New_York", "Pacific/Auckland", "UTC"])(
    "hold every minute once, in the provider's month, also under terms that were published with the time zone %s (CE3)",
    (timeZone) => {
      const first = Temporal.Instant.from("2026-10-30T12:00+01:00");
      const entries = Array.from({ length: 48 }, (_, hour) => {
        const start = first.add({ hours: hour });
        return exampleEntry("research", start.toString(), start.add({ minutes: 60 }).toString());
      });
      // Of one hour each, so that no other work has a month listed in which its minutes are looked for.
      const minutesOf = entries.map((entry) => {
        const work = { ...noWork, tickets: [exampleTicket({ isStartFeeWaived: true })], entries: [entry] };
        const rules = chargeRules({ ...defaultTerms(2026), timeZone });
        const charges = chargeWork(work, () => rules, { timeZone: "Europe/Amsterdam" });
        return charges.map(({ month, minutes }) => `${month} ${minutes}`);
      });
      expect(minutesOf).toEqual([
        ...Array.from({ length: 36 }, () => ["2026-10 60"]),
        ...Array.from({ length: 12 }, () => ["2026-11 60"]),
      ]);
    },
  );

  it("follow where the customer stood for VAT in each month, in whichever order that was said (CE5)", () => {
    const belgium = { from: monthOf("2026-03"), position: "eu-business" } as const;
    const norway = { from: monthOf("2026-10"), position: "outside-eu" } as const;
    for (const positions of [
      [belgium, norway],
      [norway, belgium],
    ])
      expect(
        ["2026-02", "2026-03", "2026-09", "2026-10"].map((month) => vatPositionIn(monthOf(month), positions)),
      ).toEqual(["domestic", "eu-business", "eu-business", "outside-eu"]);
  });

  it("are not those of an entry whose ticket is not there", () => {
    const entries = [exampleEntry("research", "2026-10-01T10:00+02:00", "2026-10-01T11:00+02:00")];
    const rules = chargeRules(defaultTerms(2026));
    const charge = () => chargeWork({ ...noWork, entries }, () => rules, { timeZone: "Europe/Amsterdam" });
    expect(charge).toThrow("is of a ticket that was not given");
  });
});
