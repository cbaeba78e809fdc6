import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flawsOf, tableOf, type TransitionTable, unexplainedOf, walk } from "../values/testing/lifecycle-table.ts";
import { outcomes, resolvedOutcomes } from "./outcome.ts";
import { type Step, stepLifecycle, steps } from "./step.ts";
import {
  advanceTicket,
  stageOf,
  type TicketAction,
  ticketActions,
  ticketLifecycle,
  type TicketStage,
  ticketStages,
} from "./ticket-lifecycle.ts";
import { actionThatGives, type TurnAction, turnActions, turnLifecycle, type Waiting, waitings } from "./turn.ts";

describe("the life of a ticket (S1, T4, CE8)", () => {
  const accepted: TransitionTable<TicketStage, TicketAction> = {
    open: {
      "work-on": "open",
      resolve: "resolved",
      withdraw: "withdrawn",
      merge: "duplicate",
      "end-with-contract": "ended-with-contract",
    },
    resolved: { reopen: "open" },
    withdrawn: {},
    duplicate: {},
    "ended-with-contract": {},
  };

  it("has these transitions and no other, each refusal explained", () => {
    expect(tableOf(ticketLifecycle)).toEqual(accepted);
    expect(flawsOf(ticketLifecycle, "open")).toEqual([]);
    expect(unexplainedOf(ticketLifecycle)).toEqual([]);
  });

  it("never leaves its stages, and opens again by reopening alone (T4)", () => {
    const withoutReopening = ticketActions.filter((action) => action !== "reopen");
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ticketActions), { maxLength: 20 }),
        fc.constantFrom(...ticketStages.filter((stage) => stage !== "open")),
        fc.array(fc.constantFrom(...withoutReopening), { maxLength: 20 }),
        (tried, closed, later) => {
          expect(walk(ticketLifecycle, "open", tried).every((stage) => ticketStages.includes(stage))).toBe(true);
          expect(walk(ticketLifecycle, closed, later)).toEqual([closed]);
        },
      ),
    );
  });

  it("is open without an outcome, and each outcome has its stage (S1)", () => {
    expect(stageOf({ outcome: null })).toBe("open");
    expect(resolvedOutcomes.map((outcome) => stageOf({ outcome }))).toEqual(resolvedOutcomes.map(() => "resolved"));
    const others = outcomes.map((outcome) => stageOf({ outcome })).filter((stage) => stage !== "resolved");
    expect(others).toEqual(["withdrawn", "duplicate", "ended-with-contract"]);
  });

  it("answers ticket-closed to whatever else is done to a closed one, whatever its outcome (S1)", () => {
    for (const outcome of outcomes)
      for (const action of ticketActions.filter((each) => each !== "reopen"))
        expect(advanceTicket({ outcome }, action)).toEqual({ ok: false, refusal: { code: "ticket-closed" } });
  });

  it("explains to who reopens an open one what can be done with it", () => {
    expect(advanceTicket({ outcome: null }, "reopen")).toEqual({
      ok: false,
      refusal: {
        code: "transition-refused",
        thing: "ticket",
        from: "open",
        action: "reopen",
        possible: ["work-on", "resolve", "withdraw", "merge"],
      },
    });
  });
});

describe("the turn on an open ticket (D1, T3, S2)", () => {
  const anywhere = {
    answer: "provider",
    "go-on": "provider",
    "ask-customer": "customer",
    "await-microsoft": "microsoft",
    plan: "planning",
  } as const;
  const accepted: TransitionTable<Waiting, TurnAction> = {
    provider: { ...anywhere, "request-authorisation": "authorisation" },
    customer: { ...anywhere, "request-authorisation": "authorisation" },
    authorisation: anywhere,
    microsoft: { ...anywhere, "request-authorisation": "authorisation" },
    planning: { ...anywhere, "request-authorisation": "authorisation" },
  };

  it("has these transitions and no other, each refusal explained", () => {
    expect(tableOf(turnLifecycle)).toEqual(accepted);
    expect(flawsOf(turnLifecycle, "provider")).toEqual([]);
    expect(unexplainedOf(turnLifecycle)).toEqual([]);
  });

  it("is given to each by the action that gives it", () => {
    const given = waitings.map((waiting) => walk(turnLifecycle, "provider", [actionThatGives[waiting]]).at(-1));
    expect(given).toEqual(waitings);
  });

  it("comes back to the provider with the customer's answer, whatever happened before (D1)", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...turnActions), { maxLength: 20 }), (tried) => {
        const turns = walk(turnLifecycle, "provider", [...tried, "answer"]);
        expect(turns.every((turn) => waitings.includes(turn))).toBe(true);
        expect(turns.at(-1)).toBe("provider");
      }),
    );
  });
});

describe("the steps of an open ticket (D1-D3)", () => {
  const accepted: TransitionTable<Step, Step> = {
    administration: { administration: "administration", research: "research", resolution: "resolution" },
    research: { research: "research", resolution: "resolution" },
    resolution: { resolution: "resolution" },
  };

  it("go forward or stay, and never go back, each refusal explained", () => {
    expect(tableOf(stepLifecycle)).toEqual(accepted);
    expect(flawsOf(stepLifecycle, "administration")).toEqual([]);
    expect(unexplainedOf(stepLifecycle)).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 20 }), (tried) => {
        const places = walk(stepLifecycle, "administration", tried).map((step) => steps.indexOf(step));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });
});
