import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeTicket } from "../../../test/support/act.ts";
import { approveAt } from "../../../test/support/make-on-site.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import type { PersonId } from "../../../core/values/ids.ts";
import { paths } from "../../faces/paths.ts";

describe("stopping the timer on the page of its ticket", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let staff: PersonId;
  let sanne: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    staff = await makeStaff(server.services);
    sanne = await server.browser(staff);
  });
  afterAll(async () => server.close());

  const local = () => server.services.now().toZonedDateTimeISO("Europe/Amsterdam");
  async function wait(minutes: number): Promise<void> {
    const then = local().add({ minutes });
    const [date, time] = [then.toPlainDate(), then.toPlainTime().toString({ smallestUnit: "minute" })].map(String);
    await sanne.post("/demo/clock", { to: "chosen", date: date ?? "", time: time ?? "" });
  }
  const start = async (reference: string) => sanne.post(`/desk/tickets/${reference}/timer`, { step: "research" });
  const page = async (reference: string) => (await sanne.get(`/desk/tickets/${reference}`)).text();

  it("takes along what was done and what it was done under, however far the times were typed (T3)", async () => {
    const reference = await makeTicket(server.services, organisation);
    const to = { organisation, staff };
    const at = server.services.now();
    const validUntil = local().toPlainDate().add({ days: 10 });
    await approveAt(server.services, to, { reference, at, fixedPriceCents: 95_000n, validUntil });
    await start(reference);
    await wait(30);
    const shown = await page(reference);
    // Both the bar's button and the panel's belong to the form of time.
    expect(shown.match(/form="time-form"/g)).toHaveLength(2);
    const typed = { date: "", start: "9", end: "", duration: "", step: "research", reason: "" };
    const stopped = await sanne.post("/desk/timer/stop", {
      ...typed,
      description: "Logboeken nagelopen",
      under: "nothing",
    });
    expect(stopped.status).toBe(303);
    const html = await page(reference);
    expect(html).toContain("Logboeken nagelopen");
    // It is ordinary work beside the quote.
    expect(html).not.toContain("onderzoek · Offerte voor");
    expect(html).not.toContain("Daarnaast");
  });

  it("is offered on every page of the desk, also on one that shows a refused form", async () => {
    const reference = await makeTicket(server.services, organisation);
    await start(reference);
    const stop = 'action="/desk/timer/stop"';
    for (const path of [
      paths.desk.board,
      paths.desk.organisations,
      paths.desk.articles,
      paths.desk.invoices,
      "/desk/holidays",
    ])
      expect(await (await sanne.get(path)).text(), path).toContain(stop);
    const refused = await sanne.post(`/desk/tickets/${reference}/note`, { body: "" });
    expect([refused.status, (await refused.text()).includes(stop)]).toEqual([422, true]);
    await sanne.post("/desk/timer/stop", {});
    expect(await (await sanne.get(paths.desk.invoices)).text()).not.toContain(stop);
  });

  it("leaves nothing within a minute, says so, and keeps what was written beside it", async () => {
    const reference = await makeTicket(server.services, organisation);
    await start(reference);
    expect(toldBy(await sanne.post("/desk/timer/stop", {}))).toContain("korter dan een minuut");
    await start(reference);
    const stopped = await sanne.post("/desk/timer/stop", { description: "Was al eerder gedaan" });
    const html = await stopped.text();
    expect(html).toContain("korter dan een minuut");
    expect(html).toMatch(/value="Was al eerder gedaan"|Was al eerder gedaan<\/textarea>/);
    expect((await sanne.post("/desk/timer/stop", {})).status).toBe(409);
  });

  it("gives it back with what was written when the timer cannot be saved as it is", async () => {
    const reference = await makeTicket(server.services, organisation);
    await start(reference);
    await wait(300);
    const refused = await sanne.post("/desk/timer/stop", { description: "Na de lunch vergeten" });
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("Na de lunch vergeten")]);
    expect((await sanne.post("/desk/timer/discard", { date: "", description: "" })).status).toBe(303);
  });

  it("says so when nothing of it is charged (T2)", async () => {
    const reference = await makeTicket(server.services, organisation);
    await start(reference);
    await wait(121);
    expect(toldBy(await sanne.post("/desk/timer/stop", {}))).toMatch(/en 0:0\d.u als niet in rekening gebracht/);
    await start(reference);
    await wait(30);
    expect(toldBy(await sanne.post("/desk/timer/stop", {}))).toMatch(/is vastgelegd als niet in rekening gebracht/);
  });
});

function toldBy(answer: Response): string {
  const [, told = ""] = /flash=([^;]*)/.exec(answer.headers.get("set-cookie") ?? "") ?? [];
  return decodeURIComponent(told);
}
