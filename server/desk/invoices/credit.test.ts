import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { PersonId } from "../../../core/values/ids.ts";
import { monthOf } from "../../../core/values/month.ts";
import { makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { issueMonthOf, logWork, makeProvider, makeSeptemberWork } from "../../../test/support/make-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";

const plain = (html: string) => html.replaceAll("\u00a0", " ").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
const reason = 'Verkeerde <kostenplaats> & "fout"';

describe("crediting on pages", () => {
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

  /** 15 minutes of start fee at 25.00 and 50 of research at 83.33: 131.08 with VAT. */
  async function issued() {
    const organisation = await makeSeptemberWork(server.services);
    const place = { organisationId: organisation.id, month: monthOf("2026-09"), at: "2026-10-01T08:00Z" };
    return { ...organisation, number: await issueMonthOf(server.services, administrator, place) };
  }
  const read = async (browser: TestBrowser, path: string) => {
    const answer = await browser.get(path);
    return { status: answer.status, html: plain(await answer.text()) };
  };
  const asked = (fields: Record<string, string>, positions: readonly number[] = [1, 2]) => {
    const query = new URLSearchParams({ mode: "rebill", reason, ...fields });
    for (const position of positions) query.append("positions[]", String(position));
    return query;
  };
  const preview = async (number: string, query: URLSearchParams, browser = desk) =>
    read(browser, `/desk/invoices/${number}/credit?${query}`);
  const fingerprintIn = (html: string) => /name="fingerprint"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? "";
  const make = async (number: string, query: URLSearchParams, browser = desk) => {
    const { html } = await preview(number, query);
    query.set("fingerprint", fingerprintIn(html));
    query.set("idempotencyKey", randomUUID());
    return browser.post(`/desk/invoices/${number}/credit`, query);
  };

  it("begin on the invoice, with all lines chosen and a sentence about what comes of each way", async () => {
    const { number, reference } = await issued();
    const { html } = await read(desk, `/desk/invoices/${number}`);
    expect(html).toContain("Crediteren");
    expect(html.match(/name="positions\[\]"[^>]*checked/g)).toHaveLength(2);
    expect(html).toContain(`${reference}, Werk, kantooruren`);
    expect(html).toContain("Het volgende factuurvoorstel rekent het opnieuw, zoals het dan is vastgelegd.");
    expect(html).toContain("Het wordt niet meer in rekening gebracht. Werk dat er later bij komt wel.");
  });

  it("show what the credit note would be before it is made, and make exactly that", async () => {
    const { number } = await issued();
    const seen = await preview(number, asked({ mode: "forgive" }, [2]));
    expect(seen.status).toBe(200);
    expect(seen.html).toContain("Zo wordt de creditfactuur");
    expect(seen.html).toContain("€ -83,33");
    expect(seen.html).toContain("De creditfactuur van € 100,83 krijgt een nummer");
    const made = await make(number, asked({ mode: "forgive" }, [2]));
    expect(made.status).toBe(303);
    const location = made.headers.get("location") ?? "";
    const note = await read(desk, location);
    expect(note.html).toContain(`>${number}</a>`);
    expect(note.html).toContain('Verkeerde &lt;kostenplaats> &amp; "fout"');
    expect(note.html).toContain("Kwijtgescholden");
    expect(note.html).not.toContain("Bekijk de creditfactuur");
    const invoice = await read(desk, `/desk/invoices/${number}`);
    expect(invoice.html).toContain("Gecrediteerd met");
    expect(invoice.html).toContain(`href="${location}"`);
    expect(invoice.html.match(/name="positions\[\]"/g)).toHaveLength(1);
  });

  it("keep what was typed when it is refused, and say why", async () => {
    const { number } = await issued();
    const without = await preview(number, asked({ reason: "", mode: "forgive" }, [1]));
    expect(without.status).toBe(422);
    expect(without.html).toContain("Geef een reden. De klant kan die lezen.");
    expect(without.html).toMatch(/value="forgive"[^>]*checked/);
    expect(without.html.match(/name="positions\[\]"[^>]*checked/g)).toHaveLength(1);
    const nothing = await preview(number, asked({}, []));
    expect([nothing.status, nothing.html]).toEqual([409, expect.stringContaining("Hiervan valt niets te crediteren")]);
    expect(nothing.html).toContain(reason.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
    const long = await preview(number, asked({ reason: "x".repeat(501) }));
    expect([long.status, long.html]).toEqual([422, expect.stringContaining("x".repeat(501))]);
    const impossible = await preview(number, asked({}, [1, 7]));
    expect(impossible.status).toBe(422);
  });

  it("refuse what is not any more what was seen, and show what it is now", async () => {
    const { number } = await issued();
    const seen = fingerprintIn((await preview(number, asked({}))).html);
    expect((await make(number, asked({}, [1]))).status).toBe(303);
    const query = asked({}, [2]);
    query.set("fingerprint", seen);
    const answer = await desk.post(`/desk/invoices/${number}/credit`, query);
    const html = plain(await answer.text());
    expect([answer.status, html]).toEqual([409, expect.stringContaining("Zo wordt de creditfactuur")]);
    expect(fingerprintIn(html)).not.toBe(seen);
    const all = await make(number, asked({}, [2]));
    expect(all.status).toBe(303);
    expect((await read(desk, `/desk/invoices/${number}/credit`)).html).toContain(
      "Alle regels van deze factuur zijn gecrediteerd.",
    );
    expect((await read(desk, `/desk/invoices/${number}`)).html).not.toContain("Bekijk de creditfactuur");
  });

  it("answer the same once more when the same is sent twice", async () => {
    const { number } = await issued();
    const query = asked({});
    query.set("fingerprint", fingerprintIn((await preview(number, query)).html));
    query.set("idempotencyKey", randomUUID());
    const answers = [
      await desk.post(`/desk/invoices/${number}/credit`, query),
      await desk.post(`/desk/invoices/${number}/credit`, query),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    expect(new Set(answers.map((answer) => answer.headers.get("location"))).size).toBe(1);
  });

  it("are for administrators: not for consultants, contacts, or who is signed out", async () => {
    const organisation = await issued();
    const path = `/desk/invoices/${organisation.number}/credit`;
    const consultant = await server.browser(await makeStaff(server.services));
    expect((await read(consultant, `/desk/invoices/${organisation.number}`)).html).not.toContain(
      "Bekijk de creditfactuur",
    );
    const contact = await server.browser(organisation.first);
    for (const browser of [consultant, contact]) {
      expect((await browser.get(path)).status).toBe(403);
      expect((await browser.post(path, asked({ fingerprint: "0".repeat(64) }))).status).toBe(403);
      expect((await browser.sendJson(`/api${path}`, { mode: "rebill", reason: "x" })).status).toBe(403);
    }
    const out = await fetch(new URL(path, server.url), { redirect: "manual" });
    expect([out.status, out.headers.get("location")]).toEqual([303, expect.stringContaining("/sign-in")]);
    expect((await desk.get("/desk/invoices/2026-9999/credit")).status).toBe(404);
  });

  it("do the same by JSON", async () => {
    const { number } = await issued();
    const path = `/api/desk/invoices/${number}/credit`;
    expect((await desk.sendJson(path, { mode: "rebill" })).status).toBe(422);
    const made = await desk.sendJson(path, { mode: "forgive", reason: "Onze fout.", lines: [1] });
    expect(made.status).toBe(201);
    expect(await made.text()).toMatch(/^\{"number":"2026-\d{4}"\}$/);
    const again = await desk.sendJson(path, { mode: "forgive", reason: "Onze fout.", lines: [1] });
    expect([again.status, await again.json()]).toEqual([409, expect.objectContaining({ code: "already-credited" })]);
  });

  it("show the customer the credit with its reason, without a way to make one, and nobody else", async () => {
    const organisation = await issued();
    const made = await make(organisation.number, asked({}));
    const note = made.headers.get("location")?.split("/").at(-1) ?? "";
    const contact = await server.browser(organisation.first);
    const own = await read(contact, `/portal/invoices/${organisation.number}`);
    expect(own.html).toContain(`href="/portal/invoices/${note}"`);
    expect(own.html).toContain("Gecrediteerd met");
    expect(own.html).not.toContain("Crediteren");
    const credit = await read(contact, `/portal/invoices/${note}`);
    expect(credit.html).toContain("Verkeerde &lt;kostenplaats>");
    expect(credit.html).toContain("Opnieuw in rekening gebracht");
    const json = await contact.get(`/api/invoices/${note}`);
    expect(await json.json()).toMatchObject({ corrects: organisation.number, credit: { mode: "rebill", reason } });
    const stranger = await server.browser((await makeOrganisation(server.services)).first);
    expect((await stranger.get(`/portal/invoices/${note}`)).status).toBe(404);
  });

  it("show on the ticket what was forgiven of its work, and by which credit note, once there is more of it", async () => {
    const { number, reference, first } = await issued();
    const made = await make(number, asked({ mode: "forgive" }, [2]));
    const note = made.headers.get("location")?.split("/").at(-1) ?? "";
    const more = { start: "2026-09-08T10:00+02:00", end: "2026-09-08T10:10+02:00" };
    await logWork(server.services, await makeStaff(server.services), { reference, step: "research", ...more });
    for (const [browser, path] of [
      [await server.browser(first), `/portal/tickets/${reference}`],
      [desk, `/desk/tickets/${reference}`],
    ] as const)
      expect((await read(browser, path)).html, path).toContain(note);
  });

  it("tell the customer by mail, with the credit note and why", async () => {
    const { number } = await issued();
    await make(number, asked({}));
    const mails = () => server.services.demo?.mailbox.list() ?? [];
    const told = () =>
      mails().find((mail) => mail.text.includes(`Dit nemen we terug van factuur ${number}. De reden: `));
    await expect.poll(told, { timeout: 15_000 }).toBeDefined();
    expect(told()?.subject).toMatch(/^Creditfactuur 2026-/);
    expect(told()?.attachments).toMatchObject([{ mediaType: "application/pdf" }]);
  });
});
