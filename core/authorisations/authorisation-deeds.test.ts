import { expect, it } from "vitest";
import { type AuthorisationDeed, authorisationDeeds, type AuthorisationFacts } from "./authorisation-deeds.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const asked: AuthorisationFacts = { state: "requested", validUntil: day("2026-11-20"), today: day("2026-11-10") };

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
