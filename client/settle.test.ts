import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { settle } from "./settle.ts";

const waits = { quietMilliseconds: 400, longestMilliseconds: 2000 };

describe("what runs after a burst", () => {
  const runs: number[] = [];
  const began = Date.parse("2026-11-30T09:00Z");
  beforeEach(() => {
    vi.useFakeTimers({ now: began });
    runs.length = 0;
  });
  afterEach(() => void vi.useRealTimers());
  const note = () => void runs.push(Date.now() - began);

  it("runs once, when it has been quiet for a moment", () => {
    const { soon } = settle(note, waits);
    soon();
    vi.advanceTimersByTime(300);
    soon();
    vi.advanceTimersByTime(10_000);
    expect(runs).toEqual([700]);
  });

  it("runs again and again while the calls never stop, and once after the last", () => {
    const { soon } = settle(note, waits);
    for (let calls = 0; calls < 20; calls += 1) {
      soon();
      vi.advanceTimersByTime(300);
    }
    vi.advanceTimersByTime(10_000);
    // The second burst begins with the first call after a run, at 2100 and at 4200.
    expect(runs).toEqual([2000, 4100, 6100]);
  });

  it("comes sooner than it was put off for, when it is called meanwhile", () => {
    const { soon, after } = settle(note, waits);
    after(3000);
    vi.advanceTimersByTime(1000);
    soon();
    vi.advanceTimersByTime(10_000);
    expect(runs).toEqual([1400]);
  });
});
