import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { PersonId } from "../../../core/values/ids.ts";
import { monthOf } from "../../../core/values/month.ts";
import {
  asSystem,
  makeOrganisation,
  makeStaff,
  type TestOrganisation,
} from "../../../test/support/make-organisation.ts";
import { createTicketAt, issueMonthOf, logWork, makeProvider } from "../../../test/support/make-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { inTransaction } from "../../db/transaction.ts";
import { invoiceDocument } from "../../invoices/make-document.ts";

const month = monthOf("2026-09");
const plain = (html: string) => html.replaceAll("\u00a0", " ").replaceAll("&#39;", "'");

describe("pages of invoices", () => {
  let server: TestServer;
  let administrator: PersonId;
  let desk: TestBrowser;
  let consultantDesk: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    administrator = await makeStaff(server.services, "administrator");
    desk = await server.browser(administrator);
    consultantDesk = await server.browser(await makeStaff(server.services));
  });
  afterAll(async () => server.close());

  async function worked(name?: string): Promise<TestOrganisation & { reference: string }> {
    const organisation = await makeOrganisation(server.services, name);
    const { reference } = await createTicketAt(server.services, organisation, {
      at: "2026-09-07T09:00+02:00",
      title: "Agenda & <contacten> weg",
    });
    await logWork(server.services, await makeStaff(server.services), {
      reference,
      step: "research",
      start: "2026-09-07T10:00+02:00",
      end: "2026-09-07T10:50+02:00",
    });
    return { ...organisation, reference };
  }
  const issued = async (organisation: TestOrganisation) =>
    issueMonthOf(server.services, administrator, { organisationId: organisation.id, month, at: "2026-11-01T08:00Z" });
  const documentsOf = async ({ id }: TestOrganisation) =>
    inTransaction(server.services.databases, { kind: "system" }, async (tx) =>
      tx.selectFrom("invoice_documents").selectAll().where("organisationId", "=", id).execute(),
    );
  const read = async (browser: TestBrowser, path: string) => {
    const answer = await browser.get(path);
    return { status: answer.status, html: plain(await answer.text()) };
  };
  const hidden = (html: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]+)"`).exec(html)?.[1] ?? "";

  it("say who is missing when nobody has said who sends the invoices, and keep the proposal", async () => {
    const organisation = await worked();
    const path = `/desk/months/${month}/${organisation.id}`;
    const { html } = await read(desk, path);
    const answer = await desk.post(path, { fingerprint: hidden(html, "fingerprint") });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("wie de facturen stuurt");
    await makeProvider(server.services);
  });

  it("propose a month, issue it at once what was seen, and show it done", async () => {
    await worked("Een van twee");
    const two = await worked("Twee van twee");
    const before = await read(desk, `/desk/months/${month}`);
    expect(before.html).toContain("Een van twee");
    const proposals = [...before.html.matchAll(/name="proposals\[\]"[^>]*value="([^"]+)"/g)].map(
      (found) => found[1] ?? "",
    );
    await logWork(server.services, await makeStaff(server.services), {
      reference: two.reference,
      step: "research",
      start: "2026-09-08T10:00+02:00",
      end: "2026-09-08T10:01+02:00",
    });
    const form = new URLSearchParams({ confirmed: "yes", idempotencyKey: randomUUID() });
    for (const proposal of proposals) form.append("proposals[]", proposal);
    const unconfirmed = await desk.post(`/desk/months/${month}/issue`, { "proposals[]": proposals[0] ?? "" });
    expect(unconfirmed.status).toBe(422);
    expect(await unconfirmed.text()).toContain("Vink dit aan");
    const answer = await desk.post(`/desk/months/${month}/issue`, form);
    expect(answer.status).toBe(303);
    const after = await read(desk, `/desk/months/${month}`);
    expect(after.html).toContain("Facturen van september 2026</caption>");
    expect(after.html).not.toContain("Een van twee");
    expect(after.html).toContain("Twee van twee");
    expect((await read(desk, "/desk/months")).html).toContain("1 organisatie te factureren");
  });

  it("issue one organisation's proposal, refuse an outdated one and show the new; the PDF is made by itself", async () => {
    const organisation = await worked();
    const path = `/desk/months/${month}/${organisation.id}`;
    const { html } = await read(desk, path);
    expect(html).toContain("Agenda &amp; &lt;contacten> weg");
    expect(html).toContain("0:50 u × € 100,00 per uur = € 83,33 (CE4)");
    await logWork(server.services, await makeStaff(server.services), {
      reference: organisation.reference,
      step: "research",
      start: "2026-09-08T10:00+02:00",
      end: "2026-09-08T10:07+02:00",
    });
    const outdated = await desk.post(path, { fingerprint: hidden(html, "fingerprint") });
    expect(outdated.status).toBe(409);
    const shown = plain(await outdated.text());
    expect(shown).toContain("0:57 u × € 100,00 per uur = € 95,00 (CE4)");
    const answer = await desk.post(path, { fingerprint: hidden(shown, "fingerprint"), idempotencyKey: randomUUID() });
    expect(answer.headers.get("location")).toMatch(/^\/desk\/invoices\/2026-\d{4}$/);
    await expect.poll(async () => documentsOf(organisation), { timeout: 10_000 }).toHaveLength(1);
    const again = await desk.post(path, { fingerprint: hidden(shown, "fingerprint") });
    expect(again.status).toBe(409);
    expect(plain(await again.text())).toContain("Er is niets te factureren");
  });

  it("offer no button while the month runs", async () => {
    const organisation = await makeOrganisation(server.services);
    const now = server.services.now();
    const running = now.toZonedDateTimeISO("Europe/Amsterdam").toPlainDate().toPlainYearMonth().toString();
    await createTicketAt(server.services, organisation, { at: now.toString() });
    const path = `/desk/months/${running}/${organisation.id}`;
    const { html } = await read(desk, path);
    expect(html).toContain("De maand loopt nog");
    expect(html).not.toContain('name="fingerprint"');
    expect((await desk.post(path, { fingerprint: "0".repeat(64) })).status).toBe(409);
  });

  it("show the customer their own, with the rule behind each line, and nobody else's", async () => {
    const organisation = await worked();
    const number = await issued(organisation);
    const [own, other] = await Promise.all([
      server.browser(organisation.first),
      server.browser((await makeOrganisation(server.services)).first),
    ]);
    expect((await read(own, "/portal/invoices")).html).toContain(number);
    const { html } = await read(own, `/portal/invoices/${number}`);
    for (const text of ["€ 108,33", "€ 22,75", "€ 131,08", "15 nov 2026", "(T1)", "(M4)", "(CE4)"])
      expect(html).toContain(text);
    expect((await read(other, "/portal/invoices")).html).toContain("Nog geen facturen");
    for (const path of [
      `/portal/invoices/${number}`,
      `/portal/invoices/${number}/pdf`,
      `/api/invoices/${number}`,
      "/portal/invoices/2026-99999",
      "/portal/invoices/%00",
    ])
      expect((await other.get(path)).status).toBe(404);
    expect((await own.get(`/desk/invoices/${number}`)).status).toBe(403);
  });

  it("give contacts the same as JSON, cents as integers", async () => {
    const organisation = await worked();
    const number = await issued(organisation);
    const own = await server.browser(organisation.second);
    expect(await (await own.get("/api/invoices")).json()).toEqual({
      invoices: [
        {
          number,
          kind: "invoice",
          month,
          issuedOn: "2026-11-01",
          dueOn: "2026-11-15",
          subtotalCents: 10_833,
          vatCents: 2275,
          totalCents: 13_108,
          // It depends on the day (M3).
          state: expect.any(String) as string,
          openCents: 13_108,
        },
      ],
      next: null,
    });
    expect(await (await own.get(`/api/invoices/${number}`)).json()).toMatchObject({
      number,
      corrects: null,
      abilities: ["invoice.read"],
      vat: [{ category: "standard", percent: 21, subtotalCents: 10_833, vatCents: 2275 }],
      lines: [
        { ticket: organisation.reference, kind: "start-fee", amountCents: 2500, rules: ["T1", "CE4"] },
        {
          kind: "work",
          window: "office",
          minutes: 50,
          hourlyRateCents: 10_000,
          amountCents: 8333,
          rules: ["M4", "CE4"],
          summary: "50 minutes, 7 Sept 2026 10:00-10:50, office hours, €100/hour = €83.33; rule M4, CE4",
        },
      ],
    });
    expect((await desk.get("/api/invoices")).status).toBe(403);
    expect((await fetch(new URL("/api/invoices", server.url))).status).toBe(401);
  });

  it("give the same PDF each time, made once, and none when its bytes were tampered with", async () => {
    const organisation = await worked();
    const number = await issued(organisation);
    const own = await server.browser(organisation.first);
    const answers = await Promise.all([
      own.get(`/portal/invoices/${number}/pdf`),
      desk.get(`/desk/invoices/${number}/pdf`),
    ]);
    const [first, second] = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
    expect(answers[0]?.headers.get("content-type")).toBe("application/pdf");
    expect(answers[0]?.headers.get("content-disposition")).toContain(`factuur-${number}.pdf`);
    expect(first?.subarray(0, 5).toString()).toBe("%PDF-");
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    const rows = await documentsOf(organisation);
    expect(rows.map((row) => row.sha256)).toEqual([
      createHash("sha256")
        .update(first ?? "")
        .digest("hex"),
    ]);
    const [row] = rows;
    if (row === undefined) throw new Error("no document");
    const files = { ...server.services.files, open: async () => Readable.from([Buffer.from("%PDF-other")]) };
    await expect(
      invoiceDocument({ ...server.services, files }, { organisationId: row.organisationId, invoiceId: row.invoiceId }),
    ).rejects.toThrow("is not the one that was made");
  });

  it("keep what was said at issue when names change later", async () => {
    const organisation = await worked("Oude naam");
    const number = await issued(organisation);
    await asSystem(server.services, server.services.now(), async (work) => {
      await work.tx
        .updateTable("organisations")
        .set({ name: "Nieuwe naam" })
        .where("organisationId", "=", organisation.id)
        .execute();
      await sql`update tickets set title = 'Andere titel' where organisation_id = ${organisation.id}`.execute(work.tx);
    });
    const { html } = await read(desk, `/desk/invoices/${number}`);
    expect(html).toContain("Oude naam");
    expect(html).not.toContain("Andere titel");
  });

  it("list and filter for the desk, and export a month for kwartier rate", async () => {
    const organisation = await worked("Filterbaar");
    const number = await issued(organisation);
    expect(
      (await read(consultantDesk, `/desk/invoices?organisation=${organisation.id}&month=${month}`)).html,
    ).toContain(number);
    expect((await read(consultantDesk, `/desk/invoices?organisation=${organisation.id}&month=2026-08`)).html).toContain(
      "Geen facturen gevonden",
    );
    const exported = await consultantDesk.get(`/desk/organisations/${organisation.id}/months/${month}/rate.json`);
    expect(await exported.json()).toMatchObject({
      month,
      tickets: [{ reference: organisation.reference, outsideHoursAgreed: false }],
      timeEntries: [{ step: "research" }],
    });
    expect(
      (await consultantDesk.get(`/desk/organisations/${organisation.first}/months/${month}/rate.json`)).status,
    ).toBe(404);
    expect((await consultantDesk.get(`/desk/organisations/${organisation.id}/months/2026-13/rate.json`)).status).toBe(
      404,
    );
  });

  it("close months for administrators only", async () => {
    const organisation = await worked();
    const contact = await server.browser(organisation.first);
    for (const path of ["/desk/months", `/desk/months/${month}`, `/desk/months/${month}/${organisation.id}`]) {
      expect((await consultantDesk.get(path)).status).toBe(403);
      expect((await contact.get(path)).status).toBe(403);
      expect((await fetch(new URL(path, server.url), { redirect: "manual" })).headers.get("location")).toContain(
        "/sign-in",
      );
      expect((await desk.get(path)).status).toBe(200);
    }
    expect(
      (await consultantDesk.post(`/desk/months/${month}/${organisation.id}`, { fingerprint: "0".repeat(64) })).status,
    ).toBe(403);
    expect((await desk.get("/desk/months/2026-13")).status).toBe(404);
    expect((await desk.get(`/desk/months/${month}/${organisation.first}`)).status).toBe(404);
  });
});
