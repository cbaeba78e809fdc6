import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { codeOf } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openVisitor } from "../../test/support/visitor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { changeAccount } from "./change-account.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
});
afterAll(async () => server.close());

const path = "/account";
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
const personOf = async (id: PersonId) =>
  asSystem(server.services, server.services.now(), async ({ tx }) =>
    tx.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
  );

describe("somebody's own details", () => {
  it("are changed by contacts and staff, each their own, and others see them at once", async () => {
    const { first, second, id } = await makeOrganisation(server.services);
    const consultant = await makeStaff(server.services);
    for (const [person, home] of [
      [first, "/portal"],
      [consultant, "/desk"],
    ] as const) {
      const browser = await server.browser(person);
      expect(await (await browser.get(home)).text()).toContain('href="/account"');
      const html = await (await browser.get(path)).text();
      expect(html).toContain((await personOf(person)).mailAddress);
      const form = { name: "Anna de Wit-Jansen", phone: "+31 6 1234 5678", version: versionIn(html) };
      const saved = await browser.post(path, form);
      expect([saved.status, saved.headers.get("location")]).toEqual([303, path]);
      expect(await personOf(person)).toMatchObject({ name: "Anna de Wit-Jansen", phone: "+31 6 1234 5678" });
    }
    expect((await personOf(second)).name).not.toBe("Anna de Wit-Jansen");
    const desk = await server.browser(consultant);
    const customer = await (await desk.get(`/desk/organisations/${id}`)).text();
    for (const known of ["Anna de Wit-Jansen", "+31 6 1234 5678"]) expect(customer).toContain(known);
  });

  it("may go without a telephone number, and not without a name", async () => {
    const { first } = await makeOrganisation(server.services);
    const browser = await server.browser(first);
    const version = versionIn(await (await browser.get(path)).text());
    const refused = await browser.post(path, { name: " ", phone: "0612345678", version });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("Vul dit in");
    expect(html).toContain("0612345678");
    expect((await browser.post(path, { name: "Anna", phone: "", version })).status).toBe(303);
    expect((await personOf(first)).phone).toBeNull();
  });

  it("are refused as changed-meanwhile when a form is older than a change, and as not-found for nobody", async () => {
    const { first } = await makeOrganisation(server.services);
    const change = async (personId: PersonId) =>
      asSystem(server.services, server.services.now(), async (work) =>
        codeOf(await changeAccount(work, { personId, name: "Anna", phone: null, version: 0 })),
      );
    expect([await change(first), await change(first)]).toEqual(["ok", "changed-meanwhile"]);
    expect(await change(randomUUID() as PersonId)).toBe("not-found");
    const browser = await server.browser(first);
    const stale = await browser.post(path, { name: "Anna B.", phone: "", version: "0" });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain("Anna B.");
  });

  it("are nobody's who is signed out", async () => {
    const visitor = openVisitor(server);
    expect((await visitor.get(path)).headers.get("location")).toBe("/sign-in");
    const sent = await visitor.post(path, { name: "X", phone: "", version: "0" });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/sign-in"]);
    const wrong = await visitor.post(path, { name: "", phone: "", version: "0" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('href="/sign-in"');
  });

  it("are recorded with what was before", async () => {
    const { second } = await makeOrganisation(server.services);
    const { name } = await personOf(second);
    await asSystem(server.services, server.services.now(), async (work) =>
      changeAccount(work, { personId: second, name: "Bram", phone: "12", version: 0 }),
    );
    const events = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx
        .selectFrom("provider_events")
        .innerJoin("provider_event_payloads", "eventId", "id")
        .select(["kind", "payload"])
        .where("subject", "=", second)
        .execute(),
    );
    expect(events).toEqual([
      { kind: "account-changed", payload: { before: { name, phone: null }, after: { name: "Bram", phone: "12" } } },
    ]);
  });
});
