import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeTicket } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../test/support/start-test-server.ts";
import { minuteOf } from "../../core/time/time-entry.ts";

describe("the desk's API", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let sanne: TestBrowser;
  let start: Temporal.Instant;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    sanne = await server.browser(await makeStaff(server.services));
    start = minuteOf(server.services.now().subtract({ hours: 20 }));
  });
  afterAll(async () => server.close());

  const path = (reference: string, what: string) => `/api/desk/tickets/${reference}/${what}`;
  const entry = (from: number, minutes: number) => ({
    start: start.add({ minutes: from }).toString(),
    end: start.add({ minutes: from + minutes }).toString(),
    step: "research",
  });

  it("logs time and names what it refuses by code, with its numbers", async () => {
    const reference = await makeTicket(server.services, organisation, start);
    expect((await sanne.sendJson(path(reference, "time-entries"), entry(0, 108))).status).toBe(201);
    const beyond = await sanne.sendJson(path(reference, "time-entries"), entry(108, 30));
    expect([beyond.status, await beyond.json()]).toEqual([
      409,
      expect.objectContaining({ code: "beyond-ceiling", minutesLeft: 12, minutesAsked: 30 }),
    ]);
    const overlapping = await sanne.sendJson(path(reference, "time-entries"), entry(100, 5));
    expect(await overlapping.json()).toMatchObject({ code: "entry-overlaps", reference });
  });

  it("does what the pages do", async () => {
    const reference = await makeTicket(server.services, organisation, start);
    const send = async (what: string, body: unknown) => (await sanne.sendJson(path(reference, what), body)).status;
    expect(await send("pick-up", {})).toBe(200);
    expect(await send("urgency", { urgency: "critical" })).toBe(200);
    expect(await send("step", { step: "resolution" })).toBe(200);
    expect(await send("step", { step: "research" })).toBe(409);
    expect(await send("messages", { body: "We zoeken het uit.", waitsFor: "provider" })).toBe(201);
    expect(await send("notes", { body: "Zie Jansen." })).toBe(201);
    expect(await send("authorisations", { minutes: 60, windows: ["office"], explanation: "Meer tijd." })).toBe(201);
    expect(
      await send("resolution", { outcome: "solved", message: "Klaar.", article: { kind: "none", reason: "eenmalig" } }),
    ).toBe(200);
    expect(await send("pick-up", {})).toBe(409);
  });

  it("takes nothing besides what it knows", async () => {
    const reference = await makeTicket(server.services, organisation, start);
    const send = async (what: string, body: unknown) => (await sanne.sendJson(path(reference, what), body)).status;
    expect(await send("time-entries", { ...entry(0, 10), consultantId: "x" })).toBe(422);
    expect(await send("time-entries", { ...entry(0, 10), step: "coffee" })).toBe(422);
    expect(await send("time-entries", { ...entry(0, 10), start: "gisteren" })).toBe(422);
    expect(await send("authorisations", { minutes: 1.5, windows: ["office"], explanation: "x" })).toBe(422);
    expect(await send("authorisations", { minutes: 60, windows: [], explanation: "x" })).toBe(422);
  });

  it("takes times on a whole minute, with or without the seconds, and moves none", async () => {
    const reference = await makeTicket(server.services, organisation, start);
    const at = (minutes: number, seconds: string) =>
      start.add({ minutes }).toString({ smallestUnit: "minute" }).replace("Z", `${seconds}Z`);
    const log = async (from: string, to: string) =>
      sanne.sendJson(path(reference, "time-entries"), { ...entry(0, 10), start: from, end: to });
    expect((await log(at(200, ""), at(202, ":00"))).status).toBe(201);
    expect((await log(at(203, ":00.000"), at(204, ""))).status).toBe(201);
    const refusalOf = async (seconds: string): Promise<unknown> => (await log(at(205, ""), at(206, seconds))).json();
    for (const seconds of [":01", ":59", ":00.5"])
      expect(await refusalOf(seconds)).toMatchObject({ status: 422, fields: { end: "not-whole-minute" } });
    for (const seconds of [":60", ":00.0000000000", ":00+25:00"])
      expect(await refusalOf(seconds)).toMatchObject({ status: 422, fields: { end: "not-a-time" } });
    const early = await log("0000-01-01T00:00Z", at(206, ""));
    expect(await early.json()).toMatchObject({ status: 422, fields: { start: "out-of-range" } });
  });

  it("is for staff", async () => {
    const reference = await makeTicket(server.services, organisation, start);
    const contact = await server.browser(organisation.first);
    for (const what of [
      "time-entries",
      "authorisations",
      "messages",
      "notes",
      "pick-up",
      "urgency",
      "step",
      "resolution",
    ]) {
      expect((await contact.sendJson(path(reference, what), {})).status).toBe(403);
      const signedOut = await fetch(new URL(path(reference, what), server.url), {
        method: "POST",
        body: "{}",
        headers: { "content-type": "application/json", origin: new URL(server.url).origin },
      });
      expect(signedOut.status).toBe(401);
    }
    expect((await sanne.sendJson(path("K26-99999", "pick-up"), {})).status).toBe(404);
  });
});
