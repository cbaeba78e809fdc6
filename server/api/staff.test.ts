import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeStaff } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../test/support/start-test-server.ts";

const path = "/api/desk/staff";

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly weeklyMinutes: number;
  readonly invitedUntil: string | null;
  readonly suspendedAt: string | null;
}

describe("staff, for programs", () => {
  let server: TestServer;
  let desk: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    desk = await server.browser(await makeStaff(server.services, "administrator"));
  });
  afterAll(async () => server.close());

  const person = { name: "Noor de Wit", role: "consultant", weeklyMinutes: 1440 };
  const add = async (browser: TestBrowser, mailAddress: string) =>
    browser.sendJson(path, { ...person, mailAddress, language: "en" }, { "idempotency-key": randomUUID() });
  const list = async () =>
    (await (await desk.get(path)).json()) as { active: readonly Listed[]; suspended: readonly Listed[] };
  const named = (all: readonly Listed[], id: string) => all.find((each) => each.id === id);

  it("are added, changed, invited again, suspended and brought back", async () => {
    const added = await add(desk, "noor@api.example");
    expect(added.status).toBe(201);
    const { id } = (await added.json()) as { id: string };
    const first = named((await list()).active, id);
    expect(first).toMatchObject({ ...person, suspendedAt: null });
    const changed = { name: "Noor Wit", role: "administrator", weeklyMinutes: 0 };
    expect((await desk.sendJson(`${path}/${id}`, changed)).status).toBe(200);
    expect((await desk.sendJson(`${path}/${id}`, { ...changed, version: 1 })).status).toBe(409);
    expect((await desk.sendJson(`${path}/${id}/invitation`, {})).status).toBe(200);
    expect((await desk.sendJson(`${path}/${id}/suspend`, {})).status).toBe(200);
    const suspended = named((await list()).suspended, id);
    expect(suspended).toMatchObject({ ...changed, invitedUntil: null });
    expect(suspended?.suspendedAt).not.toBeNull();
    const again = await desk.sendJson(`${path}/${id}/suspend`, {});
    expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([409, "changed-meanwhile"]);
    expect((await desk.sendJson(`${path}/${id}/bring-back`, {})).status).toBe(200);
    expect(named((await list()).active, id)).toMatchObject({ suspendedAt: null });
  });

  it("are not a consultant's to read or to add", async () => {
    const consultant = await server.browser(await makeStaff(server.services));
    expect((await consultant.get(path)).status).toBe(403);
    expect((await add(consultant, "x@api.example")).status).toBe(403);
  });
});
