import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flawsOf, tableOf, type TransitionTable, unexplainedOf, walk } from "../values/testing/lifecycle-table.ts";
import { possibleActions } from "../values/lifecycle.ts";
import {
  type ContractAction,
  contractActions,
  contractLifecycle,
  type ContractState,
  contractStateOn,
  contractStates,
  type RecordedContract,
} from "./contract-lifecycle.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const period = { startsOn: day("2026-11-01"), endsOn: day("2026-12-31") };

describe("the life of a contract (K1-K5)", () => {
  const accepted: TransitionTable<ContractState, ContractAction> = {
    draft: { revise: "draft", offer: "offered", withdraw: "withdrawn" },
    offered: { revise: "draft", sign: "signed", withdraw: "withdrawn", expire: "expired" },
    signed: { begin: "active", renew: "signed", terminate: "withdrawn" },
    active: { renew: "active", terminate: "terminated", expire: "expired" },
    terminated: {},
    expired: {},
    withdrawn: {},
  };

  it("has these transitions and no other", () => {
    expect(tableOf(contractLifecycle)).toEqual(accepted);
    expect(flawsOf(contractLifecycle, "draft")).toEqual([]);
  });

  it("explains every other by the state, what was tried and what is possible", () => {
    expect(unexplainedOf(contractLifecycle)).toEqual([]);
  });

  it("tells people what they can do, not what a date does", () => {
    expect(possibleActions(contractLifecycle, "signed")).toEqual(["renew", "terminate"]);
    expect(possibleActions(contractLifecycle, "active")).toEqual(["renew", "terminate"]);
    expect(possibleActions(contractLifecycle, "expired")).toEqual([]);
  });

  it("never leaves its states, and ends for good", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...contractActions), { maxLength: 20 }), (tried) => {
        const states = walk(contractLifecycle, "draft", tried);
        const over = states.findIndex((state) => ["terminated", "expired", "withdrawn"].includes(state));
        expect(states.every((state) => contractStates.includes(state))).toBe(true);
        expect(over === -1 || over === states.length - 1).toBe(true);
      }),
    );
  });
});

describe("the state of a contract on a date", () => {
  const signed: RecordedContract = { recorded: "signed", period };

  it("is signed until its first day, active through its last, then expired (K1, K4)", () => {
    expect(
      ["2026-10-31", "2026-11-01", "2026-12-31", "2027-01-01"].map((today) => contractStateOn(signed, day(today))),
    ).toEqual(["signed", "active", "active", "expired"]);
  });

  it("is offered while the year of its terms has a month left to start in, then expired (K4)", () => {
    const offered: RecordedContract = { recorded: "offered", offer: { termsYear: 2026, currentEndsOn: null } };
    expect(contractStateOn(offered, day("2026-11-30"))).toBe("offered");
    expect(contractStateOn(offered, day("2026-12-01"))).toBe("expired");
  });

  it("is otherwise what was recorded, on any date", () => {
    expect(contractStateOn({ recorded: "terminated", period }, day("2027-06-01"))).toBe("terminated");
    expect(contractStateOn({ recorded: "withdrawn" }, day("2026-11-01"))).toBe("withdrawn");
    const draft: RecordedContract = { recorded: "draft", offer: { termsYear: 2026, currentEndsOn: null } };
    expect(contractStateOn(draft, day("2027-06-01"))).toBe("draft");
  });

  it("goes from one to the next as the lifecycle says, as days pass", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (days) => {
        const today = day("2026-09-01").add({ days });
        const [before, after] = [today, today.add({ days: 1 })].map((date) => contractStateOn(signed, date));
        const byDate = contractLifecycle.transitions.filter((one) => one.by === "date");
        expect(
          before === after || byDate.some(({ from, to }) => to === after && from.some((one) => one === before)),
        ).toBe(true);
      }),
    );
  });
});
