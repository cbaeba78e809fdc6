import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { inReadingTransaction } from "../server/db/transaction.ts";
import type { Route } from "../server/http/route.ts";
import { countWaits } from "./support/count-waits.ts";
import { openSweep, type Sweep } from "./support/open-sweep.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";
import { nameOf } from "./support/sweep.ts";

/** A wait is a point at which nothing more can be sent before an answer arrives. One of them identifies the session. */
const most = 4;

describe("a route that is read", () => {
  let server: TestServer;
  let sweep: Sweep;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    sweep = await openSweep(server);
  });
  afterAll(async () => server.close());

  /** Other work of the process can only add to a count, so the smallest of several is the route's own. */
  async function waitsOf(route: Route): Promise<number> {
    const ask = async () => {
      const cookie = sweep.rightful(route);
      await sweep.send(route, { path: sweep.own(route), ...(cookie === undefined ? {} : { cookie }) });
    };
    await ask();
    let fewest = await countWaits(ask);
    for (let more = 0; more < 20 && fewest > most; more += 1) fewest = Math.min(fewest, await countWaits(ask));
    return fewest;
  }

  it(`waits for the database ${most} times at most`, async () => {
    const waits: Record<string, number> = {};
    for (const route of sweep.routes.filter(({ method }) => method === "GET"))
      waits[nameOf(route)] = await waitsOf(route);
    expect(Object.keys(waits).length).toBeGreaterThan(40);
    expect(waits["GET /desk/tickets/:reference"]).toBeGreaterThan(1);
    expect(Object.entries(waits).filter(([, count]) => count > most)).toEqual([]);
  }, 60_000);

  it("is counted truly: each answer that is waited for adds one", async () => {
    const ask = async (rounds: number, together: number) =>
      inReadingTransaction(server.services.databases, { kind: "system" }, async (tx) => {
        for (let round = 0; round < rounds; round += 1)
          await Promise.all(
            Array.from({ length: together }, async () => tx.selectFrom("terms").select("year").execute()),
          );
      });
    expect(await countWaits(async () => ask(1, 5))).toBe(1);
    expect(await countWaits(async () => ask(3, 1))).toBe(3);
    expect(await countWaits(async () => ask(3, 4))).toBe(3);
  });
});
