import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { createTicketAt, issueMonthOf, logWork, makeProvider, readInvoice } from "../../test/support/make-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../test/support/start-test-server.ts";

/** Sunday 25 October 2026: at 3:00 the clock was put back to 2:00. */
describe("work on the night the clock changes (M4)", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let reference: string;
  let consultant: PersonId;
  let administrator: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    const { services } = server;
    await makeProvider(services);
    organisation = await makeOrganisation(services);
    [consultant, administrator] = [await makeStaff(services), await makeStaff(services, "administrator")];
    const ticket = { at: "2026-10-24T12:00+02:00", outsideHoursAgreed: true };
    ({ reference } = await createTicketAt(services, organisation, ticket));
    for (const [start, end] of [
      ["2026-10-25T01:50+02:00", "2026-10-25T02:10+01:00"],
      ["2026-10-25T02:20+01:00", "2026-10-25T02:25+01:00"],
    ] as const)
      await logWork(services, consultant, { reference, step: "research", start, end });
  });
  afterAll(async () => server.close());

  const read = async (browser: TestBrowser, path: string) => {
    const html = await (await browser.get(path)).text();
    return html.replaceAll("&nbsp;", " ").replaceAll("\u00a0", " ");
  };

  it("is listed with what the clock did, to staff and to the customer", async () => {
    for (const [who, path] of [
      [consultant, `/desk/tickets/${reference}`],
      [organisation.first, `/portal/tickets/${reference}`],
    ] as const) {
      const html = await read(await server.browser(who), path);
      expect(html).toContain("1:20 u");
      expect(html).toMatch(/[>·] ?klok een uur terug/i);
      expect(html).toMatch(/[>·] ?nadat de klok terugging/i);
    }
  });

  it("is explained on the invoice, its PDF's text and the answer of the API", async () => {
    const place = { organisationId: organisation.id, month: monthOf("2026-10"), at: "2026-11-01T08:00Z" };
    const number = await issueMonthOf(server.services, administrator, place);
    const explained =
      "onderzoek 25 okt 2026 1:50-2:10, klok een uur terug; onderzoek 25 okt 2026 2:20-2:25, nadat de klok terugging";
    expect(await read(await server.browser(administrator), `/desk/invoices/${number}`)).toContain(explained);
    const contact = await server.browser(organisation.first);
    expect(await read(contact, `/portal/invoices/${number}`)).toContain(explained);
    expect(await read(contact, `/api/invoices/${number}`)).toContain(explained);
    const { invoice } = await readInvoice(server.services, number);
    expect(JSON.stringify(invoice.snapshot).replaceAll("\u00a0", " ")).toContain(explained);
  });

  it("is asked back where its times do not exist or come twice, saying how the clock was put", async () => {
    const browser = await server.browser(consultant);
    const log = async (fields: Record<string, string>) => {
      const form = { step: "research", ...fields };
      const answer = await browser.post(`/desk/tickets/${reference}/time`, form);
      return { status: answer.status, html: await answer.text() };
    };
    const twice = await log({ date: "2026-10-25", start: "2:30", duration: "0:10" });
    expect(twice.status).toBe(422);
    expect(twice.html).toContain("de klok ging een uur terug, van 3:00 naar 2:00");
    expect(twice.html).toContain('value="2:30"');
    const never = await log({ date: "2026-03-29", start: "2:30", duration: "0:10" });
    expect(never.html).toContain("de klok ging toen een uur vooruit, van 2:00 naar 3:00");
    const wrong = await log({ date: "2026-10-25", start: "1:30", end: "3:30", duration: "2:00" });
    expect(wrong.html).toContain("De klok ging toen een uur terug: tussen deze tijden zit een uur meer.");
    expect((await log({ date: "2026-10-25", start: "3:30", duration: "0:05" })).status).toBe(303);
  });
});
