import { describe, expect, it } from "vitest";
import { killAgainAndAgain } from "./support/kill-harness.ts";

// Its long form is test/long/kill.test.ts.
describe(
  "the product, when its processes are killed in the middle of their work (R33, R34)",
  { timeout: 180_000 },
  () => {
    it("loses and doubles nothing that it acknowledged, mails each receiver, and comes back by itself", async () => {
      const report = await killAgainAndAgain(["server", "database", "server"]);
      expect(report.refusals).toEqual([]);
      expect(report.writes.acknowledged).toBeGreaterThan(20);
      expect([report.writes.lost, report.writes.doubled]).toEqual([[], []]);
      expect(report.mails).toMatchObject({ lost: 0, unexpected: 0 });
      expect(report.mails.repeated).toBeLessThanOrEqual(3);
      expect([report.otherEnds, report.jobsLeft, report.exit]).toEqual([[], 0, [0, null]]);
    });
  },
);
