import { afterAll, beforeAll, expect, it } from "vitest";
import { openStatementWalk, type StatementWalk } from "../support/statement-walk.ts";

let walk: StatementWalk;
beforeAll(async () => {
  walk = await openStatementWalk(1_000_000);
}, 7_200_000);
afterAll(async () => walk.close());

it("reads no more with a million tickets of ten thousand organisations", async () => {
  expect((await walk.walk()).problems).toEqual([]);
});
