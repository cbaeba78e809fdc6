import { describe, expect, it } from "vitest";
import { isGivenUpAfter, pauseAfter } from "./pauses.ts";

describe("the pauses between the tries of a job", () => {
  it("grow from two seconds to five minutes and stay there", () => {
    expect([1, 2, 3, 7, 8, 9, 10, 100, 5000].map(pauseAfter)).toEqual([2, 4, 8, 128, 256, 300, 300, 300, 300]);
  });

  it("end after three days of trying", () => {
    const tries = Array.from({ length: 2000 }, (_, index) => index + 1);
    const last = tries.find(isGivenUpAfter) ?? 0;
    const waited = tries.slice(0, last - 1).reduce((sum, count) => sum + pauseAfter(count), 0);
    expect(waited / 3600).toBeGreaterThanOrEqual(72);
    expect(waited / 3600).toBeLessThan(72.1);
    expect(tries.filter(isGivenUpAfter)).toEqual(tries.slice(last - 1));
  });
});
