import { describe, expect, it } from "vitest";
import { checkTimer, minutesOfTimer, type StoppedTimer } from "./timer.ts";

const at = (time: string) => Temporal.Instant.from(`2026-11-23T${time}Z`);
function stop(startedAt: string, stoppedAt: string, rest: Partial<StoppedTimer> = {}): string {
  const minutes = minutesOfTimer({
    startedAt: at(startedAt),
    stoppedAt: at(stoppedAt),
    closedAt: null,
    previousEnd: null,
    ...rest,
  });
  const time = (instant: Temporal.Instant) => instant.toString().slice(11, 16);
  return minutes.kind === "nothing" ? minutes.why : `${time(minutes.start)}-${time(minutes.end)}`;
}

describe("a timer's minutes", () => {
  it("are whole, both ends rounded down, so that one after another they neither overlap nor drift", () => {
    expect(stop("09:00:50", "09:12:10")).toBe("09:00-09:12");
    expect(stop("09:12:20", "09:20:59")).toBe("09:12-09:20");
  });

  it("are none when it ran for less than a minute, wherever on the clock that was", () => {
    expect(stop("09:00:10", "09:00:12")).toBe("too-short");
    expect(stop("09:00:59", "09:01:01")).toBe("too-short");
    expect(stop("09:00:10", "09:01:09.999")).toBe("too-short");
    expect(stop("09:00:10", "09:01:10")).toBe("09:00-09:01");
    expect(stop("09:00:10", "09:30:00", { closedAt: at("09:00:40") })).toBe("too-short");
    expect(stop("09:00:10", "09:30:00", { closedAt: at("08:59:00") })).toBe("too-short");
  });

  it("begin after a minute that is written down already, or are none", () => {
    expect(stop("09:00:30", "09:05:00", { previousEnd: at("09:01") })).toBe("09:01-09:05");
    expect(stop("09:00:30", "09:01:40", { previousEnd: at("09:01") })).toBe("written-already");
  });

  it("do not yield to more work than that minute: that is for the consultant to correct", () => {
    expect(stop("09:00:30", "09:30:00", { previousEnd: at("09:10") })).toBe("09:00-09:30");
  });

  it("end with the closing of the ticket", () => {
    expect(stop("09:00:00", "18:00:00", { closedAt: at("10:15:40") })).toBe("09:00-10:15");
    expect(stop("09:00:00", "10:00:00", { closedAt: at("10:15:40") })).toBe("09:00-10:00");
  });

  it("are asked about after four hours on end", () => {
    const codeOf = (end: string) => {
      const checked = checkTimer({ start: at("09:00"), end: at(end) });
      return checked.ok ? "ok" : checked.refusal.code;
    };
    expect(codeOf("13:00")).toBe("ok");
    expect(codeOf("13:01")).toBe("timer-forgotten");
  });
});
