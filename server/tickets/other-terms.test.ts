import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { defaultTerms } from "../../core/contracts/terms.ts";
import { asSystem, makeOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { publishTerms } from "../contracts/publish-terms.ts";

describe("a new ticket under the terms of another provider", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    const { services } = server;
    const year = services.now().toZonedDateTimeISO("UTC").year;
    await asSystem(services, services.now(), async (work) =>
      publishTerms(work, {
        ...defaultTerms(year),
        ticketsPerMonth: null,
        startFeeMinutes: 30,
        authorisedMinutes: 240,
        pickupAim: { days: 2, kind: "working" },
      }),
    );
  });
  afterAll(async () => server.close());

  it("names their aim, start fee and ceiling, and no limit (B3, T1, T2, T4)", async () => {
    const organisation = await makeOrganisation(server.services);
    const dutch = await (await (await server.browser(organisation.first)).get("/portal/tickets/new")).text();
    for (const words of ["binnen 2 werkdagen", "ticket 1 van deze maand", "€\u00a050,00", "hooguit 4:00\u00a0u"])
      expect(dutch).toContain(words);
    const english = await (await (await server.browser(organisation.second)).get("/portal/tickets/new")).text();
    expect(english).toContain("within 2 working days; there is no fixed deadline");
  });

  it("is confirmed with the same aim", async () => {
    const organisation = await makeOrganisation(server.services);
    const sent = await (
      await server.browser(organisation.first)
    ).post("/portal/tickets", {
      title: "Outlook hangt",
      description: "Sinds vanochtend.",
      idempotencyKey: randomUUID(),
    });
    const said = decodeURIComponent(sent.headers.getSetCookie().find((cookie) => cookie.includes("flash=")) ?? "");
    expect(said).toContain("We streven ernaar hem binnen 2 werkdagen op te pakken");
  });
});
