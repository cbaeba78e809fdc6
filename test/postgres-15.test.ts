import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "../server/verify/verify-chain.ts";
import { query } from "./embedded.ts";
import { type FullOrganisation, makeFullOrganisation } from "./support/full-organisation.ts";
import { asSystem } from "./support/make-organisation.ts";
import { type OldServer, startPostgres15 } from "./support/postgres-15.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";

describe("a PostgreSQL 15 of somebody else, by DATABASE_URL", () => {
  let database: OldServer;
  let server: TestServer;
  let full: FullOrganisation;
  beforeAll(async () => {
    database = await startPostgres15();
    server = await startTestServer(database.ownerUrl);
  });
  afterAll(async () => {
    await server.close();
    await database.remove();
  });

  it("is version 15", async () => {
    expect(await query(server.ownerUrl, "select current_setting('server_version_num')::int / 10000")).toEqual([[15]]);
  });

  it("carries the main path: ticket with a file, reply, work, authorisation, invoice with its document", async () => {
    full = await makeFullOrganisation(server);
    expect(full.invoiceNumber).toMatch(/^\d{4}-\d{4}$/);
    const browser = await server.browser(full.first);
    for (const path of ["/portal", `/portal/tickets/${full.reference}`, `/portal/invoices/${full.invoiceNumber}`]) {
      const page = await browser.get(path);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(path === "/portal" ? full.reference : full.secret);
    }
    const pdf = await browser.get(`/portal/invoices/${full.invoiceNumber}/pdf`);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it("chains its events as the other versions do", async () => {
    const report = await asSystem(server.services, server.services.now(), async ({ tx }) => verifyChain(tx, full.id));
    expect(report.broken).toBeNull();
  });

  it("may go away and come back: pages say so meanwhile, and nothing has to be restarted (R34)", async () => {
    const browser = await server.browser(full.first);
    await database.stop();
    const away = await browser.get("/portal");
    expect(away.status).toBe(503);
    expect(away.headers.get("retry-after")).toBe("30");
    expect(away.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await away.text()).toMatch(/even niet bereikbaar|out of reach/);
    expect((await browser.post("/portal/tickets", { title: "Weg", description: "Weg." })).status).toBe(503);
    await database.start();
    expect((await browser.get("/portal")).status).toBe(200);
    expect(await query(server.ownerUrl, "select count(*)::int from tickets where title = 'Weg'")).toEqual([[0]]);
  });
});
