import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../../test/support/start-test-server.ts";

describe("the text of a year's contract, on the desk", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  it("is one click from the organisation that has it, and reads as the customer's", async () => {
    const organisation = await makeOrganisation(server.services);
    const sanne = await server.browser(await makeStaff(server.services));
    const about = await (await sanne.get(`/desk/organisations/${organisation.id}`)).text();
    const link = /href="(\/desk\/terms\/\d{4})"/.exec(about)?.[1] ?? "";
    const html = await (await sanne.get(link)).text();
    for (const words of ["Maandag tot en met vrijdag van 9:00 tot 17:00", "15 tickets per kalendermaand", ' id="T2"'])
      expect(html).toContain(words);
  });

  it("is there only for a year with terms, and for staff", async () => {
    const organisation = await makeOrganisation(server.services);
    const sanne = await server.browser(await makeStaff(server.services));
    for (const year of ["2099", "1999", "twee", "2026.0"])
      expect((await sanne.get(`/desk/terms/${year}`)).status).toBe(404);
    expect((await (await server.browser(organisation.first)).get("/desk/terms/2026")).status).toBe(403);
    expect((await fetch(new URL("/desk/terms/2026", server.url), { redirect: "manual" })).status).toBe(303);
  });
});
