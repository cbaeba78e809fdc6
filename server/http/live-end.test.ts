import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type LiveStream, openLiveStream } from "../../test/support/live-stream.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { startSecondServer, startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openVisitor } from "../../test/support/visitor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { RunningServer } from "../start/main.ts";

let server: TestServer;
let other: RunningServer;
let successor: PersonId;

beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
  other = await startSecondServer(server);
  successor = await makeStaff(server.services);
});
afterAll(async () => {
  await other.stop();
  await server.close();
});

const change = async <Value>(run: (tx: Transaction) => Promise<Value>): Promise<Value> =>
  asSystem(server.services, server.services.now(), async ({ tx }) => run(tx));

/** The same session's stream at each of two processes. */
async function openBoth(personId: PersonId) {
  const cookie = await server.cookie(personId);
  const streams = await Promise.all([server.url, other.url].map(async (url) => openLiveStream(url, cookie)));
  return { cookie, streams };
}

/**
 * Everything both streams said until they ended. A stream that checks by itself gives a sign of life then; these ended
 * earlier.
 */
async function heardBy({ streams }: Awaited<ReturnType<typeof openBoth>>): Promise<string> {
  return (await Promise.all(streams.map(async (stream) => stream.end()))).join("");
}

type Losing = (tx: Transaction, person: PersonId) => Promise<unknown>;

const losing: readonly [string, "contact" | "staff", Losing][] = [
  [
    "the session is revoked",
    "contact",
    async (tx, person) =>
      tx
        .updateTable("sessions")
        .set({ revokedAt: sql`now()` })
        .where("personId", "=", person)
        .execute(),
  ],
  [
    "the session is made to end sooner",
    "staff",
    async (tx, person) =>
      tx
        .updateTable("sessions")
        .set({ idleExpiresAt: sql`now()` })
        .where("personId", "=", person)
        .execute(),
  ],
  [
    "the session goes over to another organisation",
    "contact",
    async (tx, person) =>
      tx.updateTable("sessions").set({ organisationId: null }).where("personId", "=", person).execute(),
  ],
  [
    "the person is deactivated",
    "staff",
    async (tx, person) =>
      tx
        .updateTable("people")
        .set({ deactivatedAt: sql`now()` })
        .where("id", "=", person)
        .execute(),
  ],
  [
    "the person is no longer staff",
    "staff",
    async (tx, person) => tx.updateTable("people").set({ staffRole: null }).where("id", "=", person).execute(),
  ],
  [
    "the seat is handed over",
    "contact",
    async (tx, person) => tx.updateTable("seats").set({ personId: successor }).where("personId", "=", person).execute(),
  ],
  [
    "the seat is taken away",
    "contact",
    async (tx, person) => tx.deleteFrom("seats").where("personId", "=", person).execute(),
  ],
];

/** In seconds: less than a stream's own interval of checking. */
const longestMoment = 16;

/**
 * A stream of a session that soon ends by itself, without a notice: the triggers report sessions that end earlier than
 * planned, and this one has its end from the start. A busy machine needs more time to open it.
 */
async function openEndingSoon(seconds = 2): Promise<EndingSoon> {
  const { first } = await makeOrganisation(server.services);
  const cookie = await server.cookie(first);
  const soon = server.services.systemNow().add({ seconds });
  const longAgo = server.services.systemNow().subtract({ minutes: 5 });
  await change(async (tx) =>
    tx
      .updateTable("sessions")
      .set({ idleExpiresAt: soon, lastSeenAt: longAgo })
      .where("personId", "=", first)
      .execute(),
  );
  try {
    return { first, cookie, soon, stream: await openLiveStream(server.url, cookie) };
  } catch (error) {
    if (seconds >= longestMoment) throw error;
    return openEndingSoon(2 * seconds);
  }
}

interface EndingSoon {
  readonly first: PersonId;
  readonly cookie: string;
  readonly soon: Temporal.Instant;
  readonly stream: LiveStream;
}

describe("an open stream (R03)", () => {
  it.each(losing)("ends at once, at every process, when %s", async (_what, kind, lose) => {
    const { second } = await makeOrganisation(server.services);
    const person = kind === "contact" ? second : await makeStaff(server.services);
    const both = await openBoth(person);
    const bystander = await openLiveStream(
      server.url,
      await server.cookie((await makeOrganisation(server.services)).first),
    );
    await change(async (tx) => lose(tx, person));
    expect(await heardBy(both)).not.toContain(": here");
    for (const url of [server.url, other.url]) {
      const again = await fetch(new URL("/events", url), { headers: { cookie: both.cookie } });
      await again.body?.cancel();
      expect(again.status).toBe(401);
    }
    bystander.close();
  });

  it("ends when a signatory without a seat is one no longer", async () => {
    const { id, first, second } = await makeOrganisation(server.services);
    const other = { organisationId: id, personId: second, appointedAt: server.services.now() };
    await change(async (tx) => tx.insertInto("signatories").values(other).execute());
    await change(async (tx) => tx.deleteFrom("seats").where("personId", "=", first).execute());
    const both = await openBoth(first);
    await change(async (tx) => tx.deleteFrom("signatories").where("personId", "=", first).execute());
    expect(await heardBy(both)).not.toContain(": here");
  });

  it("ends with signing out in another tab", async () => {
    const { first } = await makeOrganisation(server.services);
    const { cookie, streams } = await openBoth(first);
    const visitor = openVisitor(server);
    const [name = "", value = ""] = cookie.split("=");
    visitor.cookies.set(name, value);
    expect((await visitor.post("/sign-out", {})).status).toBe(303);
    expect(await heardBy({ cookie, streams })).not.toContain(": here");
  });

  it("ends when its time is over, without waiting to be asked", async () => {
    const { stream, soon } = await openEndingSoon();
    expect(await stream.end()).not.toContain(": here");
    expect(Temporal.Instant.compare(server.services.systemNow(), soon)).toBeGreaterThanOrEqual(0);
  });

  it("goes on when the session is used meanwhile, past the end that it began with", async () => {
    const use = async (seconds: number): Promise<EndingSoon & { status: number }> => {
      const ending = await openEndingSoon(seconds);
      const used = await fetch(new URL("/portal", server.url), {
        headers: { cookie: ending.cookie },
        redirect: "manual",
      });
      return used.status === 303 && seconds < longestMoment ? use(2 * seconds) : { ...ending, status: used.status };
    };
    const { first, stream, soon, status } = await use(2);
    expect(status).toBe(200);
    await expect
      .poll(() => Temporal.Instant.compare(server.services.systemNow(), soon.add({ seconds: 1 })), { timeout: 30_000 })
      .toBe(1);
    expect(server.services.live.count()).toBeGreaterThan(0);
    await change(async (tx) =>
      tx
        .updateTable("sessions")
        .set({ revokedAt: sql`now()` })
        .where("personId", "=", first)
        .execute(),
    );
    expect(await stream.end()).not.toContain(": here");
  });
});
