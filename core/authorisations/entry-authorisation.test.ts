import { describe, expect, it } from "vitest";
import { authorisationsInForce, entryAuthorisation, type NameableAuthorisation } from "./entry-authorisation.ts";

const at = (time: string) => Temporal.Instant.from(`2026-11-23T${time}Z`);
const one = (
  id: string,
  state: NameableAuthorisation<string>["state"],
  time = "09:00",
): NameableAuthorisation<string> => ({
  id,
  state,
  decidedAt: state === "requested" ? null : at(time),
});
const ofTicket = [
  one("asked", "requested"),
  one("older", "approved", "09:00"),
  one("newest", "approved", "11:00"),
  one("between", "approved", "10:00"),
  one("done", "delivered", "12:00"),
  one("back", "withdrawn", "12:30"),
  one("no", "declined", "13:00"),
];
const named = (chosen: string | null | undefined, all = ofTicket) => {
  const found = entryAuthorisation(all, chosen);
  return found.ok ? (found.value?.id ?? null) : found.refusal.code;
};

describe("which authorisation an entry names (T3)", () => {
  it("is the one chosen", () => {
    expect(named("older")).toBe("older");
  });

  it("is the newest approval in force where nothing was chosen, and none without any", () => {
    expect(named(undefined)).toBe("newest");
    expect(named(undefined, [one("asked", "requested"), one("done", "delivered")])).toBeNull();
    expect(named(undefined, [])).toBeNull();
  });

  it("is none where ordinary work was chosen", () => {
    expect(named(null)).toBeNull();
  });

  it("is never one that was not approved, was delivered or withdrawn, or is another ticket's", () => {
    for (const id of ["asked", "done", "back", "no", "foreign"]) expect(named(id)).toBe("authorisation-not-in-force");
  });

  it("can be any in force, the newest first; of one moment the later made", () => {
    expect(authorisationsInForce(ofTicket).map(({ id }) => id)).toEqual(["newest", "between", "older"]);
    expect(authorisationsInForce([one("a", "approved"), one("b", "approved")]).map(({ id }) => id)).toEqual(["b", "a"]);
  });
});
