import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { PersonId } from "../../../core/values/ids.ts";
import { act, consultant, makeTicket } from "../../../test/support/act.ts";
import {
  asSystem,
  makeOrganisation,
  makeStaff,
  type TestOrganisation,
} from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../../test/support/start-test-server.ts";
import { requestAuthorisation } from "../../authorisations/request-authorisation.ts";
import { appointSignatory } from "../../organisations/appoint-signatory.ts";
import { addPerson } from "../../people/add-person.ts";
import { pickUpTicket } from "../../tickets/pick-up-ticket.ts";
import { replyToTicket } from "../../tickets/reply-to-ticket.ts";
import { logTimeEntry } from "../../time/log-time-entry.ts";

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("a ticket's page in the portal", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let sanne: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    sanne = await makeStaff(server.services);
  });
  afterAll(async () => server.close());

  const customer = async () => server.browser(organisation.first);
  const pageOf = async (reference: string) => (await (await customer()).get(`/portal/tickets/${reference}`)).text();
  async function ask(reference: string, rest: { minutes?: number; validUntil?: Temporal.PlainDate } = {}) {
    const asked = await act(server.services, consultant(sanne), async (work) =>
      requestAuthorisation(work, {
        reference,
        minutes: rest.minutes ?? 180,
        windows: ["office"],
        explanation: "Het profiel moet **opnieuw**.",
        validUntil: rest.validUntil ?? null,
      }),
    );
    if (!asked.ok) throw new Error(asked.refusal.code);
    return asked.value.id;
  }

  it("shows the steps, what it cost, the conversation and the time with why it was not charged (P1, P3)", async () => {
    const reference = await makeTicket(server.services, organisation);
    const now = server.services.now().round({ smallestUnit: "minute", roundingMode: "floor" });
    await act(server.services, consultant(sanne), async (work) => pickUpTicket(work, { reference }));
    await act(server.services, consultant(sanne), async (work) =>
      replyToTicket(work, { reference, body: "We zien *het* probleem. <script>x</script>", attachmentIds: [] }),
    );
    const at = now.add({ minutes: 30 });
    const logged = await act(
      server.services,
      consultant(sanne),
      async (work) =>
        logTimeEntry(work, {
          reference,
          step: "research",
          start: now.add({ minutes: 1 }),
          end: now.add({ minutes: 20 }),
          isChargeable: false,
          reason: "Onze eigen fout",
          description: "Gezocht",
        }),
      at,
    );
    expect(logged.ok).toBe(true);
    const html = await pageOf(reference);
    for (const words of [
      "Onze eigen fout",
      "We zien *het* probleem.",
      "pakte het ticket op.",
      "€\u00a025,00",
      "0:15",
      'aria-current="step"',
      "Wacht op jou",
    ])
      expect(html).toContain(words);
    expect(html).not.toContain("<script>x");
  });

  it("takes a reply with a picture, which is shown inline, and the turn is ours again", async () => {
    const reference = await makeTicket(server.services, organisation);
    const browser = await customer();
    const form = new FormData();
    form.set("body", "Zie het plaatje.");
    form.set("idempotencyKey", randomUUID());
    form.append("files", new File([picture], "scherm.png"));
    form.append("files", new File(["regel"], "log.txt"));
    expect((await browser.post(`/portal/tickets/${reference}/reply`, form)).status).toBe(303);
    const html = await pageOf(reference);
    const source = /<img[^>]*src="([^"]+)"/.exec(html)?.[1] ?? "";
    const shown = await browser.get(source);
    expect(shown.headers.get("content-type")).toBe("image/png");
    expect(shown.headers.get("content-disposition")).toMatch(/^inline/);
    const file = /class="attachment" href="([^"]+)"/.exec(html)?.[1] ?? "";
    expect((await browser.get(file)).headers.get("content-disposition")).toMatch(/^attachment/);
    const stranger = await server.browser((await makeOrganisation(server.services)).first);
    expect((await stranger.get(source)).status).toBe(404);
    expect((await browser.get(`/portal/tickets/${reference}/attachments/${randomUUID()}`)).status).toBe(404);
    expect((await browser.get(`/portal/tickets/${reference}/attachments/x`)).status).toBe(404);
  });

  it("keeps what was typed when a reply is refused", async () => {
    const reference = await makeTicket(server.services, organisation);
    const form = new FormData();
    form.set("body", "Met een leeg bestand.");
    form.append("files", new File([], "leeg.txt"));
    const answer = await (await customer()).post(`/portal/tickets/${reference}/reply`, form);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain("leeg.txt is leeg");
    expect(html).toContain("Met een leeg bestand.");
    expect((await (await customer()).post(`/portal/tickets/${reference}/reply`, { body: " " })).status).toBe(422);
  });

  it("shows a request for authorisation and records the approval once (T3)", async () => {
    const reference = await makeTicket(server.services, organisation);
    const id = await ask(reference);
    const html = await pageOf(reference);
    for (const words of ["akkoord gevraagd voor 3:00", "€\u00a0300,00", "Het profiel moet **opnieuw**."])
      expect(html).toContain(words);
    const home = await (await (await customer()).get("/portal")).text();
    expect(home).toContain("Akkoord gevraagd: 3:00");
    const path = `/portal/tickets/${reference}/authorisations/${id}`;
    expect((await (await customer()).post(path, { version: "1", decision: "approve" })).status).toBe(303);
    expect(await pageOf(reference)).toContain("0:15\u00a0u van 5:15\u00a0u");
    const again = await (await customer()).post(path, { version: "1", decision: "decline", reason: "Te duur" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("al besloten");
  });

  it("declines with a reason that stays to be read, and keeps a reason that is refused", async () => {
    const reference = await makeTicket(server.services, organisation);
    const path = `/portal/tickets/${reference}/authorisations/${await ask(reference)}`;
    const outdated = await (
      await customer()
    ).post(path, { version: "7", decision: "decline", reason: "Te duur voor ons" });
    expect(outdated.status).toBe(409);
    expect(await outdated.text()).toContain("Te duur voor ons</textarea>");
    expect(
      (await (await customer()).post(path, { version: "1", decision: "decline", reason: "Te duur voor ons" })).status,
    ).toBe(303);
    const html = await pageOf(reference);
    expect(html).toContain("Afgewezen");
    expect(html).toContain("Te duur voor ons");
  });

  it("shows the rates before outside hours are agreed to, and from when they were (M5)", async () => {
    const reference = await makeTicket(server.services, organisation);
    expect(await pageOf(reference)).toContain("€\u00a0145,00");
    expect((await (await customer()).post(`/portal/tickets/${reference}/outside-hours`, {})).status).toBe(303);
    const html = await pageOf(reference);
    expect(html).toContain("Werk buiten kantooruren mag sinds");
    expect(html).not.toContain("Akkoord met deze tarieven");
  });

  it("withdraws after saying that the start fee stays, and takes nothing more then (T1)", async () => {
    const reference = await makeTicket(server.services, organisation);
    const id = await ask(reference);
    expect(await pageOf(reference)).toContain("Het starttarief van €\u00a025,00 blijft staan");
    const browser = await customer();
    expect((await browser.post(`/portal/tickets/${reference}/withdraw`, {})).status).toBe(303);
    const html = await pageOf(reference);
    expect(html).toContain("Ingetrokken, gesloten op");
    expect(html).toContain("Vervallen");
    for (const [path, fields] of [
      ["withdraw", {}],
      ["outside-hours", {}],
      ["reply", { body: "Toch nog iets" }],
      [`authorisations/${id}`, { version: "1", decision: "approve" }],
    ] as const) {
      const refused = await browser.post(`/portal/tickets/${reference}/${path}`, fields);
      expect(refused.status).toBe(409);
      const page = await refused.text();
      expect(page).toContain("Dit ticket is gesloten");
      expect(page.includes(">Toch nog iets</textarea>")).toBe(path === "reply");
    }
  });

  it("lets a signatory without a seat read, and says why there are no forms", async () => {
    const reference = await makeTicket(server.services, organisation);
    const id = await ask(reference);
    const signatory = await asSystem(server.services, server.services.now(), async (work) => {
      const personId = await addPerson(work, {
        name: "Directeur",
        mailAddress: `d${randomUUID()}@customer.example`,
        language: "nl",
        staffRole: null,
      });
      await appointSignatory(work, { organisationId: organisation.id, personId });
      return personId;
    });
    const browser = await server.browser(signatory);
    const html = await (await browser.get(`/portal/tickets/${reference}`)).text();
    expect(html).toContain("Je leest mee als tekenbevoegde");
    expect(html).not.toContain("<textarea");
    for (const [path, fields] of [
      ["withdraw", {}],
      ["outside-hours", {}],
      ["reply", { body: "Mag dit" }],
      [`authorisations/${id}`, { version: "1", decision: "approve" }],
    ] as const)
      expect((await browser.post(`/portal/tickets/${reference}/${path}`, fields)).status).toBe(403);
  });

  it("does not exist under an address that names no ticket", async () => {
    const browser = await customer();
    for (const path of ["K26-99999", "x", "%00", "%F0%9F%92%A9", "9".repeat(300)])
      expect([400, 404]).toContain((await browser.get(`/portal/tickets/${path}`)).status);
    const reference = await makeTicket(server.services, organisation);
    expect((await browser.get(`/portal/tickets/${reference}?before=nonsense`)).status).toBe(200);
    expect((await browser.get(`/portal/tickets/${reference}?urgency=high`)).status).toBe(200);
  });

  it("does not exist for another organisation, for staff or for who is signed out", async () => {
    const reference = await makeTicket(server.services, organisation);
    const id = await ask(reference);
    const posts = [
      ["withdraw", {}],
      ["outside-hours", {}],
      ["reply", { body: "Van ons" }],
      [`authorisations/${id}`, { version: "1", decision: "approve" }],
    ] as const;
    const other = await server.browser((await makeOrganisation(server.services)).first);
    const staffBrowser = await server.browser(sanne);
    expect((await other.get(`/portal/tickets/${reference}`)).status).toBe(404);
    expect((await staffBrowser.get(`/portal/tickets/${reference}`)).status).toBe(403);
    for (const [path, fields] of posts) {
      expect((await other.post(`/portal/tickets/${reference}/${path}`, fields)).status).toBe(404);
      expect((await staffBrowser.post(`/portal/tickets/${reference}/${path}`, fields)).status).toBe(403);
    }
    const signedOut = await fetch(new URL(`/portal/tickets/${reference}`, server.url), { redirect: "manual" });
    expect(signedOut.status).toBe(303);
  });
});
