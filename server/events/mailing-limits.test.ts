import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { consultant, makeTicket, seated } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import type { Actor } from "../../core/access/actor.ts";
import { inTransaction } from "../db/transaction.ts";
import { requireMailingRoom } from "./mailing-limits.ts";
import type { EventKind } from "./catalogue/all.ts";

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

/** Sets a count, as if this many had just happened. */
async function setHits(bucket: string, hits: number, minutesAgo = 0): Promise<void> {
  await owner.query(
    `insert into rate_limits values ($1, now() - make_interval(mins => $3), $2)
    on conflict (bucket) do update set hits = $2, window_started_at = now() - make_interval(mins => $3)`,
    [`mail-${bucket}`, hits, minutesAgo],
  );
}

async function messagesOf({ id }: TestOrganisation): Promise<number> {
  const { rows } = await owner.query<{ count: string }>(
    "select count(*) from ticket_messages where organisation_id = $1",
    [id],
  );
  return Number(rows[0]?.count);
}

async function ready() {
  const organisation = await makeOrganisation(server.services);
  const reference = await makeTicket(server.services, organisation);
  const browser = await server.browser(organisation.first);
  const reply = async (text: string) => browser.post(`/portal/tickets/${reference}/reply`, { body: text });
  return { organisation, reference, browser, reply };
}

describe("what mails people (R29)", () => {
  it("is refused beyond a person's hundred in ten minutes, with how long to wait and what was typed, and is taken later", async () => {
    const { organisation, reply } = await ready();
    expect((await reply("De eerste.")).status).toBe(303);
    await setHits(`person-10:${organisation.first}`, 100);
    const before = await messagesOf(organisation);
    const refused = await reply("Deze wil ik bewaren.");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(500);
    const html = await refused.text();
    expect(html).toContain("Deze wil ik bewaren.");
    expect(html).toMatch(/probeer het over (?:9|10) minuten opnieuw/);
    expect(await messagesOf(organisation)).toBe(before);
    await setHits(`person-10:${organisation.first}`, 100, 11);
    expect((await reply("Nu wel.")).status).toBe(303);
  });

  it("is refused for a whole organisation beyond its own, and for nobody else's", async () => {
    const [busy, calm] = [await ready(), await ready()];
    await setHits(`organisation-60:${busy.organisation.id}`, 600);
    expect((await busy.reply("Te veel.")).status).toBe(429);
    expect((await calm.reply("Rustig.")).status).toBe(303);
  });

  it("is counted exactly when it comes all at once, and the refused cost nothing", async () => {
    const { organisation, reply } = await ready();
    await setHits(`person-10:${organisation.first}`, 95);
    const before = await messagesOf(organisation);
    const answers = await Promise.all(Array.from({ length: 20 }, async (_, index) => reply(`Nummer ${index}.`)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    expect((await messagesOf(organisation)) - before).toBe(5);
  });

  it("is refused in the API with problem details and the seconds to wait", async () => {
    const { organisation, reference, browser } = await ready();
    await setHits(`person-60:${organisation.first}`, 400, 30);
    const refused = await browser.sendJson(`/api/tickets/${reference}/replies`, { body: "Kan dit?" });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(29 * 60 - 1);
    expect(await refused.json()).toMatchObject({ code: "too-many-mails", status: 429 });
  });

  const count = async (actor: Actor, at: Temporal.Instant, kind: EventKind, organisation: TestOrganisation) =>
    inTransaction(server.services.databases, actor, async (tx) =>
      requireMailingRoom({ tx, actor, now: () => at, reacts: true }, kind, organisation.id),
    );

  it("is refused to a person beyond their own, before anything else happens", async () => {
    const organisation = await makeOrganisation(server.services);
    await setHits(`person-10:${organisation.first}`, 100);
    const refused = await count(seated(organisation), server.services.now(), "ticket-replied", organisation);
    expect(refused).toMatchObject({ ok: false, refusal: { code: "too-many-mails" } });
  });

  it("leaves a consultant's busiest day alone: forty tickets, six things each, a third of them in one hour", async () => {
    const [organisation, staff] = [
      await makeOrganisation(server.services),
      consultant(await makeStaff(server.services)),
    ];
    const start = Temporal.Instant.from("2026-11-20T08:00:00Z");
    for (let event = 0; event < 240; event += 1) {
      const minute = event < 80 ? event * 0.75 : 60 + (event - 80) * 2.5;
      const at = start.add({ seconds: Math.round(minute * 60) });
      expect(await count(staff, at, "ticket-replied", organisation)).toEqual({ ok: true, value: null });
    }
  }, 60_000);

  it("does not count a month's invoices, nor what the product does by itself", async () => {
    const organisation = await makeOrganisation(server.services);
    const administrator = {
      kind: "administrator",
      personId: await makeStaff(server.services, "administrator"),
    } as const;
    const now = server.services.now();
    await count(administrator, now, "invoice-issued", organisation);
    await count({ kind: "system" }, now, "ticket-ended-with-contract", organisation);
    const { rows } = await owner.query("select from rate_limits where bucket like $1", [`mail-%${organisation.id}`]);
    expect(rows).toEqual([]);
  });

  it("counts for nobody but who acts: the portal cannot use up another's", async () => {
    const [own, other] = [await makeOrganisation(server.services), await makeOrganisation(server.services)];
    await expect(count(seated(own), server.services.now(), "ticket-replied", other)).rejects.toMatchObject({
      code: "42501",
    });
    await expect(
      asSystem(server.services, server.services.now(), async (work) =>
        requireMailingRoom({ ...work, actor: seated(own) }, "ticket-replied", other.id),
      ),
    ).rejects.toMatchObject({ code: "42501" });
  });
});
