import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem, makeOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openVisitor } from "../../test/support/visitor.ts";

const many = 60;

describe("many wrong codes at once (R42)", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  it("are looked at or told to come back, each counted or not, while pages and health go on", async () => {
    const organisation = await makeOrganisation(server.services);
    const reader = await server.browser(organisation.first);
    const visitors = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const visitor = openVisitor(server);
        await visitor.post("/sign-in", { mailAddress: `nobody${index}@burst.example` });
        return visitor;
      }),
    );
    const guesses = Array.from({ length: many }, async (_, index) =>
      visitors[index % visitors.length]?.post("/sign-in/code", { code: "12345678" }),
    );
    const others = await Promise.all([
      reader.get("/portal"),
      openVisitor(server).get("/sign-in"),
      openVisitor(server).get("/healthz"),
    ]);
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200]);
    const answers = (await Promise.all(guesses)).filter((answer) => answer !== undefined);
    const looked = answers.filter(({ status }) => status === 422);
    const busy = answers.filter(({ status }) => status === 503);
    expect(looked.length + busy.length).toBe(many);
    expect(busy.length).toBeGreaterThan(0);
    for (const answer of busy) {
      expect(answer.headers.get("retry-after")).toBe("5");
      const html = await answer.text();
      expect(html).toContain("erg druk");
      expect(html).toContain('value="12345678"');
    }
    const counted = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx
        .selectFrom("sign_in_codes")
        .select((eb) => eb.fn.sum<string>("attempts").as("attempts"))
        .where("mailAddress", "like", "%@burst.example")
        .executeTakeFirstOrThrow(),
    );
    expect(Number(counted.attempts)).toBe(looked.length);
  }, 60_000);
});
