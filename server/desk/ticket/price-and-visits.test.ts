import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act } from "../../../test/support/act.ts";
import { makeStaff } from "../../../test/support/make-organisation.ts";
import { approveAt, signAddendumAt } from "../../../test/support/make-on-site.ts";
import { createTicketAt } from "../../../test/support/make-work.ts";
import { type Quoted, quotedWork } from "../../../test/support/quoted-work.ts";
import { timeZone } from "../../../core/calendar/time-zone.ts";
import { localMonthOf } from "../../../core/tickets/month-counter.ts";
import { requestAuthorisation } from "../../authorisations/request-authorisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";

/** The text of a page, as people read it. */
const plain = (html: string) => html.replaceAll("\u00a0", " ").replaceAll("&#39;", "'");

describe("what a ticket can be charged besides time, on the desk", () => {
  let server: TestServer;
  let mine: Quoted;
  let sanne: TestBrowser;
  let anna: TestBrowser;
  let onSite: Quoted;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    mine = await aTicket();
    onSite = await aTicket(mine);
    sanne = await server.browser(mine.staff);
    anna = await server.browser(mine.organisation.first);
  });
  afterAll(async () => server.close());

  const now = () => server.services.now();
  const today = () => now().toZonedDateTimeISO("Europe/Amsterdam").toPlainDate().toString();

  /** A ticket of two hours ago, of another ticket's organisation or of a new one. */
  async function aTicket(other?: Quoted): Promise<Quoted> {
    const of = other ?? (await quotedWork(server.services).given());
    const at = now().subtract({ hours: 2 }).toString();
    const { reference } = await createTicketAt(server.services, of.organisation, { at });
    return { ...of, reference };
  }
  const post = async (to: Quoted, action: string, fields: Record<string, string>, who = sanne) => {
    const answer = await who.post(`/desk/tickets/${to.reference}/${action}`, {
      ...fields,
      ...(keyed.has(action) && { idempotencyKey: randomUUID() }),
    });
    return { status: answer.status, text: plain(await answer.text()) };
  };
  const keyed = new Set(["visits", "expenses", "corrections", "authorisations", "time"]);
  const page = async (to: Quoted) => plain(await (await sanne.get(`/desk/tickets/${to.reference}`)).text());
  const portal = async (to: Quoted) => plain(await (await anna.get(`/portal/tickets/${to.reference}`)).text());
  const lastId = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].at(-1)?.[1] ?? "";

  it("offers no visits to a customer without an addendum, and refuses them", async () => {
    expect(await page(mine)).not.toContain("Leg een bezoek vast");
    const visit = { date: today(), duration: "0:01", kilometres: "10", description: "Werkplek" };
    const refused = await post(mine, "visits", visit);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("geen getekend addendum");
  });

  it("takes a visit and a cost under an addendum, shows them on both faces and voids them", async () => {
    await signAddendumAt(server.services, onSite.organisation, { at: now() });
    expect(await page(onSite)).toContain("Nog geen bezoeken of kosten.");
    expect(await page(onSite)).toContain("€ 110,00 per uur, minstens 1:00 u per bezoek (A3).");
    const visit = { date: today(), duration: "0:01", kilometres: "84", description: "Werkplek ingericht" };
    expect((await post(onSite, "visits", visit)).status).toBe(303);
    const cost = { on: today(), amount: "4,50", vat: "reduced", description: "Parkeren" };
    expect((await post(onSite, "expenses", cost)).status).toBe(303);
    const desk = await page(onSite);
    for (const text of ["84 km", "Werkplek ingericht", "Parkeren", "€ 4,50"]) expect(desk).toContain(text);
    const seen = await portal(onSite);
    for (const text of ["Bestede tijd en kosten", "Bezoek op locatie", "84 km", "€ 4,50", "Reiskosten"])
      expect(seen).toContain(text);
    const visitId = lastId(desk, /visits\/([0-9a-f-]{36})\/void/g);
    const costId = lastId(desk, /expenses\/([0-9a-f-]{36})\/void/g);
    expect((await post(onSite, `visits/${visitId}/void`, { reason: "" })).status).toBe(422);
    expect((await post(onSite, `visits/${visitId}/void`, { reason: "Verkeerde dag" })).status).toBe(303);
    expect((await post(onSite, `expenses/${costId}/void`, { reason: "Eigen auto" })).status).toBe(303);
    expect((await post(onSite, `expenses/${costId}/void`, { reason: "Nog eens" })).status).toBe(409);
    expect(await portal(onSite)).not.toContain("Reiskosten");
  });

  it("shows a refused form again as it was typed, with what is wrong beside its field", async () => {
    const visit = { date: today(), duration: "0:01", kilometres: "2500", description: "Heel ver weg" };
    const tooFar = await post(onSite, "visits", visit);
    expect(tooFar.status).toBe(422);
    for (const text of ['value="2500"', 'value="Heel ver weg"', "field-kilometres-error"])
      expect(tooFar.text).toContain(text);
    const noAmount = await post(onSite, "expenses", { on: today(), amount: "veel", vat: "zero", description: "Kabel" });
    expect(noAmount.status).toBe(422);
    for (const text of ['value="veel"', 'value="Kabel"', "Dit is geen bedrag."]) expect(noAmount.text).toContain(text);
    expect(noAmount.text).toMatch(/<option value="zero" selected/);
  });

  it("says of a quote that nobody answered that it has expired, and what to do then", async () => {
    const at = now().subtract({ hours: 72 });
    const { reference } = await createTicketAt(server.services, mine.organisation, { at: at.toString() });
    const validUntil = Temporal.PlainDate.from(today()).subtract({ days: 2 });
    const asked = { reference, minutes: 600, windows: [], explanation: "Postvakken over.", validUntil };
    const consultant = { kind: "consultant", personId: mine.staff } as const;
    const quoted = { ...asked, fixedPriceCents: 95_000n };
    const done = await act(server.services, consultant, async (work) => requestAuthorisation(work, quoted), at);
    expect(done.ok).toBe(true);
    const desk = await page({ ...mine, reference });
    expect(desk).toContain("Trek die in en vraag opnieuw akkoord, met een latere dag.");
    expect(desk).toContain("verlopen");
  });

  it("asks for one price, delivers it, and has both faces speak of the price and not of hours", async () => {
    const to = await aTicket(mine);
    const asked = { minutes: "10:00", explanation: "Postvakken over.", validUntil: today() };
    const wrong = await post(to, "authorisations", { ...asked, fixedPrice: "veel" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="veel"');
    const noDay = await post(to, "authorisations", { ...asked, fixedPrice: "950", validUntil: "" });
    expect(noDay.text).toContain("field-validUntil-error");
    expect((await post(to, "authorisations", { ...asked, fixedPrice: "950" })).status).toBe(303);
    const request = await portal(to);
    expect(request).toContain("Offerte: akkoord gevraagd voor € 950,00");
    expect(request).not.toContain("Kost hooguit");
    expect(plain(await (await anna.get("/portal")).text())).toContain("Akkoord gevraagd voor een offerte van € 950,00");
    const id = lastId(request, /authorisations\/([0-9a-f-]{36})/g);
    const approved = await anna.post(`/portal/tickets/${to.reference}/authorisations/${id}`, {
      version: "1",
      decision: "approve",
    });
    expect(approved.status).toBe(303);
    const desk = await page(to);
    expect(desk).toContain("Offerte voor € 950,00");
    expect(desk).toContain("Leg de oplevering vast");
    const start = { date: today(), duration: "0:20", step: "resolution" };
    expect((await post(to, "time", { ...start, under: id })).status).toBe(303);
    expect(await portal(to)).toContain("in de prijs van de offerte");
    const tomorrow = Temporal.PlainDate.from(today()).add({ days: 1 }).toString();
    const early = await post(to, `authorisations/${id}/deliver`, { deliveredOn: tomorrow });
    expect(early.status).toBe(422);
    expect(early.text).toContain(`delivered-on-${id}-error`);
    expect((await post(to, `authorisations/${id}/deliver`, { deliveredOn: today() })).status).toBe(303);
    expect(await portal(to)).toContain("Werk voor één prijs");
    expect((await post(to, "time", { ...start, under: id })).text).toContain("Onder dit akkoord kan geen tijd meer");
  });

  it("logs ordinary work beside an approval when that is chosen", async () => {
    const to = await aTicket(mine);
    const staff = await makeStaff(server.services);
    const joris = await server.browser(staff);
    await approveAt(server.services, { ...mine, staff }, { reference: to.reference, at: now() });
    expect(await page(to)).toContain("Werkopdracht 1:00 u");
    const time = { date: today(), duration: "0:05", step: "research", under: "nothing" };
    expect((await post(to, "time", time, joris)).status).toBe(303);
    expect((await post(to, "time", { ...time, under: "iets" }, joris)).status).toBe(422);
  });

  it("reduces a price and waives a start fee with reasons that the customer reads, and withdraws a reduction", async () => {
    const to = await aTicket(mine);
    const cost = `${localMonthOf(now().subtract({ hours: 2 }), timeZone)} standard`;
    const tooMuch = await post(to, "corrections", { cost, amount: "25,01", reason: "Te lang gezocht" });
    expect(tooMuch.status).toBe(409);
    for (const text of ["nog € 25,00", 'value="25,01"', "Te lang gezocht"]) expect(tooMuch.text).toContain(text);
    expect((await post(to, "corrections", { cost, amount: "-5", reason: "Meer" })).status).toBe(422);
    expect((await post(to, "corrections", { cost: "2026-13 half", amount: "5", reason: "x" })).status).toBe(422);
    expect((await post(to, "corrections", { cost, amount: "10", reason: "Te lang gezocht" })).status).toBe(303);
    expect(await portal(to)).toContain("Hiervoor rekenen we € 10,00 minder: Te lang gezocht (CE7).");
    const desk = await page(to);
    const id = lastId(desk, /corrections\/([0-9a-f-]{36})\/withdraw/g);
    expect((await post(to, `corrections/${id}/withdraw`, {})).status).toBe(303);
    expect((await post(to, `corrections/${id}/withdraw`, {})).status).toBe(409);
    expect((await post(to, "start-fee", { reason: "" })).status).toBe(422);
    expect((await post(to, "start-fee", { reason: "Onze eigen storing" })).status).toBe(303);
    expect((await post(to, "start-fee", { reason: "Nog eens" })).status).toBe(409);
    const seen = await portal(to);
    expect(seen).toContain("Het starttarief is kwijtgescholden: Onze eigen storing (T1)");
    expect(seen).not.toContain("€ 10,00 minder");
    expect(seen).toContain("Het starttarief is kwijtgescholden; werk dat al gedaan is, blijft staan");
  });
});
