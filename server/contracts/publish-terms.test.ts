import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { defaultTerms } from "../../core/contracts/terms.ts";
import { act, codeOf } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openDatabase, openPool } from "../db/connect.ts";
import { wordRefusal } from "../refusals/refusals.ts";
import { verifyChain } from "../verify/verify-chain.ts";
import { findTerms } from "./read-contracts.ts";
import { publishTerms, publishYearTerms } from "./publish-terms.ts";
import { signContract } from "./sign-contract.ts";

const november = Temporal.Instant.from("2026-11-05T12:00Z");

describe("publishing the terms of a year (K5)", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeOrganisation(server.services);
  });
  afterAll(async () => server.close());

  const publish = async (year: number, at = november) =>
    codeOf(
      await act(server.services, { kind: "system" }, async (work) => publishYearTerms(work, defaultTerms(year)), at),
    );

  it("is not for consultants: not-allowed", async () => {
    const consultant = { kind: "consultant", personId: await makeStaff(server.services) } as const;
    const tried = await act(server.services, consultant, async (work) => publishYearTerms(work, defaultTerms(2031)));
    expect(codeOf(tried)).toBe("not-allowed");
  });

  it("makes them the terms of that year, on record", async () => {
    const terms = { ...defaultTerms(2030), paymentDays: 30 };
    expect(
      codeOf(await act(server.services, { kind: "system" }, async (work) => publishYearTerms(work, terms), november)),
    ).toBe("ok");
    await asSystem(server.services, november, async ({ tx }) => {
      expect(await findTerms(tx, 2030)).toEqual(terms);
      const events = await tx
        .selectFrom("provider_events")
        .select(["kind", "subject"])
        .where("subject", "=", "2030")
        .execute();
      expect(events).toEqual([{ kind: "terms-published", subject: "2030" }]);
      expect((await verifyChain(tx, null)).broken).toBeNull();
    });
  });

  it("is refused for a year that has them", async () => {
    expect([await publish(2031), await publish(2031), await publish(2026)]).toEqual([
      "ok",
      "terms-already-published",
      "terms-already-published",
    ]);
  });

  it("is refused when they go by another clock than the provider's, in words (M4)", async () => {
    const elsewhere = { ...defaultTerms(2033), timeZone: "America/New_York" };
    const refused = await act(
      server.services,
      { kind: "system" },
      async (work) => publishYearTerms(work, elsewhere),
      november,
    );
    expect(codeOf(refused)).toBe("terms-other-time-zone");
    for (const language of ["nl", "en"] as const)
      expect(refused.ok ? "" : wordRefusal(refused.refusal, language)).toMatch(
        /2033 .* America\/New_York, .* Europe\/Amsterdam/,
      );
  });

  it("happens once when two do it at the same moment", async () => {
    const answers = await Promise.all([publish(2032), publish(2032), publish(2032)]);
    expect(answers.toSorted()).toEqual(["ok", "terms-already-published", "terms-already-published"]);
  });

  it("is refused for a running year when they were published and signed while it looked (K4)", async () => {
    const { id, first } = await makeOrganisation(server.services);
    const [autumn, spring] = [Temporal.Instant.from("2033-11-05T12:00Z"), Temporal.Instant.from("2034-03-05T12:00Z")];
    const [locked, mayPublish] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    // Only the owner may lock a table. So the contracts are read after the years were.
    const pool = openPool({ url: server.ownerUrl, max: 1, name: "test", onError: () => undefined });
    const owner = openDatabase(pool);
    const signing = asSystem(
      { ...server.services, databases: { portal: owner, desk: owner } },
      autumn,
      async (work) => {
        await sql`lock table contracts in access exclusive mode`.execute(work.tx);
        locked.resolve();
        await mayPublish.promise;
        await publishTerms(work, defaultTerms(2034));
        return signContract(work, { organisationId: id, signedBy: first, termsYear: 2034 });
      },
    );
    await locked.promise;
    const late = publish(2034, spring);
    await expect
      .poll(async () =>
        asSystem(server.services, spring, async ({ tx }) => {
          const waiting = sql`select from pg_locks
            where not granted and relation = 'contracts'::regclass and database = (select oid from pg_database where datname = current_database())`;
          return (await waiting.execute(tx)).rows.length;
        }),
      )
      .toBe(1);
    mayPublish.resolve();
    expect([codeOf(await signing), await late]).toEqual(["ok", "terms-year-begun"]);
    await pool.end();
  });
});
