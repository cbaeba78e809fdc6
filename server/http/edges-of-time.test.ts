import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type FullOrganisation, makeFullOrganisation } from "../../test/support/full-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";

describe("the edges of the calendar, and of one's role", () => {
  let server: TestServer;
  let full: FullOrganisation;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    full = await makeFullOrganisation(server);
  });
  afterAll(async () => server.close());

  const send = async (who: string, path: string, body: unknown) => {
    const browser = await server.browser(who as FullOrganisation["first"]);
    const answer = await browser.sendJson(path, body, { "idempotency-key": randomUUID() });
    return { status: answer.status, ...((await answer.json()) as { code?: string }) };
  };

  it.each(["0000-01-01", "0001-01-01", "1999-12-31", "2100-01-01", "9999-12-31"])(
    "a date such as %s is refused at the door",
    async (on) => {
      const ticket = `/api/desk/tickets/${full.reference}`;
      const expense = { on, amountCents: 100, vat: "zero", description: "Parkeren" };
      const asked = { minutes: 600, windows: ["office"], explanation: "x", validUntil: on };
      const invalid = { status: 422, code: "invalid-input" };
      expect(await send(full.consultant, `${ticket}/expenses`, expense)).toMatchObject(invalid);
      expect(await send(full.consultant, `${ticket}/authorisations`, asked)).toMatchObject(invalid);
      expect(await send(full.administrator, "/api/desk/holidays", { on, name: "x" })).toMatchObject(invalid);
      expect(await send(full.administrator, "/api/desk/holidays/remove", { on })).toMatchObject(invalid);
    },
  );

  it.each(["0000-01-01T00:00Z", "0001-01-01T00:00Z", "9999-12-31T23:59Z"])(
    "a time such as %s is never our failure",
    async (time) => {
      const ticket = `/api/desk/tickets/${full.reference}`;
      for (const [start, end] of [
        [time, time],
        [time, "2026-11-26T10:00Z"],
        ["2026-11-26T10:00Z", time],
      ]) {
        const visit = { start, end, kilometres: 1 };
        expect((await send(full.consultant, `${ticket}/visits`, visit)).status).toBeLessThan(500);
        const entry = { step: "research", start, end, isChargeable: true, description: "" };
        expect((await send(full.consultant, `${ticket}/time-entries`, entry)).status).toBeLessThan(500);
      }
    },
  );

  it("the first and the last year that there is can be looked at", async () => {
    const browser = await server.browser(full.administrator);
    for (const year of [2000, 2099])
      expect((await browser.get(`/desk/organisations/${full.id}/year/${year}`)).status).toBeLessThan(500);
    for (const month of ["2000-01", "2099-12"]) {
      expect((await browser.get(`/desk/months/${month}`)).status).toBeLessThan(500);
      expect((await browser.get(`/desk/organisations/${full.id}/months/${month}/rate.json`)).status).toBeLessThan(500);
    }
  });

  it("who is signed in and may not is told so, and not that the request came from elsewhere", async () => {
    const notAllowed = { status: 403, code: "not-allowed" };
    expect(await send(full.consultant, "/api/desk/holidays", { on: "2027-05-07", name: "x" })).toMatchObject(
      notAllowed,
    );
    expect(await send(full.first, "/api/desk/holidays", { on: "2027-05-07", name: "x" })).toMatchObject(notAllowed);
    const credit = `/api/desk/invoices/${full.invoiceNumber}/credit`;
    const asked = { mode: "forgive", positions: [2], reason: "x" };
    expect(await send(full.consultant, credit, asked)).toMatchObject({ status: 403 });
  });
});
