import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { makeOrganisation, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openVisitor, type Visitor, waitForMail } from "../../test/support/visitor.ts";
import { createApp } from "../app.ts";
import type { AddressOf } from "../http/client-address.ts";
import { writeCookie } from "../http/cookies.ts";
import { hashSecret } from "./secrets.ts";

const cookie = "kwartier-known";
let server: TestServer;
/** The same product, which believes every request's own address. */
let everywhere: Server;
let url: string;
let owner: pg.Client;

beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
  everywhere = createServer((request, response) => void getRequestListener(app.fetch)(request, response));
  await new Promise<void>((resolve) => everywhere.listen(0, "127.0.0.1", resolve));
  const at = everywhere.address();
  url = `http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}`;
  const addressOf: AddressOf = ({ headers }) => String(headers["x-from"]);
  const app = createApp({ ...server.services, publicUrl: url, addressOf });
  owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  everywhere.close();
  await server.close();
});

const from = (address: string) => ({ "x-from": address });
const ask = async (visitor: Visitor, mailAddress: string, address: string) =>
  visitor.post("/sign-in", { mailAddress }, from(address));
const mailsTo = (address: string) =>
  (server.services.demo?.mailbox.list() ?? []).filter(({ to }) => to.includes(address));
const isWarning = ({ subject }: { subject: string }) => subject.includes("veel codes");

async function addressOf({ first }: TestOrganisation): Promise<string> {
  const { rows } = await owner.query<{ mailAddress: string }>(
    `select mail_address as "mailAddress" from people where id = $1`,
    [first],
  );
  return rows[0]?.mailAddress ?? "";
}

/** Asks for a code, reads the mail and signs in with it. */
async function signIn(visitor: Visitor, mailAddress: string, network: string): Promise<Response> {
  const before = new Set(mailsTo(mailAddress).map(({ id }) => id));
  expect((await ask(visitor, mailAddress, network)).status).toBe(303);
  const mail = await waitForMail(server, mailAddress, (one) => !before.has(one.id) && !isWarning(one));
  const code = /\d{4} \d{4}/.exec(mail.text)?.[0] ?? "";
  return visitor.post("/sign-in/code", { code }, from(network));
}

let networks = 0;

/** A person and a known browser, in a network of their own. */
async function known() {
  networks += 1;
  const home = `203.0.113.${networks}`;
  const address = await addressOf(await makeOrganisation(server.services));
  const browser = openVisitor({ url });
  const answer = await signIn(browser, address, home);
  expect(answer.status).toBe(303);
  return { address, browser, home, answer };
}

/** Requests from a number of networks, one after another. Twelve are enough to use up an address's limit. */
async function askFromEverywhere(address: string, most = 12): Promise<Response[]> {
  const answers: Response[] = [];
  for (let network = 0; network < most; network += 1)
    answers.push(await ask(openVisitor({ url }), address, `198.51.100.${network}`));
  return answers;
}

describe("when sixty-six networks ask codes for somebody else (R17)", () => {
  it("the owner gets few mails, is told once, and still gets in from a browser that signed in before", async () => {
    const { address, browser, home } = await known();
    const answers = await askFromEverywhere(address, 66);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(9);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(57);
    const stranger = await ask(openVisitor({ url }), address, "192.0.2.200");
    expect(stranger.status).toBe(429);
    expect(Number(stranger.headers.get("retry-after"))).toBeGreaterThan(30 * 60);
    expect(await stranger.text()).toContain("In een browser waarin je eerder hebt ingelogd");
    await vi.waitUntil(() => mailsTo(address).length === 11, { timeout: 60_000 });
    expect((await signIn(browser, address, home)).headers.get("location")).toBe("/portal");
    expect((await browser.get("/portal", from(home))).status).toBe(200);
    const mails = mailsTo(address);
    expect(mails.filter(isWarning)).toHaveLength(1);
    expect(mails.find(isWarning)?.text).not.toMatch(/\d{4} \d{4}/);
    expect(mails).toHaveLength(12);
  }, 90_000);

  it("says, counts and sets the same for an address that nobody has", async () => {
    const { address } = await known();
    const nobody = "nobody-at-all@customer.example";
    await ask(openVisitor({ url }), nobody, "203.0.113.1");
    const looks = async (mailAddress: string) =>
      Promise.all(
        (await askFromEverywhere(mailAddress)).map(async (answer) => ({
          status: answer.status,
          location: answer.headers.get("location"),
          cookies: answer.headers.getSetCookie().map((line) => line.replace(/=[^;]*/, "")),
          form: /<section class="persona-mail">.*<\/section>/s.exec(await answer.text())?.[0].replace(mailAddress, ""),
        })),
      );
    const asNobody = await looks(nobody);
    expect(asNobody.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(3);
    expect(await looks(address)).toEqual(asNobody);
    const { rows } = await owner.query<{ kind: boolean; count: string }>(
      "select is_warning as kind, count(*) from sign_in_codes where mail_address = $1 group by 1 order by 1",
      [nobody],
    );
    expect(rows).toEqual([
      { kind: false, count: "10" },
      { kind: true, count: "1" },
    ]);
    expect(mailsTo(nobody)).toEqual([]);
  }, 90_000);
});

describe("a known browser", () => {
  it("has an allowance of its own, which also ends", async () => {
    const { address, browser } = await known();
    await askFromEverywhere(address);
    const statuses: number[] = [];
    for (let time = 0; time < 7; time += 1) statuses.push((await ask(browser, address, "198.51.100.1")).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429]);
  }, 90_000);

  it("is nobody else's: for another address it is any browser", async () => {
    const [anna, bram] = [await known(), await known()];
    await askFromEverywhere(anna.address);
    expect((await ask(bram.browser, anna.address, "203.0.113.1")).status).toBe(429);
    const made = openVisitor({ url });
    made.cookies.set(cookie, "x".repeat(43));
    expect((await ask(made, anna.address, "203.0.113.9")).status).toBe(429);
  }, 90_000);

  it("may try its code while others of its network used up theirs", async () => {
    const { address, browser, home } = await known();
    const thief = openVisitor({ url });
    await ask(thief, "nobody@customer.example", home);
    await owner.query("update rate_limits set hits = 100 where bucket like 'try-network:%'");
    expect((await thief.post("/sign-in/code", { code: "12345678" }, from(home))).status).toBe(429);
    expect((await signIn(browser, address, home)).status).toBe(303);
  }, 60_000);

  it("is known by a secret that scripts cannot read, that stays on this host, changes with each signing in, and is kept as a hash", async () => {
    const { address, browser, home, answer } = await known();
    const line = answer.headers.getSetCookie().find((one) => one.startsWith(`${cookie}=`)) ?? "";
    expect(line).toMatch(/^kwartier-known=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15552000$/);
    expect(writeCookie({ name: "known", value: "x", maxAgeSeconds: 1 }, true)).toBe(
      "__Host-kwartier-known=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=1; Secure",
    );
    const old = browser.cookies.get(cookie) ?? "";
    expect((await signIn(browser, address, home)).status).toBe(303);
    const fresh = browser.cookies.get(cookie) ?? "";
    expect(fresh).not.toBe(old);
    const { rows } = await owner.query<{ browserHash: Buffer }>(
      'select browser_hash as "browserHash" from known_browsers join people on people.id = person_id where mail_address = $1',
      [address],
    );
    expect(rows).toEqual([{ browserHash: hashSecret(fresh) }]);
    await askFromEverywhere(address);
    const replayed = openVisitor({ url });
    replayed.cookies.set(cookie, old);
    expect((await ask(replayed, address, "203.0.113.9")).status).toBe(429);
  }, 90_000);

  it("stays known for everybody who signed in there, through signing out, and for half a year", async () => {
    const { address, browser, home } = await known();
    const other = await addressOf(await makeOrganisation(server.services));
    await browser.get("/portal", from(home));
    expect((await browser.post("/sign-out", {}, from(home))).status).toBe(303);
    expect((await signIn(browser, other, home)).status).toBe(303);
    await askFromEverywhere(address);
    expect((await ask(browser, address, home)).status).toBe(303);
    await owner.query("update known_browsers set expires_at = now() - interval '1 second'");
    expect((await ask(browser, address, home)).status).toBe(429);
  }, 90_000);
});
