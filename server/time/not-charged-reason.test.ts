import { describe, expect, it } from "vitest";
import { beyondCeilingReason, wordNotChargedReason } from "./not-charged-reason.ts";

describe("why an entry is not charged", () => {
  it("is the product's reason in the reader's language, or what the consultant typed", () => {
    expect(wordNotChargedReason(beyondCeilingReason, "nl")).toBe("boven het urenplafond");
    expect(wordNotChargedReason(beyondCeilingReason, "en")).toBe("beyond the ceiling");
    expect(wordNotChargedReason("coulance", "en")).toBe("coulance");
  });
});
