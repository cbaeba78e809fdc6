import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openVisitor, type Visitor, waitForMail } from "../../test/support/visitor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { assignSeat } from "../organisations/assign-seat.ts";
import { identify, identifyAll, openSession } from "./sessions.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
});
afterAll(async () => server.close());

const cookie = "kwartier-session";

async function signedIn(personId: PersonId): Promise<Visitor> {
  const visitor = openVisitor(server);
  const { token } = await asSystem(server.services, server.services.now(), async ({ tx }) =>
    openSession(tx, personId, server.services.systemNow()),
  );
  visitor.cookies.set(cookie, token);
  return visitor;
}

const page = "/portal/tickets/new";
const two = { contactSeats: 2 };

describe("a session", () => {
  it("is known together with others as it is alone", async () => {
    const [one, two] = [await makeOrganisation(server.services), await makeOrganisation(server.services)];
    const signatory = two.first;
    await asSystem(server.services, server.services.now(), async ({ tx }) => {
      await tx.deleteFrom("seats").where("personId", "=", signatory).execute();
      await tx.updateTable("seats").set({ personId: one.first }).where("organisationId", "=", two.id).execute();
    });
    const former = await makeStaff(server.services);
    const people = [one.first, one.second, signatory, await makeStaff(server.services), former];
    const tokens = [];
    for (const person of people) tokens.push((await signedIn(person)).cookies.get(cookie) ?? "");
    tokens.push("nobody", tokens[0] ?? "");
    await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.updateTable("people").set({ staffRole: null }).where("id", "=", former).execute(),
    );
    const { databases, systemNow } = server.services;
    const alone = await Promise.all(tokens.map(async (token) => identify(databases, token, systemNow())));
    expect(await identifyAll(databases, tokens, systemNow())).toEqual(alone);
    expect(alone.map((identity) => identity?.actor?.kind)).toEqual([
      undefined,
      "contact",
      "contact",
      "consultant",
      undefined,
      undefined,
      undefined,
    ]);
    expect(alone.map((identity) => identity?.organisationCount)).toEqual([2, 1, 1, 0, 0, undefined, 2]);
  });

  it("ends when its person signs out, also for whoever copied the cookie", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = await signedIn(first);
    const copied = visitor.cookies.get(cookie) ?? "";
    const answer = await visitor.post("/sign-out", {});
    expect(answer.headers.get("location")).toBe("/sign-in");
    expect(answer.headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect(visitor.cookies.has(cookie)).toBe(false);
    visitor.cookies.set(cookie, copied);
    expect((await visitor.get(page)).headers.get("location")).toContain("/sign-in?next=");
  });

  it("brings whoever sent a form without it back to the form's page, where what was typed is kept", async () => {
    const visitor = openVisitor(server);
    const send = async (referer: string) =>
      (await visitor.post("/portal/tickets", { title: "x" }, { referer })).headers.get("location");
    expect(await send(`${server.url}${page}`)).toBe(`/sign-in?next=${encodeURIComponent(page)}`);
    expect(await send("https://elders.example/portal")).toBe(`/sign-in?next=${encodeURIComponent("/")}`);
  });

  it("is a new one at every sign-in, and the one before ends", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = await signedIn(first);
    const before = visitor.cookies.get(cookie) ?? "";
    const { mailAddress } = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("people").select("mailAddress").where("id", "=", first).executeTakeFirstOrThrow(),
    );
    await visitor.post("/sign-in", { mailAddress });
    const mail = await waitForMail(server, mailAddress);
    await visitor.post("/sign-in/code", { code: /\d{4} \d{4}/.exec(mail.text)?.[0] ?? "" });
    expect(visitor.cookies.get(cookie)).not.toBe(before);
    expect((await visitor.get(page)).status).toBe(200);
    visitor.cookies.set(cookie, before);
    expect((await visitor.get(page)).status).toBe(303);
  });

  it("stops working at once for somebody who lost the seat (P2)", async () => {
    const organisation = await makeOrganisation(server.services);
    const { id: otherId } = await makeOrganisation(server.services);
    const visitor = await signedIn(organisation.second);
    expect((await visitor.get(page)).status).toBe(200);
    const other = await makeOrganisation(server.services);
    await asSystem(server.services, server.services.now(), async (work) =>
      assignSeat(work, { organisationId: organisation.id, number: 2, personId: other.first }, two),
    );
    expect((await visitor.get(page)).headers.get("location")).toBe(
      `/choose-organisation?next=${encodeURIComponent(page)}`,
    );
    const chooser = await visitor.get("/choose-organisation");
    expect(await chooser.text()).toContain("of no organisation at the moment");
    expect((await visitor.post("/choose-organisation", { organisationId: otherId })).status).toBe(404);
    expect((await visitor.post("/choose-organisation", { organisationId: organisation.id })).status).toBe(404);
  });

  it("stops working for somebody who was deactivated", async () => {
    const staff = await makeStaff(server.services);
    const visitor = await signedIn(staff);
    expect((await visitor.get("/")).headers.get("location")).toBe("/desk");
    await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.updateTable("people").set({ deactivatedAt: server.services.systemNow() }).where("id", "=", staff).execute(),
    );
    expect((await visitor.get("/")).headers.get("location")).toBe("/sign-in");
  });

  it("is a secret that scripts and other sites do not get", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = await signedIn(first);
    const answer = await visitor.post("/sign-out", {});
    for (const line of answer.headers.getSetCookie()) expect(line).toMatch(/Path=\/; HttpOnly; SameSite=Lax/);
  });
});

describe("somebody of several organisations", () => {
  it("chooses one, and changes later", async () => {
    const [one, other] = [
      await makeOrganisation(server.services, "Eerste Voorbeeld"),
      await makeOrganisation(server.services, "Tweede Voorbeeld"),
    ];
    await asSystem(server.services, server.services.now(), async (work) =>
      assignSeat(work, { organisationId: other.id, number: 2, personId: one.first }, two),
    );
    const visitor = await signedIn(one.first);
    expect((await visitor.get("/")).headers.get("location")).toMatch(/^\/choose-organisation/);
    expect((await visitor.get(page)).headers.get("location")).toBe(
      `/choose-organisation?next=${encodeURIComponent(page)}`,
    );
    expect(await (await visitor.get("/choose-organisation")).text()).toContain("Tweede Voorbeeld");
    expect(
      (await visitor.post("/choose-organisation", { organisationId: other.id, next: page })).headers.get("location"),
    ).toBe(page);
    expect(await (await visitor.get(page)).text()).toContain("Tweede Voorbeeld");
    await visitor.post("/choose-organisation", { organisationId: one.id });
    expect(await (await visitor.get(page)).text()).toContain("Eerste Voorbeeld");
  });
});

describe("preferences", () => {
  it("are kept by the browser, and the language also by the person, who is mailed in it", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = await signedIn(first);
    const answer = await visitor.post("/preferences", { language: "en", returnTo: page });
    expect(answer.headers.get("location")).toBe(page);
    await visitor.post("/preferences", { theme: "dark", returnTo: page });
    const html = await (await visitor.get(page)).text();
    expect(html).toContain('lang="en"');
    expect(html).toContain('data-theme="kwartier-dark"');
    const person = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("people").select("language").where("id", "=", first).executeTakeFirstOrThrow(),
    );
    expect(person.language).toBe("en");
  });

  it("come with the form of a page without scripts: it is shown again in the other language, and is not carried out", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = await server.browser(first);
    const form = new FormData();
    form.set("preference", "language:en");
    form.set("title", "Scanner mailt niet");
    form.set("description", "Sinds vanochtend.");
    form.append("files", new File(["10:03 timeout"], "scanner.log"));
    form.set("outsideHoursAgreed", "yes");
    const answer = await visitor.post("/portal/tickets", form);
    const html = await answer.text();
    expect([answer.status, html.includes('lang="en"')]).toEqual([200, true]);
    expect(html).toContain('value="Scanner mailt niet"');
    expect(html).toContain(">Sinds vanochtend.</textarea>");
    expect(/<input[^>]*name="outsideHoursAgreed"[^>]*>/.exec(html)?.[0]).toContain("checked");
    expect(html).toContain("scanner.log");
    expect(await (await visitor.get("/portal/tickets")).text()).not.toContain("Scanner mailt niet");
    // The buttons on a page with a form belong to the form, until a script separates them.
    expect(html).toMatch(/name="preference" value="language:nl" form="new-ticket"/);
  });

  it("come with a form whose page is not there: what was typed is shown, and the attempt is written down (R38)", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = await server.browser(first);
    const answer = await visitor.post("/portal/tickets/K26-99999/reply", {
      preference: "language:en",
      body: "Nog steeds.",
    });
    const html = await answer.text();
    expect([answer.status, html.includes("Nog steeds."), html.includes('lang="en"')]).toEqual([409, true, true]);
    await server.services.refusedAccesses.written();
    const known = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("refused_accesses").select(["reason", "address"]).where("personId", "=", first).execute(),
    );
    expect(known).toEqual([{ reason: "not-found", address: "POST /portal/tickets/K26-99999/reply" }]);
  });

  it.each(["//evil.example", "https://evil.example", "/\\evil.example"])(
    "do not send anybody on to %s",
    async (returnTo) => {
      const answer = await openVisitor(server).post("/preferences", { theme: "dark", returnTo });
      expect(answer.headers.get("location")).toBe("/");
    },
  );
});

describe("a form of another site", () => {
  it.each(["/sign-in", "/sign-in/code", "/sign-out", "/preferences", "/demo/sign-in", "/choose-organisation"])(
    "is refused at %s",
    async (path) => {
      const { first } = await makeOrganisation(server.services);
      const visitor = await signedIn(first);
      const answer = await visitor.post(path, {}, { origin: "https://evil.example" });
      expect(answer.status).toBe(403);
      expect((await visitor.get(page)).status).toBe(200);
    },
  );
});

describe("the demo's people", () => {
  it("are only those it offers: nobody else can be entered as", async () => {
    const { first } = await makeOrganisation(server.services);
    const address = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("people").select("mailAddress").where("id", "=", first).executeTakeFirstOrThrow(),
    );
    expect((await openVisitor(server).post("/demo/sign-in", { mailAddress: address.mailAddress })).status).toBe(404);
  });
});
