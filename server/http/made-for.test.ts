import { describe, expect, it } from "vitest";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Identity } from "./identity.ts";
import { type Fit, fitOf, madeForOf, ownerOf } from "./made-for.ts";

const endsAt = Temporal.Instant.from("2026-11-23T12:00:00Z");
const common = { sessionId: "s", endsAt, personName: "Anna", language: "nl", organisationCount: 2 } as const;
const personId = "anna" as PersonId;
const organisationId = "first" as OrganisationId;
const contact: Identity = {
  ...common,
  personId,
  organisationName: "De Eerste",
  actor: { kind: "contact", personId, organisationId, seat: 1, isSignatory: false },
};
const consultant: Identity = {
  ...common,
  personId,
  organisationName: null,
  actor: { kind: "consultant", personId },
};

describe("whom a form was made for", () => {
  it.each<[string, string | null, Identity | null, Fit]>([
    ["the same person and organisation", "anna.first", contact, "fits"],
    ["the same person for another organisation", "anna.second", contact, "other-organisation"],
    ["the same person before they chose one", "anna.", contact, "other-organisation"],
    ["the same person, as staff", "anna.", consultant, "fits"],
    ["another person of the organisation", "bram.first", contact, "other-person"],
    ["nobody", ".", contact, "other-person"],
    ["a person whose name begins the same", "ann.first", contact, "other-person"],
    ["more than a person and an organisation", "anna.first.", contact, "other-organisation"],
    ["an empty text", "", contact, "other-person"],
    ["nobody that it says", null, contact, "unsaid"],
    ["somebody, when nobody is signed in", "anna.first", null, "other-person"],
  ])("is judged as a whole: %s", (_, madeFor, identity, fit) => {
    expect(fitOf(madeFor, identity, { heeds: "person-and-organisation" })).toBe(fit);
  });

  it.each<[string, string | null, Identity | null, Fit]>([
    ["the same person", "anna.second", contact, "fits"],
    ["nobody yet", ".", contact, "fits"],
    ["somebody who signed out meanwhile", "anna.first", null, "fits"],
    ["another person", "bram.first", contact, "other-person"],
    ["nobody that it says", null, contact, "unsaid"],
  ])("is judged by the person alone where no organisation acts: %s", (_, madeFor, identity, fit) => {
    expect(fitOf(madeFor, identity, { heeds: "person" })).toBe(fit);
  });

  it("does not matter to who says anew who they are", () => {
    expect(fitOf(null, contact, { heeds: "nobody" })).toBe("fits");
  });

  it("is said once, or not at all", () => {
    expect(madeForOf({ madeFor: [ownerOf(contact)] })).toBe("anna.first");
    expect(madeForOf({ madeFor: ["anna.first", "anna.second"] })).toBeNull();
    expect(madeForOf({})).toBeNull();
  });
});
