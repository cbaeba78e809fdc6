import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { PersonId } from "../../../core/values/ids.ts";
import { formatMonth } from "../../../core/calendar/format-time.ts";
import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { addMonths, monthOf, monthOfDate } from "../../../core/values/month.ts";
import { seenAll } from "../../../test/support/act.ts";
import { makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { issueMonthOf, makeProvider, makeSeptemberWork } from "../../../test/support/make-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";

describe("where a customer stands for VAT, on its page", () => {
  let server: TestServer;
  let administrator: PersonId;
  let desk: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    administrator = await makeStaff(server.services, "administrator");
    desk = await server.browser(administrator);
  });
  afterAll(async () => server.close());

  // Months to come, whenever the tests run.
  const thisMonth = monthOfDate(localDateOf(Temporal.Now.instant()));
  const [next, later] = [addMonths(thisMonth, 1), addMonths(thisMonth, 2)];
  const change = { position: "eu-business", from: next, vatNumber: "be 0123.456.789" };
  const read = async (browser: TestBrowser, path: string) => {
    const answer = await browser.get(path);
    return { status: answer.status, html: await answer.text() };
  };

  it("is changed by an administrator, from a month on, and shown to all staff", async () => {
    const { id } = await makeOrganisation(server.services);
    const path = `/desk/organisations/${id}`;
    const before = await read(desk, path);
    expect(before.html).toContain("Nederland, met btw");
    const answer = await desk.post(`${path}/vat`, { ...change, version: seenAll });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, path]);
    const consultant = await server.browser(await makeStaff(server.services));
    const { html } = await read(consultant, path);
    expect(html).toContain(`Bedrijf in de EU, btw verlegd (BE0123456789), vanaf ${formatMonth(next, "nl")}`);
    expect(html).toContain("BE0123456789");
    expect(html).not.toContain('name="vatNumber"');
  });

  it("keeps what was typed when it is refused, and says why", async () => {
    const { id } = await makeOrganisation(server.services);
    const answer = await desk.post(`/desk/organisations/${id}/vat`, {
      ...change,
      vatNumber: "NL000000000B01",
      version: seenAll,
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("een btw-nummer uit een ander EU-land");
    expect(html).toContain('value="NL000000000B01"');
    expect(html).toMatch(/<option value="eu-business" selected/);
    const nonsense = await desk.post(`/desk/organisations/${id}/vat`, {
      ...change,
      position: "moon",
      version: seenAll,
    });
    expect(nonsense.status).toBe(422);
  });

  it("offers no month that was invoiced, and refuses one", async () => {
    const { id } = await makeSeptemberWork(server.services);
    const place = { organisationId: id, month: monthOf("2026-09"), at: "2026-10-01T08:00Z" };
    expect(await issueMonthOf(server.services, administrator, place)).toMatch(/^2026-/);
    const { html } = await read(desk, `/desk/organisations/${id}`);
    expect(html).not.toContain('<option value="2026-09"');
    expect(html).toContain('<option value="2026-10"');
    const answer = await desk.post(`/desk/organisations/${id}/vat`, { ...change, from: "2026-09", version: seenAll });
    expect([answer.status, (await answer.text()).includes("september 2026 is al gefactureerd")]).toEqual([409, true]);
  });

  it("lets a customer move outside the EU without a number, in one step, and has the earlier months keep theirs", async () => {
    const { id } = await makeOrganisation(server.services);
    const path = `/desk/organisations/${id}`;
    expect((await desk.post(`${path}/vat`, { ...change, version: seenAll })).status).toBe(303);
    const moved = await desk.post(`${path}/vat`, {
      position: "outside-eu",
      from: later,
      vatNumber: "",
      version: seenAll,
    });
    expect(moved.status).toBe(303);
    const { html } = await read(desk, path);
    expect(html).toContain(`Bedrijf in de EU, btw verlegd (BE0123456789), vanaf ${formatMonth(next, "nl")}`);
    expect(html).toContain(`Buiten de EU, geen btw, vanaf ${formatMonth(later, "nl")}`);
  });

  it("is nobody else's to change, by page or by JSON", async () => {
    const { id, first } = await makeOrganisation(server.services);
    const consultant = await server.browser(await makeStaff(server.services));
    const contact = await server.browser(first);
    for (const browser of [consultant, contact]) {
      expect((await browser.post(`/desk/organisations/${id}/vat`, { ...change, version: seenAll })).status).toBe(403);
      expect((await browser.sendJson(`/api/desk/organisations/${id}/vat`, change)).status).toBe(403);
    }
    const out = await fetch(new URL(`/desk/organisations/${id}/vat`, server.url), {
      method: "POST",
      redirect: "manual",
    });
    expect(out.status).toBe(403);
    expect((await desk.post(`/desk/organisations/${first}/vat`, { ...change, version: seenAll })).status).toBe(404);
    expect((await desk.sendJson(`/api/desk/organisations/${id}/vat`, change)).status).toBe(200);
    const refused = await desk.sendJson(`/api/desk/organisations/${id}/vat`, { ...change, vatNumber: "" });
    expect([refused.status, await refused.json()]).toEqual([
      422,
      expect.objectContaining({ code: "vat-number-needed" }),
    ]);
  });
});
