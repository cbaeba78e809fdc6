import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem, makeOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { inTransaction } from "../db/transaction.ts";
import { signContract } from "./sign-contract.ts";

describe("signing a contract", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  const year = () => server.services.now().toZonedDateTimeISO("Europe/Amsterdam").year;

  it("is refused when the one who signs is no signatory (P2)", async () => {
    const organisation = await makeOrganisation(server.services);
    const signing = { organisationId: organisation.id, signedBy: organisation.second, termsYear: year() };
    const signed = await asSystem(server.services, server.services.now(), async (work) => signContract(work, signing));
    expect(signed).toEqual({ ok: false, refusal: { code: "not-allowed" } });
  });

  it("is refused to a contact who only holds a seat, and to a signatory of another organisation", async () => {
    const organisation = await makeOrganisation(server.services);
    const other = await makeOrganisation(server.services);
    const signing = { organisationId: organisation.id, signedBy: organisation.first, termsYear: year() };
    const seated = {
      kind: "contact",
      personId: organisation.second,
      organisationId: organisation.id,
      seat: 2,
      isSignatory: false,
    } as const;
    const foreign = {
      kind: "contact",
      personId: other.first,
      organisationId: other.id,
      seat: 1,
      isSignatory: true,
    } as const;
    for (const actor of [seated, foreign]) {
      const signed = await inTransaction(server.services.databases, actor, async (tx) =>
        signContract({ tx, actor, now: server.services.now, reacts: false }, signing),
      );
      expect(signed).toEqual({ ok: false, refusal: { code: "not-allowed" } });
    }
  });

  it("is refused for a year without terms, and for one that has its contract (K1, K5)", async () => {
    const organisation = await makeOrganisation(server.services);
    const sign = async (termsYear: number) => {
      const signing = { organisationId: organisation.id, signedBy: organisation.first, termsYear };
      return asSystem(server.services, server.services.now(), async (work) => signContract(work, signing));
    };
    expect(await sign(year() + 5)).toEqual({
      ok: false,
      refusal: { code: "terms-not-published", year: year() + 5 },
    });
    expect(await sign(year())).toMatchObject({ refusal: { code: "transition-refused" } });
  });
});
