import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { defaultTerms } from "../../core/contracts/terms.ts";
import { act, codeOf } from "../../test/support/act.ts";
import { asSystem, makeOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { wordRefusal } from "../refusals/refusals.ts";
import { verifyChain } from "../verify/verify-chain.ts";
import { findTerms } from "./read-contracts.ts";
import { publishYearTerms } from "./publish-terms.ts";

const november = Temporal.Instant.from("2026-11-05T12:00Z");

describe("publishing the terms of a year (K5)", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeOrganisation(server.services);
  });
  afterAll(async () => server.close());

  const publish = async (year: number) =>
    codeOf(
      await act(
        server.services,
        { kind: "system" },
        async (work) => publishYearTerms(work, defaultTerms(year)),
        november,
      ),
    );

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
});
