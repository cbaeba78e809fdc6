import { expect, it } from "vitest";
import { type AuthorisationDeed, authorisationDeeds, type AuthorisationFacts } from "./authorisation-deeds.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const asked: AuthorisationFacts = {
  state: "requested",
  validUntil: day("2026-11-20"),
  today: day("2026-11-10"),
  ticket: { outcome: null },
};

const allowed = (changes: Partial<AuthorisationFacts>) =>
  Object.keys(authorisationDeeds).filter(
    (deed) => authorisationDeeds[deed as AuthorisationDeed]({ ...asked, ...changes }).ok,
  );

it("allows of a work order or quote what its lifecycle does on the day (T3)", () => {
  const undecided = ["authorisation.decide", "authorisation.withdraw"];
  expect(allowed({})).toEqual(undecided);
  expect(allowed({ today: day("2026-11-21") })).toEqual(undecided);
  expect(allowed({ state: "approved" })).toEqual([]);
  expect(allowed({ state: "approved", isFixedPrice: true })).toEqual([
    "authorisation.withdraw",
    "authorisation.deliver",
  ]);
  for (const state of ["declined", "withdrawn", "delivered"] as const)
    expect(allowed({ state, isFixedPrice: true })).toEqual([]);
});

it("allows no decision on a closed ticket, and says of a decided request that it is decided (T3, T4)", () => {
  const closed = { ...asked, ticket: { outcome: "solved" } } as const;
  expect(allowed(closed)).toEqual(["authorisation.withdraw"]);
  expect(authorisationDeeds["authorisation.decide"](closed)).toMatchObject({ refusal: { code: "ticket-closed" } });
  expect(authorisationDeeds["authorisation.decide"]({ ...closed, state: "approved" })).toMatchObject({
    refusal: { code: "authorisation-decided" },
  });
});
