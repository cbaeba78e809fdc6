import { describe, expect, it } from "vitest";
import { administrationChecklist, openItems, warnOnLeavingAdministration } from "./checklist.ts";

describe("the checklist of the administration step (D1)", () => {
  it("is to assess, to ask what is missing, to call if need be, and to process", () => {
    expect(administrationChecklist.map(({ id }) => id)).toEqual([
      "assessed",
      "missing-information-asked",
      "phone-contact",
      "processed",
    ]);
  });

  it("needs asking and calling only where something is missing", () => {
    expect(openItems([])).toEqual(["assessed", "processed"]);
    expect(openItems([], { all: true })).toHaveLength(4);
    expect(openItems(["processed", "phone-contact"], { all: true })).toEqual(["assessed", "missing-information-asked"]);
  });

  it("warns who leaves the step with something open, in the list's order, and lets them go", () => {
    expect(warnOnLeavingAdministration(["phone-contact"])).toEqual({ openItems: ["assessed", "processed"] });
    expect(warnOnLeavingAdministration(["assessed"])).toEqual({ openItems: ["processed"] });
  });

  it("says nothing when what no ticket goes without is done", () => {
    expect(warnOnLeavingAdministration(["processed", "assessed"])).toBeNull();
  });
});
