import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { defaultTerms } from "../../../core/contracts/terms.ts";
import { act } from "../../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { makeProvider } from "../../../test/support/make-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { publishTerms } from "../../contracts/publish-terms.ts";
import type { PersonId } from "../../../core/values/ids.ts";
import { listStillToDo } from "./list-still-to-do.ts";

describe("what is left before customers can be helped", () => {
  let server: TestServer;
  let administrator: PersonId;
  let desk: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    administrator = await makeStaff(server.services, "administrator");
    desk = await server.browser(administrator);
  });
  afterAll(async () => server.close());

  const left = async (at?: string, hasMail = true) => {
    const when = at === undefined ? undefined : Temporal.Instant.from(at);
    const actor = { kind: "administrator", personId: administrator } as const;
    const listed = await act(
      server.services,
      actor,
      async (work) => ({ ok: true, value: await listStillToDo(work, { isSet: hasMail }) }),
      when,
    );
    return listed.ok ? listed.value.map((item) => (item.kind === "terms" ? `terms ${item.year}` : item.kind)) : [];
  };

  it("is all of it on an empty server, each with its page", async () => {
    const { year } = localDateOf(server.services.now());
    expect(await left(`${year}-05-01T10:00Z`)).toEqual(["provider", `terms ${year}`, "colleagues", "customers"]);
    expect(await left(`${year}-05-01T10:00Z`, false)).toContain("mail");
    const html = await (await desk.get("/desk")).text();
    const pages = ["/desk/provider", `/desk/terms/new?year=${year}`, "/desk/staff", "/desk/organisations/new"];
    for (const page of pages) {
      expect(html).toContain(`href="${page}"`);
      expect((await desk.get(page)).status).toBe(200);
    }
  });

  it("becomes less with each that is done, and is no consultant's to see", async () => {
    const { year } = localDateOf(server.services.now());
    await makeProvider(server.services);
    const consultant = await server.browser(await makeStaff(server.services));
    expect(await left(`${year}-05-01T10:00Z`)).toEqual([`terms ${year}`, "customers"]);
    expect(await (await consultant.get("/desk")).text()).not.toContain("Nog te doen");
    await makeOrganisation(server.services);
    expect(await left(`${year}-05-01T10:00Z`)).toEqual([]);
  });

  it("names the coming year's terms from November on", async () => {
    const { year } = localDateOf(server.services.now());
    expect(await left(`${year}-10-31T12:00Z`)).toEqual([]);
    expect(await left(`${year}-11-01T12:00Z`)).toEqual([`terms ${year + 1}`]);
    await asSystem(server.services, server.services.now(), async (work) => publishTerms(work, defaultTerms(year + 1)));
    expect(await left(`${year}-11-01T12:00Z`)).toEqual([]);
    expect(await (await desk.get("/desk")).text()).not.toContain("Nog te doen");
  });
});
