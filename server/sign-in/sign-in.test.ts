import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openVisitor, type Visitor, waitForMail } from "../../test/support/visitor.ts";
import type { PersonId } from "../../core/values/ids.ts";

let server: TestServer;
let owner: pg.Client;

beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
  owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

async function addressOf(id: PersonId): Promise<string> {
  const person = await asSystem(server.services, server.services.now(), async ({ tx }) =>
    tx.selectFrom("people").select("mailAddress").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  return person.mailAddress;
}

/** Asks for a code and reads it from the mail. */
async function askCode(visitor: Visitor, address: string): Promise<{ code: string; link: string }> {
  const known = new Set(server.services.demo?.mailbox.list().map((mail) => mail.id));
  const asked = await visitor.post("/sign-in", { mailAddress: address });
  expect(asked.headers.get("location")).toBe("/sign-in/code");
  const mail = await waitForMail(server, address, ({ id }) => !known.has(id));
  const code = /\d{4} \d{4}/.exec(mail.text)?.[0] ?? "";
  const link = /\/sign-in\/link\?token=(\S+)/.exec(mail.text)?.[1] ?? "";
  return { code, link };
}

const wrongFor = (code: string) => (code.startsWith("1") ? "22222222" : "11111111");

describe("signing in with a code from the mail", () => {
  it("lets a contact in, once, and opens a new session", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = openVisitor(server);
    const { code } = await askCode(visitor, await addressOf(first));
    const answer = await visitor.post("/sign-in/code", { code });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/portal");
    expect((await visitor.get("/portal/tickets/new")).status).toBe(200);
    const again = openVisitor(server);
    for (const [name, value] of visitor.cookies) if (name.endsWith("browser")) again.cookies.set(name, value);
    expect((await again.post("/sign-in/code", { code })).status).toBe(422);
  });

  it("says that a used code is used, to the browser it was for", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = openVisitor(server);
    const { code } = await askCode(visitor, await addressOf(first));
    const browser = new Map(visitor.cookies);
    await visitor.post("/sign-in/code", { code });
    for (const [name, value] of browser) visitor.cookies.set(name, value);
    const again = await visitor.post("/sign-in/code", { code });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain("al gebruikt");
  });

  it("counts attempts even though it refuses them, and takes no sixth", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = openVisitor(server);
    const { code } = await askCode(visitor, await addressOf(first));
    for (const left of [4, 3, 2])
      expect(await (await visitor.post("/sign-in/code", { code: wrongFor(code) })).text()).toContain(
        `nog ${left} keer`,
      );
    expect(await (await visitor.post("/sign-in/code", { code: wrongFor(code) })).text()).toContain("nog een keer");
    expect(await (await visitor.post("/sign-in/code", { code: wrongFor(code) })).text()).toContain("nu ongeldig");
    const sixth = await visitor.post("/sign-in/code", { code });
    expect(sixth.status).toBe(422);
    expect(await sixth.text()).toContain("nu ongeldig");
  });

  it("counts no attempt for what cannot be a code", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = openVisitor(server);
    const { code } = await askCode(visitor, await addressOf(first));
    for (const typed of ["1234", "abcdefgh", "123456789", "12345678; drop"])
      expect(await (await visitor.post("/sign-in/code", { code: typed })).text()).toContain("8 cijfers");
    expect((await visitor.post("/sign-in/code", { code: code.replace(" ", "-") })).status).toBe(303);
  });

  it("refuses an expired code", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = openVisitor(server);
    const address = await addressOf(first);
    const { code } = await askCode(visitor, address);
    await owner.query("update sign_in_codes set expires_at = now() - interval '1 second' where mail_address = $1", [
      address,
    ]);
    const answer = await visitor.post("/sign-in/code", { code });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("verlopen");
  });

  it("takes the newest code only, and only in the browser that asked", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = openVisitor(server);
    const address = await addressOf(first);
    const old = await askCode(visitor, address);
    const stranger = openVisitor(server);
    expect((await stranger.post("/sign-in/code", { code: old.code })).status).toBe(422);
    const newest = await askCode(visitor, address);
    expect((await visitor.post("/sign-in/code", { code: old.code })).status).toBe(422);
    expect((await visitor.post("/sign-in/code", { code: newest.code })).status).toBe(303);
  });

  it("lets in once when the same code arrives many times at once", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = openVisitor(server);
    const { code } = await askCode(visitor, await addressOf(first));
    const copies = Array.from({ length: 5 }, () => {
      const copy = openVisitor(server);
      for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
      return copy;
    });
    const answers = await Promise.all(copies.map(async (copy) => copy.post("/sign-in/code", { code })));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
  });

  it("answers the same for an address that nobody has, and mails nothing", async () => {
    const { first } = await makeOrganisation(server.services);
    const [known, unknown] = [openVisitor(server), openVisitor(server)];
    const answers = await Promise.all([
      known.post("/sign-in", { mailAddress: await addressOf(first) }),
      unknown.post("/sign-in", { mailAddress: "nobody@customer.example" }),
    ]);
    const [one, other] = answers.map((answer) => ({
      status: answer.status,
      location: answer.headers.get("location"),
      cookies: answer.headers.getSetCookie().map((line) => line.replace(/=[^;]*/, "")),
    }));
    expect(one).toEqual(other);
    expect(await (await unknown.get("/sign-in/code")).text()).toContain("nobody@customer.example");
    expect(await (await unknown.post("/sign-in/code", { code: "12345678" })).text()).toContain("nog 4 keer");
    expect(server.services.demo?.mailbox.list().some((mail) => mail.to.includes("nobody@customer.example"))).toBe(
      false,
    );
  });

  it("keeps the code out of the queue and out of the events", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = openVisitor(server);
    const { code, link } = await askCode(visitor, await addressOf(first));
    await visitor.post("/sign-in/code", { code });
    const { rows } = await owner.query<{ text: string }>(
      "select payload::text as text from provider_event_payloads union all select payload::text from graphile_worker._private_jobs",
    );
    for (const secret of [code.replace(" ", ""), code, link])
      expect(rows.filter(({ text }) => text.includes(secret))).toEqual([]);
  });

  it("slows down who asks for many codes, and says for how long", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = openVisitor(server);
    const address = await addressOf(first);
    for (let asked = 0; asked < 5; asked += 1)
      expect((await visitor.post("/sign-in", { mailAddress: address })).status).toBe(303);
    const slowed = await visitor.post("/sign-in", { mailAddress: address });
    expect(slowed.status).toBe(429);
    const html = await slowed.text();
    expect(html).toMatch(/over 1[45] minuten/);
    expect(html).toContain(address);
  });

  it("keeps what was typed when it is no address", async () => {
    const answer = await openVisitor(server).post("/sign-in", { mailAddress: "anna, bram@customer.example" });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain("anna, bram@customer.example");
    expect(html).toContain("Dit is geen e-mailadres");
  });
});

describe("the link of the mail", () => {
  it("signs in only after the button, once", async () => {
    const { first } = await makeOrganisation(server.services);
    const visitor = openVisitor(server);
    const { link } = await askCode(visitor, await addressOf(first));
    const browser = new Map(visitor.cookies);
    expect((await visitor.get(`/sign-in/link?token=${link}`)).status).toBe(200);
    expect((await visitor.get("/portal/tickets/new")).status).toBe(303);
    expect((await visitor.post("/sign-in/link", { token: link })).headers.get("location")).toBe("/portal");
    for (const [name, value] of browser) visitor.cookies.set(name, value);
    expect((await visitor.post("/sign-in/link", { token: link })).status).toBe(422);
  });

  it("does nothing in another browser", async () => {
    const { first } = await makeOrganisation(server.services);
    const { link } = await askCode(openVisitor(server), await addressOf(first));
    const answer = await openVisitor(server).post("/sign-in/link", { token: link });
    expect(answer.status).toBe(422);
    expect(answer.headers.getSetCookie().some((line) => line.includes("session"))).toBe(false);
  });
});

describe("where one goes after signing in", () => {
  it("is the page that was asked for", async () => {
    const staff = await makeStaff(server.services);
    const visitor = openVisitor(server);
    const { code } = await askCode(visitor, await addressOf(staff));
    const answer = await visitor.post("/sign-in/code", { code, next: "/desk/invoices?after=1" });
    expect(answer.headers.get("location")).toBe("/desk/invoices?after=1");
  });

  it.each([
    "//evil.example",
    "https://evil.example/portal",
    "/\\evil.example",
    "/portal/../..//evil.example",
    "/\t/evil.example",
    "data:text/html,x",
    "/desk",
  ])("is never %j for a contact", async (next) => {
    const { first } = await makeOrganisation(server.services);
    const visitor = openVisitor(server);
    const { code } = await askCode(visitor, await addressOf(first));
    const answer = await visitor.post("/sign-in/code", { code, next });
    const location = answer.headers.get("location") ?? "";
    expect(new URL(location, server.url).origin).toBe(new URL(server.url).origin);
    expect(location).toMatch(/^\/portal/);
  });
});
