import { describe, expect, it } from "vitest";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Identity } from "./identity.ts";
import { type OwnerMatch, matchOwner, sentOwner, formOwnerOf } from "./form-owner.ts";

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

describe("the owner of a form", () => {
  it.each<[string, string | null, Identity | null, OwnerMatch]>([
    ["the same person and organisation", "anna.first", contact, "same"],
    ["the same person for another organisation", "anna.second", contact, "other-organisation"],
    ["the same person before they chose one", "anna.", contact, "other-organisation"],
    ["the same person, as staff", "anna.", consultant, "same"],
    ["another person of the organisation", "bram.first", contact, "other-person"],
    ["nobody", ".", contact, "other-person"],
    ["a person whose name begins the same", "ann.first", contact, "other-person"],
    ["more than a person and an organisation", "anna.first.", contact, "other-organisation"],
    ["an empty text", "", contact, "other-person"],
    ["nobody that it says", null, contact, "unknown"],
    ["somebody, when nobody is signed in", "anna.first", null, "other-person"],
  ])("is compared as a whole: %s", (_, owner, identity, match) => {
    expect(matchOwner(owner, identity, { checksOwner: "person-and-organisation" })).toBe(match);
  });

  it.each<[string, string | null, Identity | null, OwnerMatch]>([
    ["the same person", "anna.second", contact, "same"],
    ["nobody yet", ".", contact, "same"],
    ["somebody who signed out meanwhile", "anna.first", null, "same"],
    ["another person", "bram.first", contact, "other-person"],
    ["nobody that it says", null, contact, "unknown"],
  ])("is compared by the person alone where no organisation acts: %s", (_, owner, identity, match) => {
    expect(matchOwner(owner, identity, { checksOwner: "person" })).toBe(match);
  });

  it("does not matter to who says anew who they are", () => {
    expect(matchOwner(null, contact, { checksOwner: "nobody" })).toBe("same");
  });

  it("is said once, or not at all", () => {
    expect(sentOwner({ madeFor: [formOwnerOf(contact)] })).toBe("anna.first");
    expect(sentOwner({ madeFor: ["anna.first", "anna.second"] })).toBeNull();
    expect(sentOwner({})).toBeNull();
  });
});
