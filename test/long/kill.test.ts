import { expect, it } from "vitest";
import { killAgainAndAgain, type Victim } from "../support/kill-harness.ts";

it("the product survives a hundred kills of its server and fifty of its database", async () => {
  const round: Victim[] = ["server", "server", "database"];
  const report = await killAgainAndAgain(Array.from({ length: 50 }, () => round).flat(), (count, seconds) =>
    process.stdout.write(`kill ${count}: back after ${seconds.toFixed(1)} s\n`),
  );
  const of = (seconds: readonly number[]): string => {
    const sorted = seconds.toSorted((one, other) => one - other);
    return `p50 ${sorted[sorted.length >> 1]?.toFixed(1)} s, at most ${sorted.at(-1)?.toFixed(1)} s`;
  };
  const { writes, mails, otherEnds, secondsAway } = report;
  process.stdout.write(`
acknowledged ${writes.acknowledged}: lost ${writes.lost.length}, doubled ${writes.doubled.length}
mails ${mails.expected}: lost ${mails.lost}, sent twice under one Message-ID ${mails.repeated}, under another ${mails.unexpected}
came back by itself ${150 - otherEnds.length} times of 150
away after a kill of the server ${of(secondsAway.server)}
away after a kill of the database ${of(secondsAway.database)}
`);
  expect(report.refusals).toEqual([]);
  expect([writes.lost, writes.doubled]).toEqual([[], []]);
  expect(mails).toMatchObject({ lost: 0, unexpected: 0 });
  expect(mails.repeated).toBeLessThanOrEqual(150);
  expect([otherEnds, report.jobsLeft, report.exit]).toEqual([[], 0, [0, null]]);
});
