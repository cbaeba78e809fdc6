import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../server/db/transaction.ts";
import { tableClasses } from "../server/db/table-classes.ts";
import { growthOf } from "./support/growth-of-tables.ts";
import { openStatementWalk, type StatementWalk } from "./support/statement-walk.ts";

describe("every statement that is sent", () => {
  let walk: StatementWalk;
  beforeAll(async () => {
    walk = await openStatementWalk(20_000);
  }, 300_000);
  afterAll(async () => walk.close());

  it("reads no more as the history grows, planned once for all values", async () => {
    const { count, problems } = await walk.walk();
    expect(problems).toEqual([]);
    expect(count).toBeGreaterThan(150);
  }, 120_000);

  it.each([
    ["without an index", sql`select id from tickets where description like '%printer%'`, "tickets from end to end"],
    [
      "of all that ever was",
      sql`select count(*) from events where organisation_id = (select organisation_id
      from events group by 1 order by count(*) desc limit 1)`,
      "rows of events",
    ],
    ["that only suits some values", sql`select id from tickets where status = ${"open"}`, "tickets from end to end"],
    ["of all customers", sql`select name from organisations where language = 'en'`, "organisations from end to end"],
  ])("is refused when it is a reading %s", async (_, reading, problem) => {
    const { databases } = walk.server.services;
    const { problems } = await walk.explain("a planted page", async () => {
      await inTransaction(databases, { kind: "system" }, async (tx) => reading.execute(tx));
    });
    expect(problems.join("\n")).toContain(problem);
  });

  it("is judged by the growth of every table there is", () => {
    expect(Object.keys(growthOf).toSorted()).toEqual(Object.values(tableClasses).flat().toSorted());
  });
});
