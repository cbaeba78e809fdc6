import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { type LiveStream, openLiveStream } from "../../test/support/live-stream.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openVisitor } from "../../test/support/visitor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { recordEvent } from "./record-event.ts";

let server: TestServer;
let organisation: TestOrganisation;
let other: TestOrganisation;
let staff: PersonId;

beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
  [organisation, other] = [await makeOrganisation(server.services), await makeOrganisation(server.services)];
  staff = await makeStaff(server.services);
});
afterAll(async () => server.close());

const openStream = async (personId: PersonId): Promise<LiveStream> =>
  openLiveStream(server.url, await server.cookie(personId));

async function happen(to: TestOrganisation, isVisible: boolean): Promise<string> {
  const subject = randomUUID();
  return asSystem(server.services, server.services.now(), async (work) => {
    const place = { organisationId: to.id, subject };
    await recordEvent(
      work,
      isVisible
        ? { ...place, kind: "ticket-step-moved", payload: { before: "research", after: "resolution" } }
        : { ...place, kind: "ticket-noted", payload: { noteId: randomUUID(), body: "For ourselves." } },
    );
    const row = await work.tx
      .selectFrom("events")
      .select("id")
      .where("subject", "=", subject)
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

describe("live events", () => {
  it("tell a contact what is visible in the own organisation, and nothing else", async () => {
    const stream = await openStream(organisation.first);
    const foreign = await happen(other, true);
    const hidden = await happen(organisation, false);
    const visible = await happen(organisation, true);
    const heard = await stream.until(visible);
    expect(heard).not.toContain(foreign);
    expect(heard).not.toContain(hidden);
    stream.close();
  });

  it("end before they tell anything to who lost the seat", async () => {
    const left = await makeOrganisation(server.services);
    const stream = await openStream(left.second);
    await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.deleteFrom("seats").where("organisationId", "=", left.id).where("personId", "=", left.second).execute(),
    );
    const after = await happen(left, true);
    expect(await stream.until("never said")).not.toContain(after);
  });

  it("tell staff of every organisation", async () => {
    const stream = await openStream(staff);
    const [one, two] = [await happen(organisation, false), await happen(other, true)];
    await stream.until(one);
    expect(await stream.until(two)).toContain(one);
    stream.close();
  });

  it("are heard again after the database connection was lost", async () => {
    const stream = await openStream(staff);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kwartier live' and datname = current_database()`.execute(
      server.services.databases.desk,
    );
    await stream.until("data: resync");
    const later = await happen(organisation, true);
    expect(await stream.until(later)).toContain(later);
    stream.close();
  });

  it("forget a browser that went away", async () => {
    await expect.poll(() => server.services.live.count()).toBe(0);
    const stream = await openStream(staff);
    expect(server.services.live.count()).toBe(1);
    stream.close();
    await expect.poll(() => server.services.live.count()).toBe(0);
  });

  it("are twenty at most for one person, so that nobody takes the room of all", async () => {
    await expect.poll(() => server.services.live.count()).toBe(0);
    const streams = await Promise.all(Array.from({ length: 20 }, async () => openStream(organisation.second)));
    const headers = { cookie: await server.cookie(organisation.second) };
    expect((await fetch(new URL("/events", server.url), { headers })).status).toBe(429);
    const another = await openStream(organisation.first);
    for (const stream of [...streams, another]) stream.close();
    await expect.poll(() => server.services.live.count()).toBe(0);
    (await openStream(organisation.second)).close();
  });

  it("are for nobody who is signed out, and a HEAD opens nothing", async () => {
    expect((await openVisitor(server).get("/events")).status).toBe(401);
  });
});
