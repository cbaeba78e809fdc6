import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeTicket } from "../../../test/support/act.ts";
import { makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { minuteOf } from "../../../core/time/time-entry.ts";

describe("a ticket with more time than its page holds", () => {
  let server: TestServer;
  let sanne: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    sanne = await server.browser(await makeStaff(server.services));
  });
  afterAll(async () => server.close());

  it("leads to all of it, page by page, each entry once, so that the oldest can be taken back too", async () => {
    const organisation = await makeOrganisation(server.services);
    const start = minuteOf(server.services.now().subtract({ hours: 20 }));
    const reference = await makeTicket(server.services, organisation, start);
    for (let index = 0; index < 85; index += 1) {
      const [from, until] = [start.add({ minutes: 2 * index }), start.add({ minutes: 2 * index + 1 })];
      const times = { start: from.toString(), end: until.toString(), step: "research" };
      const entry = { ...times, description: `Regel ${index}.`, isChargeable: false, reason: "coulance" };
      expect((await sanne.sendJson(`/api/desk/tickets/${reference}/time-entries`, entry)).status).toBe(201);
    }
    const first = `/desk/tickets/${reference}`;
    const seen: string[] = [];
    let pages = 0;
    for (let path: string | undefined = first; path !== undefined; pages += 1) {
      const html: string = await (await sanne.get(path)).text();
      seen.push(...(html.match(/Regel \d+\./g) ?? []));
      path = /href="([^"]*\?entries=[^"#]*)/.exec(html)?.[1];
    }
    expect(pages).toBe(3);
    expect(seen).toEqual(Array.from({ length: 85 }, (_, index) => `Regel ${84 - index}.`));
  });
});
