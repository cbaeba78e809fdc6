import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { createTicketAt, logWork, makeProvider } from "../../test/support/make-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../test/support/start-test-server.ts";

const path = "/desk/months/2026-09";

describe("many month runs at once (R42)", () => {
  let server: TestServer;
  let desk: TestBrowser;
  let customer: TestOrganisation;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    desk = await server.browser(await makeStaff(server.services, "administrator"));
    customer = await worked("Een");
    await worked("Twee");
  });
  afterAll(async () => server.close());

  async function worked(name: string): Promise<TestOrganisation> {
    const organisation = await makeOrganisation(server.services, name);
    const { reference } = await createTicketAt(server.services, organisation, { at: "2026-09-07T09:00+02:00" });
    await logWork(server.services, await makeStaff(server.services), {
      reference,
      step: "research",
      start: "2026-09-07T10:00+02:00",
      end: "2026-09-07T10:50+02:00",
    });
    return organisation;
  }

  async function formOf(key: string): Promise<URLSearchParams> {
    const html = await (await desk.get(path)).text();
    const form = new URLSearchParams({ confirmed: "yes", idempotencyKey: key });
    for (const [, proposal = ""] of html.matchAll(/name="proposals\[\]"[^>]*value="([^"]+)"/g))
      form.append("proposals[]", proposal);
    expect(form.getAll("proposals[]")).toHaveLength(2);
    return form;
  }

  it("are each answered, issue every invoice once, and hold up nobody's page", async () => {
    const form = await formOf(randomUUID());
    const again = new URLSearchParams(form);
    again.set("idempotencyKey", randomUUID());
    const runs = Array.from({ length: 24 }, async (_, index) =>
      desk.post(`${path}/issue`, index % 2 === 0 ? form : again),
    );
    const reader = await server.browser(customer.first);
    const pages = await Promise.all(["/portal", "/portal/invoices", "/portal"].map(async (page) => reader.get(page)));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    const answers = await Promise.all(runs);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    // The same key means the same request, so it gets the first answer.
    const toasts = answers.map((answer) => answer.headers.getSetCookie().join());
    const [ofKey, ofOther] = [0, 1].map((of) => new Set(toasts.filter((_, index) => index % 2 === of)));
    expect([ofKey?.size, ofOther?.size]).toEqual([1, 1]);
    const numbers = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("invoices").select("number").orderBy("number").execute(),
    );
    expect(numbers.map(({ number }) => number.slice(-4))).toEqual(["0001", "0002"]);
  });
});
