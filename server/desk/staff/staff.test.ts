import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { act, consultant, makeTicket, seenAll } from "../../../test/support/act.ts";
import { openLiveStream } from "../../../test/support/live-stream.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { openVisitor, waitForMail } from "../../../test/support/visitor.ts";
import type { PersonId } from "../../../core/values/ids.ts";
import { inTransaction } from "../../db/transaction.ts";
import { attempt, type Work } from "../../events/work.ts";
import type { Result } from "../../../core/values/result.ts";
import type { Staff } from "../../../core/access/actor.ts";
import { makeInvitation } from "../../sign-in/make-invitation.ts";
import { pickUpTicket } from "../../tickets/pick-up-ticket.ts";
import { startTimer } from "../../time/start-timer.ts";
import { suspendStaff } from "../../staff/suspend-staff.ts";

let server: TestServer;
let administrator: PersonId;
let desk: TestBrowser;
beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
});
afterAll(async () => server.close());
beforeEach(async () => {
  administrator = await makeStaff(server.services, "administrator");
  desk = await server.browser(administrator);
});

const now = () => server.services.systemNow();
const personOf = async (id: PersonId) =>
  asSystem(server.services, now(), async ({ tx }) =>
    tx.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
  );
const eventsOf = async (id: PersonId) =>
  asSystem(server.services, now(), async ({ tx }) =>
    tx.selectFrom("provider_events").select("kind").where("subject", "=", id).orderBy("sequence").execute(),
  );

const as = async <Value>(personId: PersonId, run: (work: Work<Staff>) => Promise<Result<Value>>) => {
  const actor = { kind: "administrator", personId } as const;
  return inTransaction(server.services.databases, actor, async (tx) => {
    const work = { tx, actor, now: server.services.now, reacts: true };
    return attempt(work, async () => run(work));
  });
};

const typed = (mailAddress: string, changes: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    name: "Noor de Wit",
    mailAddress,
    role: "consultant",
    language: "nl",
    hours: "28,5",
    idempotencyKey: randomUUID(),
    ...changes,
  });

describe("adding a colleague", () => {
  it("mails an invitation with which they sign in, and lists them until then as invited", async () => {
    expect((await desk.post("/desk/staff", typed("Noor@nieuw.example"))).status).toBe(303);
    const listed = await (await desk.get("/desk/staff")).text();
    for (const shown of ["Noor de Wit", "noor@nieuw.example", "28:30", "Uitgenodigd, tot"])
      expect(listed).toContain(shown);
    const mail = await waitForMail(server, "noor@nieuw.example");
    const token = /invitation\?token=([\w-]+)/.exec(mail.text)?.[1] ?? "";
    const visitor = openVisitor(server);
    expect((await visitor.post("/sign-in/invitation", { token })).headers.get("location")).toBe("/desk");
    expect((await visitor.get("/desk/staff")).status).toBe(403);
    const page = await (await desk.get("/desk/staff")).text();
    expect(page).not.toContain("Uitgenodigd, tot");
  });

  it.each([
    ["an address that is none", { mailAddress: "noor" }, "geen e-mailadres"],
    ["more hours than a week has for work", { hours: "101" }, "te laag of te hoog"],
    ["hours that are no number", { hours: "veel" }, "geen getal"],
    ["no name", { name: " " }, "Vul dit in"],
  ])("refuses %s, and shows what was typed again", async (_, changes, sentence) => {
    const answer = await desk.post("/desk/staff", typed("noor@fout.example", changes));
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(sentence);
    for (const each of Object.values(changes)) expect(html).toContain(each.trim());
  });

  it("refuses the address of a colleague as already-staff, also of a suspended one, and of a contact as is-contact", async () => {
    const colleague = await makeStaff(server.services);
    const { mailAddress } = await personOf(colleague);
    const refusedFor = async (address: string) => (await desk.post("/desk/staff", typed(address))).text();
    expect(await refusedFor(mailAddress.toUpperCase())).toContain("al van een collega");
    await as(administrator, async (work) => suspendStaff(work, { personId: colleague, systemNow: now() }));
    expect(await refusedFor(mailAddress)).toContain("al van een collega");
    const { first } = await makeOrganisation(server.services);
    expect(await refusedFor((await personOf(first)).mailAddress)).toContain("iemand bij een klant");
  });

  it("adds one person when two administrators add the same address at once", async () => {
    const other = await server.browser(await makeStaff(server.services, "administrator"));
    const answers = await Promise.all(
      [desk, other].map(async (each) => each.post("/desk/staff", typed("samen@nieuw.example"))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 422]));
  });

  it("is not a consultant's to do, nor to look at", async () => {
    const consultant = await server.browser(await makeStaff(server.services));
    expect((await consultant.get("/desk/staff")).status).toBe(403);
    expect((await consultant.post("/desk/staff", typed("x@nieuw.example"))).status).toBe(403);
  });
});

describe("changing a colleague", () => {
  const change = (changes: Readonly<Record<string, string>> = {}) =>
    new URLSearchParams({ name: "Sanne de Boer", role: "administrator", hours: "16", version: "0", ...changes });

  it("sets name, role and hours, which hold at once", async () => {
    const colleague = await makeStaff(server.services);
    const browser = await server.browser(colleague);
    expect((await browser.get("/desk/staff")).status).toBe(403);
    expect((await desk.post(`/desk/staff/${colleague}`, change())).status).toBe(303);
    expect((await browser.get("/desk/staff")).status).toBe(200);
    expect(await personOf(colleague)).toMatchObject({ name: "Sanne de Boer", weeklyCapacityMinutes: 960 });
  });

  it("refuses a form that was made before a colleague's change as changed-meanwhile", async () => {
    const colleague = await makeStaff(server.services);
    await desk.post(`/desk/staff/${colleague}`, change());
    const stale = await desk.post(`/desk/staff/${colleague}`, change({ name: "Iemand anders" }));
    expect(stale.status).toBe(409);
    const html = await stale.text();
    expect(html).toContain("wijzigde de gegevens");
    expect(html).toContain("Iemand anders");
  });

  it("refuses one's own demotion as own-access, and somebody who is not of staff as not-found", async () => {
    const { first } = await makeOrganisation(server.services);
    const own = await desk.post(`/desk/staff/${administrator}`, change({ role: "consultant" }));
    expect(own.status).toBe(409);
    expect(await own.text()).toContain("eigen toegang");
    expect((await desk.get(`/desk/staff/${first}`)).status).toBe(404);
    expect((await desk.post(`/desk/staff/${first}`, change())).status).toBe(404);
  });
});

describe("suspending a colleague", () => {
  const button = async (id: PersonId, deed: string) => desk.post(`/desk/staff/${id}/${deed}`, new URLSearchParams());

  it("ends sessions, codes and the invitation at once, and none of them comes back with the colleague", async () => {
    const colleague = await makeStaff(server.services);
    const browser = await server.browser(colleague);
    const { mailAddress } = await personOf(colleague);
    const visitor = openVisitor(server);
    await visitor.post("/sign-in", { mailAddress });
    const code = /\d{4} \d{4}/.exec((await waitForMail(server, mailAddress)).text)?.[0] ?? "";
    const { token } = await asSystem(server.services, now(), async (work) =>
      makeInvitation(work, { personId: colleague, lifetime: { hours: 1 }, systemNow: now() }),
    );
    expect((await browser.get("/desk")).status).toBe(200);
    expect((await button(colleague, "suspend")).status).toBe(303);
    const isOut = async () => {
      expect((await browser.get("/desk")).status).toBe(303);
      expect((await visitor.post("/sign-in/code", { code })).status).toBe(422);
      expect((await openVisitor(server).post("/sign-in/invitation", { token })).status).toBe(422);
    };
    await isOut();
    // As of a sign-in that was under way.
    const late = await server.browser(colleague);
    expect((await button(colleague, "bring-back")).status).toBe(303);
    await isOut();
    expect((await late.get("/desk")).status).toBe(303);
    expect((await (await server.browser(colleague)).get("/desk")).status).toBe(200);
  });

  it("ends the pages that stand open", async () => {
    const colleague = await makeStaff(server.services);
    const stream = await openLiveStream(server.url, await server.cookie(colleague));
    await button(colleague, "suspend");
    expect(await stream.end()).toContain("retry");
  });

  it("leaves open tickets and a running timer to be seen, and taken over", async () => {
    const colleague = await makeStaff(server.services);
    const reference = await makeTicket(server.services, await makeOrganisation(server.services));
    const by = consultant(colleague);
    const started = await act(server.services, by, async (work) => {
      const picked = await pickUpTicket(work, { reference });
      return picked.ok ? startTimer(work, { reference, step: "research" }) : picked;
    });
    expect(started.ok).toBe(true);
    const page = async () => (await desk.get(`/desk/staff/${colleague}`)).text();
    expect(await page()).not.toContain("Er loopt nog een timer");
    await button(colleague, "suspend");
    const html = await page();
    for (const shown of ["neemt een ticket over", "Er loopt nog een timer", reference]) expect(html).toContain(shown);
    expect((await desk.post(`/desk/tickets/${reference}/pick-up`, { version: seenAll })).status).toBe(303);
    expect(await page()).toContain("Geen open tickets");
  });

  it("refuses one's own access as own-access, and what a colleague did already as changed-meanwhile", async () => {
    const own = await button(administrator, "suspend");
    expect(own.status).toBe(409);
    expect(await own.text()).toContain("eigen toegang");
    const colleague = await makeStaff(server.services);
    expect((await button(colleague, "bring-back")).status).toBe(409);
    await button(colleague, "suspend");
    const again = await button(colleague, "suspend");
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("schorste deze collega");
    const invited = await button(colleague, "invitation");
    expect(invited.status).toBe(409);
    expect(await invited.text()).toContain("is geschorst");
    const listed = await (await desk.get("/desk/staff")).text();
    expect(listed).toContain("Geschorst");
    expect(await (await desk.get(`/desk/staff/${colleague}`)).text()).toContain("Geschorst sinds");
  });

  it("is refused to the last administrator, suspended or in another role, as last-administrator", async () => {
    await asSystem(server.services, now(), async ({ tx }) =>
      tx.updateTable("people").set({ deactivatedAt: now() }).where("id", "!=", administrator).execute(),
    );
    expect(await (await button(administrator, "suspend")).text()).toContain("de laatste beheerder");
    const role = new URLSearchParams({ name: "Sanne", role: "consultant", hours: "0", version: "0" });
    const demoted = await desk.post(`/desk/staff/${administrator}`, role);
    expect(demoted.status).toBe(409);
    expect(await demoted.text()).toContain("de laatste beheerder");
  });

  it("is recorded in the provider's chain, with what was before", async () => {
    const colleague = await makeStaff(server.services);
    await button(colleague, "invitation");
    await button(colleague, "suspend");
    await button(colleague, "bring-back");
    expect((await eventsOf(colleague)).map(({ kind }) => kind)).toEqual([
      "person-invited",
      "person-suspended",
      "person-brought-back",
    ]);
  });
});
