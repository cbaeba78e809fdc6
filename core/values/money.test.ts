import { describe, expect, it } from "vitest";
import { limitTo } from "./money.ts";

describe("an amount limited to another", () => {
  it.each([
    ["the amount within it", 300n, 500n, 300n],
    ["the limit beyond it", 700n, 500n, 500n],
    ["the amount within it, below zero", -300n, -500n, -300n],
    ["the limit beyond it, below zero", -700n, -500n, -500n],
    ["nothing of the other sign", 300n, -500n, 0n],
    ["nothing of the other sign, below zero", -300n, 500n, 0n],
    ["nothing of nothing", 0n, 500n, 0n],
    ["nothing of nothing, below zero", 0n, -500n, 0n],
    ["nothing up to nothing", -300n, 0n, 0n],
  ])("is %s", (_, amount, limit, limited) => {
    expect(limitTo(amount, limit)).toBe(limited);
  });
});
