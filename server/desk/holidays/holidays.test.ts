import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { monthOf } from "../../../core/values/month.ts";
import { makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { issueMonthOf, makeProvider, makeSeptemberWork } from "../../../test/support/make-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";

const path = "/desk/holidays";
const removal = `${path}/remove`;
const api = "/api/desk/holidays";

describe("the page of days off (CE2)", () => {
  let server: TestServer;
  let marieke: TestBrowser;
  let sanne: TestBrowser;
  let anna: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    const administrator = await makeStaff(server.services, "administrator");
    const september = await makeSeptemberWork(server.services);
    const month = monthOf("2026-09");
    await issueMonthOf(server.services, administrator, {
      organisationId: september.id,
      month,
      at: "2026-11-01T08:00Z",
    });
    marieke = await server.browser(administrator);
    sanne = await server.browser(await makeStaff(server.services));
    anna = await server.browser((await makeOrganisation(server.services)).first);
  });
  afterAll(async () => server.close());

  const add = async (on: string, name: string, browser = marieke) =>
    browser.post(path, { on, name, idempotencyKey: randomUUID() });
  const text = async (answer: Response | Promise<Response>) => (await answer).text();

  it("sends who is signed out to sign in, and turns contacts away", async () => {
    const signedOut = await fetch(new URL(path, server.url), { redirect: "manual" });
    expect([signedOut.status, signedOut.headers.get("location")]).toEqual([303, "/sign-in?next=%2Fdesk%2Fholidays"]);
    expect((await fetch(new URL(`${api}?year=2026`, server.url))).status).toBe(401);
    expect((await anna.get(path)).status).toBe(403);
    expect((await add("2027-12-24", "Vrij", anna)).status).toBe(403);
  });

  it("shows consultants a year's days, and lets them change nothing", async () => {
    const page = await text(sanne.get(`${path}?year=2027`));
    for (const words of ["ma 29 mrt", "Tweede paasdag", "Koningsdag", "Geen eigen vrije dagen in 2027"])
      expect(page).toContain(words);
    expect(page).not.toContain("Vrije dag toevoegen");
    expect((await add("2027-12-24", "Vrij", sanne)).status).toBe(403);
    expect((await sanne.post(removal, { on: "2027-12-24" })).status).toBe(403);
    expect((await sanne.sendJson(api, { on: "2027-12-24", name: "Vrij" })).status).toBe(403);
  });

  it("lets an administrator add a day and take it off again, and says so", async () => {
    const added = await add("2027-05-07", "Brugdag");
    expect([added.status, added.headers.get("location")]).toEqual([303, `${path}?year=2027`]);
    const page = await text(marieke.get(`${path}?year=2027`));
    expect(page).toContain("Brugdag");
    expect(page).toContain("Haal vr 7 mei weg");
    expect(await text(sanne.get(`${path}?year=2027`))).toContain("Brugdag");
    expect((await marieke.post(removal, { on: "2027-05-07" })).status).toBe(303);
    expect(await text(marieke.get(`${path}?year=2027`))).not.toContain("Brugdag");
  });

  it("shows the form again with what was typed and what is wrong, beneath its field", async () => {
    const holiday = await add("2027-12-25", "Kerst");
    expect(holiday.status).toBe(409);
    const page = await holiday.text();
    expect(page).toContain("25 dec 2027 is al een vrije dag.");
    expect(page).toContain('value="Kerst"');
    expect(page).toMatch(/id="field-on-error"/);
    const nothing = await add("", "");
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toMatch(/id="field-on-error"[\s\S]*id="field-name-error"/);
    expect((await add("2100-01-01", "Te ver")).status).toBe(422);
  });

  it("keeps an invoiced month as it is, and says which", async () => {
    expect(await text(add("2026-09-21", "Uitje"))).toContain("Over september 2026 is al gefactureerd.");
    const missing = await marieke.post(removal, { on: "2026-09-22" });
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain("Dit bestaat niet");
  });

  it("is one of this year without being asked for another, and knows 2000-2099", async () => {
    expect(await text(marieke.get(path))).toContain(
      String(server.services.now().toZonedDateTimeISO("Europe/Amsterdam").year),
    );
    expect((await marieke.get(`${path}?year=2099`)).status).toBe(200);
    expect((await marieke.get(`${path}?year=2000`)).status).toBe(200);
    // The page cannot show another century's year, so it shows this one.
    expect((await marieke.get(`${path}?year=2100`)).status).toBe(200);
    expect((await marieke.get(`${api}?year=2100`)).status).toBe(422);
  });

  it("is linked from the end of a month, where administrators are, and from everybody's board", async () => {
    expect(await text(marieke.get("/desk/months"))).toContain('href="/desk/holidays"');
    expect(await text(sanne.get("/desk"))).toContain('href="/desk/holidays"');
  });

  it("is in the API as well, closed to what it does not know", async () => {
    expect((await marieke.sendJson(api, { on: "2028-05-26", name: "Brugdag" })).status).toBe(201);
    const refused = await marieke.sendJson(api, { on: "2028-05-26", name: "Nog eens" });
    expect([refused.status, await refused.json()]).toEqual([
      409,
      expect.objectContaining({ code: "already-a-holiday", on: "2028-05-26" }),
    ]);
    const invoiced = await marieke.sendJson(api, { on: "2026-09-21", name: "Uitje" });
    expect(await invoiced.json()).toMatchObject({ code: "month-invoiced", month: "2026-09" });
    expect(await (await sanne.get(`${api}?year=2028`)).json()).toMatchObject({
      year: 2028,
      own: [{ on: "2028-05-26", name: "Brugdag" }],
      public: expect.arrayContaining([{ on: "2028-05-25", name: "ascension-day" }]) as object,
      invoicedMonths: [],
    });
    expect((await marieke.sendJson(`${api}/remove`, { on: "2028-05-26" })).status).toBe(200);
    const twice = await marieke.sendJson(`${api}/remove`, { on: "2028-05-26" });
    expect(await twice.json()).toMatchObject({ code: "changed-meanwhile", changes: [{ kind: "own-holiday-removed" }] });
    expect((await marieke.sendJson(`${api}/remove`, { on: "2028-05-27" })).status).toBe(404);
    expect((await marieke.sendJson(api, { on: "2028-05-26", name: "X", isPublic: true })).status).toBe(422);
  });
});
