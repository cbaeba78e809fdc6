import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeTicket } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { query } from "../../test/embedded.ts";

const pasted = String.raw`\\nas01\share\_old\x en KANTOOR\_svc en **vet**`;

describe("what stands in a ticket", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let reference: string;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    reference = await makeTicket(server.services, organisation);
    const contact = await server.browser(organisation.first);
    const staff = await server.browser(await makeStaff(server.services));
    await contact.post(`/portal/tickets/${reference}/reply`, new URLSearchParams({ body: `klant: ${pasted}` }));
    const desk = `/api/desk/tickets/${reference}`;
    await staff.sendJson(`${desk}/pick-up`, {});
    await staff.sendJson(`${desk}/messages`, { body: `wij: ${pasted}` });
    await staff.sendJson(`${desk}/notes`, { body: `intern: ${pasted}` });
  });
  afterAll(async () => server.close());

  const pages = async (): Promise<readonly string[]> => {
    const contact = await server.browser(organisation.first);
    const staff = await server.browser(await makeStaff(server.services));
    return Promise.all([
      (await contact.get(`/portal/tickets/${reference}`)).text(),
      (await staff.get(`/desk/tickets/${reference}`)).text(),
    ]);
  };

  it("stands there as it was typed, on both faces", async () => {
    const [portal = "", desk = ""] = await pages();
    for (const page of [portal, desk]) {
      expect(page).toContain(`klant: ${pasted}`);
      expect(page).toContain(`wij: ${pasted}`);
    }
    expect(desk).toContain(`intern: ${pasted}`);
    expect(portal).not.toContain("intern:");
  });

  it("is read as Markdown when it is from before that, and the API says by which rules", async () => {
    const contact = await server.browser(organisation.first);
    const read = async () => (await (await contact.get(`/api/tickets/${reference}`)).json()) as Record<string, unknown>;
    expect(await read()).toMatchObject({
      markup: "as-typed",
      messages: [{ markup: "as-typed" }, { markup: "as-typed" }],
    });
    const [[id] = []] = await query(server.ownerUrl, `select id from tickets where reference = '${reference}'`);
    for (const [table, key] of [
      ["ticket_messages", "ticket_id"],
      ["ticket_notes", "ticket_id"],
      ["tickets", "id"],
    ] as const)
      await query(server.ownerUrl, `update ${table} set markup = 'markdown' where ${key} = '${String(id)}'`);
    expect(await read()).toMatchObject({
      markup: "markdown",
      messages: [{ markup: "markdown" }, { markup: "markdown" }],
    });
    const [portal = "", desk = ""] = await pages();
    for (const page of [portal, desk])
      expect(page).toContain(String.raw`wij: \nas01\share_old\x en KANTOOR_svc en <strong>vet</strong>`);
    expect(desk).toContain(String.raw`intern: \nas01\share_old\x`);
  });
});
