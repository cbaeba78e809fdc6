import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createTicketAt } from "../../../test/support/make-work.ts";
import { eventOf, makeMail } from "../../../test/support/make-mails.ts";
import {
  asSystem,
  makeOrganisation,
  makeStaff,
  type TestOrganisation,
} from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { verifyChain } from "../../verify/verify-chain.ts";

const patient = { timeout: 15_000 };
const full = { problem: "receiver-later", answer: "452 4.2.2 mailbox full" } as const;
const away = { problem: "unreachable", answer: "connect ECONNREFUSED 192.0.2.1:25" } as const;
const unknown = { problem: "receiver-refused", answer: "550 5.1.1 no such mailbox" } as const;

describe("the page of mail that has not arrived (R41, R45)", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let marieke: TestBrowser;
  let sanne: TestBrowser;
  let anna: TestBrowser;
  let reference: string;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services, "Drukkerij Inktvis");
    const at = server.services.now().subtract({ hours: 1 }).toString();
    ({ reference } = await createTicketAt(server.services, organisation, { at }));
    marieke = await server.browser(await makeStaff(server.services, "administrator"));
    sanne = await server.browser(await makeStaff(server.services));
    anna = await server.browser(organisation.first);
  });
  afterAll(async () => server.close());

  const text = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll("&#39;", "'");
  /** A mail about the ticket's creation, by default to a contact. */
  const made = async (mail: Partial<Parameters<typeof makeMail>[1]>) => {
    const organisationId = organisation.id;
    const aboutId = await eventOf(server.services, organisationId, "ticket-created");
    await forget(aboutId);
    return makeMail(server.services, { organisationId, aboutId, personId: organisation.first, failure: full, ...mail });
  };
  const forget = async (aboutId: string) =>
    asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.deleteFrom("outgoing_mails").where("aboutId", "=", aboutId).execute(),
    );
  const read = async (id: string) =>
    asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("outgoing_mails").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
    );
  const abilities = async (id: string) =>
    ((await (await marieke.get(`/api/desk/mails/${id}`)).json()) as { abilities: unknown }).abilities;
  const events = async (kind: string) =>
    asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx
        .selectFrom("events")
        .innerJoin("event_payloads", "event_payloads.eventId", "events.id")
        .select(["events.subject", "event_payloads.payload"])
        .where("events.organisationId", "=", organisation.id)
        .where("kind", "=", kind)
        .orderBy("sequence", "desc")
        .execute(),
    );

  it("is for staff; only administrators change anything", async () => {
    const id = await made({});
    expect((await anna.get("/desk/mails")).status).toBe(403);
    expect((await anna.get(`/api/desk/mails/${id}`)).status).toBe(403);
    expect(await text(sanne.get(`/desk/mails/${id}`))).toContain("Een beheerder kan de mail opnieuw laten versturen");
    for (const browser of [anna, sanne]) {
      expect((await browser.post(`/desk/mails/${id}/try-again`, {})).status).toBe(403);
      expect((await browser.post(`/desk/mails/${id}/stop`, { reason: "Nee" })).status).toBe(403);
      expect((await browser.post("/desk/mails/try-again", { state: "waiting" })).status).toBe(403);
      expect((await browser.sendJson("/api/desk/mails/stop", { state: "refused", reason: "Nee" })).status).toBe(403);
    }
  });

  it("says of what waits since when, what the mail server said and what to do, in both languages", async () => {
    await made({ failure: away });
    const dutch = await text(sanne.get("/desk/mails"));
    for (const words of [
      "De mailserver is niet bereikbaar · 1 mail wacht",
      "Controleer of de mailserver draait en of SMTP_URL klopt.",
      "Er gaat niets verloren",
      "connect ECONNREFUSED 192.0.2.1:25",
      "Drukkerij Inktvis",
      reference,
    ])
      expect(dutch).toContain(words);
    await sanne.post("/preferences", { language: "en", returnTo: "/desk" });
    const english = await text(sanne.get("/desk/mails"));
    expect(english).toContain("The mail server cannot be reached · 1 mail is waiting");
    await sanne.post("/preferences", { language: "nl", returnTo: "/desk" });
    const id = await made({ failure: full });
    const api = (await (await sanne.get("/api/desk/mails")).json()) as { mails: object[]; next: string | null };
    expect(api).toMatchObject({
      mails: [
        {
          id,
          kind: "notice",
          state: "waiting",
          problem: full.problem,
          answer: full.answer,
          ticket: reference,
          tries: 1,
          abilities: ["mail.read"],
        },
      ],
      next: null,
    });
  });

  it("makes the board speak of it, quietly, while something is stuck", async () => {
    const aboutId = await eventOf(server.services, organisation.id, "ticket-created");
    await forget(aboutId);
    expect(await text(sanne.get("/desk"))).not.toContain("Er is mail die niet aankomt");
    await made({ failure: full, hoursAgo: 0 });
    expect(await text(sanne.get("/desk"))).not.toContain("Er is mail die niet aankomt");
    await made({ failure: full, hoursAgo: 1 });
    expect(await text(sanne.get("/desk"))).toContain("Er is mail die niet aankomt");
    await made({ failure: unknown, state: "refused", hoursAgo: 0 });
    expect(await text(sanne.get("/desk"))).toContain("Er is mail die niet aankomt");
  });

  it("has a refused mail tried again, which then arrives, and keeps who did it", async () => {
    const id = await made({ failure: unknown, state: "refused" });
    const page = await text(marieke.get(`/desk/mails/${id}`));
    expect(page).toContain("Het adres is geweigerd");
    expect(page).toContain("550 5.1.1 no such mailbox");
    const tried = await marieke.post(`/desk/mails/${id}/try-again`, {});
    expect([tried.status, tried.headers.get("location")]).toEqual([303, `/desk/mails/${id}`]);
    await expect.poll(async () => (await read(id)).state, patient).toBe("accepted");
    expect((await read(id)).endsAt?.since((await read(id)).waitingSince).total("hours")).toBe(72);
    const sent = server.services.demo?.mailbox.list().filter(({ subject }) => subject.includes(reference)) ?? [];
    expect(sent).toHaveLength(1);
    expect((await events("mail-tried-again"))[0]).toMatchObject({ subject: id });
    const again = await marieke.post(`/desk/mails/${id}/try-again`, {});
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("De mailserver heeft deze mail al aangenomen");
    const refused = await marieke.sendJson(`/api/desk/mails/${id}/stop`, { reason: "Te laat" });
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: "mail-accepted" }]);
    expect(await abilities(id)).toEqual(["mail.read"]);
  });

  it("stops a mail only with a reason, keeps what was typed, and can still send it later", async () => {
    const id = await made({ failure: full });
    const without = await marieke.post(`/desk/mails/${id}/stop`, { reason: "  " });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain("Stop met proberen");
    expect(await abilities(id)).toEqual(["mail.read", "mail.try-again", "mail.stop"]);
    expect((await marieke.post(`/desk/mails/${id}/stop`, { reason: "Per post <verstuurd>." })).status).toBe(303);
    expect(await abilities(id)).toEqual(["mail.read", "mail.try-again"]);
    expect(await read(id)).toMatchObject({ state: "stopped", answer: full.answer });
    expect((await events("mail-stopped"))[0]).toMatchObject({
      subject: id,
      payload: { reason: "Per post <verstuurd>.", kind: "notice", state: "waiting" },
    });
    expect((await marieke.post(`/desk/mails/${id}/stop`, { reason: "Nog eens" })).status).toBe(409);
    expect((await marieke.sendJson(`/api/desk/mails/${id}/try-again`, {})).status).toBe(200);
    await expect.poll(async () => (await read(id)).state, patient).toBe("accepted");
  });

  it("acts on all that stand alike: tries them, or leaves the notices at that", async () => {
    const first = await made({ failure: unknown, state: "refused" });
    const second = await makeMail(server.services, {
      organisationId: organisation.id,
      aboutId: (await read(first)).aboutId,
      personId: organisation.second,
      failure: unknown,
      state: "refused",
    });
    const none = await marieke.post("/desk/mails/stop", { state: "refused", reason: "" });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain("Geweigerd");
    const other = await marieke.sendJson("/api/desk/mails/stop", {
      state: "refused",
      problem: "too-large",
      reason: "x",
    });
    expect([other.status, await other.json()]).toEqual([200, { mails: 0 }]);
    const stopped = await marieke.sendJson("/api/desk/mails/stop", { state: "refused", reason: "Bekend" });
    expect([stopped.status, await stopped.json()]).toEqual([200, { mails: 2 }]);
    expect([(await read(first)).state, (await read(second)).state]).toEqual(["stopped", "stopped"]);
    expect((await events("mail-stopped"))[0]?.payload).toMatchObject({
      reason: "Bekend",
      mails: [{ id: first }, { id: second }],
    });
    for (const id of [first, second]) await marieke.sendJson(`/api/desk/mails/${id}/try-again`, {});
    await expect
      .poll(async () => [(await read(first)).state, (await read(second)).state], patient)
      .toEqual(["accepted", "accepted"]);
    const given = await made({ failure: away, state: "given-up" });
    expect((await marieke.post("/desk/mails/try-again", { state: "given-up" })).headers.get("location")).toBe(
      "/desk/mails",
    );
    await expect.poll(async () => (await read(given)).state, patient).toBe("accepted");
  });

  it("does not mail a code again, whose time is over", async () => {
    const code = { organisationId: null, aboutId: crypto.randomUUID(), kind: "sign-in-code" } as const;
    const id = await made({ ...code, failure: unknown, state: "refused" });
    expect((await marieke.post(`/desk/mails/${id}/try-again`, {})).status).toBe(409);
    expect((await marieke.post(`/desk/mails/${id}/stop`, { reason: "Nee" })).status).toBe(409);
    expect(await text(marieke.get(`/desk/mails/${id}`))).toContain("Inlogcode");
    expect(
      (await (await marieke.sendJson("/api/desk/mails/try-again", { state: "refused" })).json()) as object,
    ).toEqual({ mails: 0 });
  });

  it("pages by key, the oldest first, and misses none that is tried again meanwhile", async () => {
    const aboutId = await eventOf(server.services, organisation.id, "ticket-created");
    await forget(aboutId);
    const people = await Promise.all(Array.from({ length: 53 }, async () => makeStaff(server.services)));
    for (const [index, personId] of people.entries())
      await makeMail(server.services, {
        organisationId: organisation.id,
        aboutId,
        personId,
        failure: full,
        hoursAgo: 100 - index,
      });
    const first = await text(sanne.get("/desk/mails"));
    const next =
      /href="(\/desk\/mails\?state=waiting&amp;after=[^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const linksOf = (page: string) =>
      [...page.matchAll(/class="row-link" href="\/desk\/mails\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? "");
    await marieke.post(`/desk/mails/${linksOf(first).at(-1)}/try-again`, {});
    const second = await text(sanne.get(next));
    expect([linksOf(first).length, linksOf(second).length]).toEqual([50, 3]);
    expect(new Set([...linksOf(first), ...linksOf(second)]).size).toBe(53);
    expect((await sanne.get("/desk/mails?after=nonsense")).status).toBe(200);
  });

  it("leaves the chain of events whole", async () => {
    const { broken } = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      verifyChain(tx, organisation.id),
    );
    expect(broken).toBeNull();
  });
});
