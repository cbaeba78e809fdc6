import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeTicket } from "../../../test/support/act.ts";
import {
  asSystem,
  makeOrganisation,
  makeStaff,
  type TestOrganisation,
} from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { openVisitor } from "../../../test/support/visitor.ts";
import type { PersonId } from "../../../core/values/ids.ts";

let server: TestServer;
let organisation: TestOrganisation;
let other: TestOrganisation;
let contact: TestBrowser;
let desk: TestBrowser;
let consultant: PersonId;
let administrator: PersonId;

beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
  organisation = await makeOrganisation(server.services, "Bakkerij De Vries");
  other = await makeOrganisation(server.services, "Garage Jansen");
  contact = await server.browser(organisation.first);
  consultant = await makeStaff(server.services);
  administrator = await makeStaff(server.services, "administrator");
  desk = await server.browser(administrator);
});
afterAll(async () => server.close());

interface Listed {
  readonly refusals: readonly {
    readonly reason: string;
    readonly personId: string | null;
    readonly organisationId: string | null;
    readonly address: string;
    readonly network: string;
    readonly hits: number;
  }[];
  readonly next: string | null;
}

async function list(query = ""): Promise<Listed> {
  await server.services.refusedAccesses.written();
  const answer = await desk.get(`/api/desk/refused-accesses${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Listed;
}

const refusedTo = async (personId: PersonId) => (await list(`?person=${personId}`)).refusals;

describe("what somebody is refused is written down (R38)", () => {
  it("for another organisation's things, which look as if they did not exist, and for what never did", async () => {
    const theirs = await makeTicket(server.services, other);
    expect((await contact.get("/portal/tickets/K99-99999?utm_source=geheim")).status).toBeGreaterThanOrEqual(400);
    expect((await contact.get(`/portal/tickets/${theirs}`)).status).toBe(404);
    expect((await contact.get("/portal/tickets/K99-99999")).status).toBe(404);
    expect((await contact.post(`/portal/tickets/${theirs}/reply`, { text: "een geheime tekst" })).status).toBe(404);
    const noted = await refusedTo(organisation.first);
    expect([...new Set(noted.map(({ reason, address }) => `${reason} ${address}`))].toSorted()).toEqual(
      [
        `not-found GET /portal/tickets/${theirs}`,
        "not-found GET /portal/tickets/K99-99999",
        `not-found POST /portal/tickets/${theirs}/reply`,
      ].toSorted(),
    );
    expect(
      noted.every(({ organisationId, network }) => organisationId === organisation.id && network === "127.0.0.1"),
    ).toBe(true);
  });

  it("for the other face, and for what one's role may not do", async () => {
    const browser = await server.browser(consultant);
    expect((await browser.get("/desk/months")).status).toBe(403);
    expect((await browser.get("/portal")).status).toBe(403);
    expect((await browser.get("/desk/refused-accesses")).status).toBe(403);
    expect((await browser.get("/api/desk/refused-accesses")).status).toBe(403);
    const noted = new Set((await refusedTo(consultant)).map(({ reason, address }) => `${reason} ${address}`));
    expect([...noted].toSorted()).toEqual([
      "not-allowed GET /api/desk/refused-accesses",
      "not-allowed GET /desk/months",
      "not-allowed GET /desk/refused-accesses",
      "not-allowed GET /portal",
    ]);
  });

  it("for forms from a foreign site, whoever is carried along", async () => {
    const cookie = await server.cookie(organisation.second);
    const answer = await fetch(new URL("/portal/tickets", server.url), {
      method: "POST",
      headers: { cookie, origin: "https://evil.example" },
      body: new URLSearchParams({ title: "gekaapt" }),
    });
    expect(answer.status).toBe(403);
    expect(await refusedTo(organisation.second)).toMatchObject([
      { reason: "foreign-origin", address: "POST /portal/tickets", hits: 1 },
    ]);
  });

  it("for wrong codes, under the name they were for and without what was typed", async () => {
    const person = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("people").select("mailAddress").where("id", "=", other.second).executeTakeFirstOrThrow(),
    );
    const visitor = openVisitor(server);
    await visitor.post("/sign-in", { mailAddress: person.mailAddress });
    for (const code of ["11223344", "11223344"]) await visitor.post("/sign-in/code", { code });
    expect((await visitor.post("/sign-in/link", { token: "verzonnen-sleutel" })).status).toBe(422);
    // The minute may end between two of them; then there are two rows.
    const hitsOf = async (what: string) =>
      (await refusedTo(other.second))
        .filter(({ reason, address }) => `${reason} ${address}` === what)
        .reduce((sum, { hits }) => sum + hits, 0);
    expect(await hitsOf("code-wrong POST /sign-in/code")).toBe(2);
    expect(await hitsOf("code-wrong POST /sign-in/link")).toBe(1);
    const text = JSON.stringify(await list());
    for (const secret of ["11223344", "verzonnen", "geheim"]) expect(text).not.toContain(secret);
  });

  it("and not for what a form says of its own fields, or for who is not signed in", async () => {
    const before = (await list()).refusals.length;
    expect((await contact.post("/portal/tickets", { title: "" })).status).toBe(422);
    expect((await openVisitor(server).get("/portal/tickets/K26-00001")).status).toBe(303);
    expect((await list()).refusals).toHaveLength(before);
  });

  it("as one row a minute, however often, and twenty of one person at most", async () => {
    const persistent = await makeOrganisation(server.services);
    const browser = await server.browser(persistent.first);
    const tries = Array.from({ length: 90 }, async (_, number) =>
      browser.get(`/portal/tickets/K99-${10_000 + (number % 30)}`),
    );
    await Promise.all(tries);
    const noted = await refusedTo(persistent.first);
    expect(noted.reduce((sum, { hits }) => sum + hits, 0)).toBe(90);
    // One more row for all the others. The minute may also have ended meanwhile.
    expect(noted.length).toBeLessThanOrEqual(2 * 21);
  });
});

describe("the page of refused accesses", () => {
  it("says who was refused what in the reader's language, and what of one organisation", async () => {
    const html = await (await desk.get("/desk/refused-accesses")).text();
    for (const text of ["Geweigerde toegang", "Bestaat niet of is van een ander", "Bakkerij De Vries"])
      expect(html).toContain(text);
    const filtered = await (await desk.get(`/desk/refused-accesses?organisation=${organisation.id}`)).text();
    expect(filtered).toContain("Geweigerde toegang: Bakkerij De Vries");
    const { refusals } = await list(`?organisation=${organisation.id}`);
    expect(new Set(refusals.map(({ organisationId }) => organisationId))).toEqual(new Set([organisation.id]));
    const headers = { cookie: `${await server.cookie(administrator)}; kwartier-language=en` };
    const english = await (await fetch(new URL("/desk/refused-accesses", server.url), { headers })).text();
    expect(english).toContain("Does not exist or is somebody else");
  });

  it("shows fifty at a time, each once", async () => {
    for (let number = 0; number < 55; number += 1)
      server.services.refusedAccesses.note({
        reason: "foreign-origin",
        personId: null,
        organisationId: null,
        address: `POST /portal/${number}`,
        network: "203.0.113.9",
        requestId: randomUUID(),
      });
    const pages: Listed[] = [await list()];
    for (let page = pages.at(-1); page !== undefined && page.next !== null; page = pages.at(-1))
      pages.push(await list(`?after=${page.next}`));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]?.refusals).toHaveLength(50);
    const addresses = pages.flatMap(({ refusals }) => refusals.map(({ address }) => address));
    const ours = addresses.filter((address) => address.startsWith("POST /portal/"));
    for (let number = 0; number < 55; number += 1)
      expect(ours.filter((address) => address === `POST /portal/${number}`)).toHaveLength(1);
    expect(await (await desk.get("/desk/refused-accesses")).text()).toContain(`after=${pages[0]?.next}`);
  });
});
