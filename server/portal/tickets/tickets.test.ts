import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act, makeTicket, seated } from "../../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../../test/support/start-test-server.ts";
import { withdrawTicket } from "../../tickets/withdraw-ticket.ts";

/** The list on the page, without the parts that are new each time. */
const listOf = (page: string): string => /<main[^]*<\/main>/.exec(page)?.[0] ?? "";

describe("the customer's list of tickets", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
  });
  afterAll(async () => server.close());

  it("parts open from closed tickets", async () => {
    const browser = await server.browser(organisation.second);
    expect(await (await browser.get("/portal/tickets?status=closed")).text()).toContain("No closed tickets yet");
    await makeTicket(server.services, organisation, undefined, "Blijft open");
    const reference = await makeTicket(server.services, organisation, undefined, "Gaat weg");
    await act(server.services, seated(organisation), async (work) => withdrawTicket(work, { reference }));
    const open = await (await browser.get("/portal/tickets")).text();
    const closed = await (await browser.get("/portal/tickets?status=closed")).text();
    expect([open.includes("Blijft open"), open.includes("Gaat weg")]).toEqual([true, false]);
    expect([closed.includes("Blijft open"), closed.includes("Gaat weg"), closed.includes("Withdrawn")]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("goes on to a next page by key", async () => {
    const many = await makeOrganisation(server.services);
    for (let count = 1; count <= 26; count += 1)
      await makeTicket(server.services, many, undefined, `Reeks ${String(count).padStart(2, "0")}.`);
    const browser = await server.browser(many.first);
    const first = await (await browser.get("/portal/tickets")).text();
    expect([first.includes("Reeks 26."), first.includes("Reeks 01.")]).toEqual([true, false]);
    const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = await (await browser.get(next)).text();
    expect([second.includes("Reeks 02."), second.includes("Reeks 01.")]).toEqual([false, true]);
  });

  it("shows the open tickets for a view that is none", async () => {
    const browser = await server.browser(organisation.second);
    const plain = await (await browser.get("/portal/tickets")).text();
    for (const query of ["status=all", "status=open&status=closed", "after=%E2%98%83", "utm_source=mail&fbclid=x"]) {
      const answer = await browser.get(`/portal/tickets?${query}`);
      expect(answer.status).toBe(200);
      expect(listOf(await answer.text()), query).toBe(listOf(plain));
    }
  });

  it("shows nothing of others, and is for contacts", async () => {
    const other = await server.browser((await makeOrganisation(server.services)).first);
    expect(await (await other.get("/portal/tickets")).text()).not.toContain("Blijft open");
    expect((await fetch(new URL("/portal/tickets", server.url), { redirect: "manual" })).status).toBe(303);
    expect((await (await server.browser(await makeStaff(server.services))).get("/portal/tickets")).status).toBe(403);
  });
});
