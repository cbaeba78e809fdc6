import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { codeOf } from "../../test/support/act.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openVisitor, type Visitor, waitForMail } from "../../test/support/visitor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { inTransaction } from "../db/transaction.ts";
import { invitationLifetime, mailInvitation, makeInvitation } from "./make-invitation.ts";
import { takeHits, tryLimits } from "./rate-limit.ts";
import { useInvitation } from "./use-invitation.ts";

const path = "/sign-in/invitation";

let server: TestServer;
let owner: pg.Client;
let administrator: PersonId;
beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
  owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  administrator = await makeStaff(server.services, "administrator");
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const now = () => server.services.systemNow();
const personOf = async (id: PersonId) =>
  asSystem(server.services, now(), async ({ tx }) =>
    tx.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
  );
const invitationOf = async (id: PersonId) =>
  asSystem(server.services, now(), async ({ tx }) =>
    tx.selectFrom("invitations").selectAll().where("personId", "=", id).executeTakeFirstOrThrow(),
  );

/** An invitation to hand over, made by the program. */
const make = async (personId: PersonId, hours = 1) =>
  asSystem(server.services, now(), async (work) =>
    makeInvitation(work, { personId, lifetime: { hours }, systemNow: now() }),
  );

/** Invites somebody by mail as an administrator, and answers the mail and the secret in it. */
async function invite(personId: PersonId) {
  const known = new Set(server.services.demo?.mailbox.list().map(({ id }) => id));
  const actor = { kind: "administrator", personId: administrator } as const;
  const expiresAt = await inTransaction(server.services.databases, actor, async (tx) =>
    mailInvitation(
      { tx, actor, now: server.services.now, reacts: true },
      { personId, lifetime: invitationLifetime, systemNow: now() },
    ),
  );
  const { mailAddress } = await personOf(personId);
  const mail = await waitForMail(server, mailAddress, ({ id }) => !known.has(id));
  return { mail, token: /\/sign-in\/invitation\?token=([\w-]+)/.exec(mail.text)?.[1] ?? "", expiresAt };
}

const open = async (visitor: Visitor, token: string) => visitor.post(path, { token });

describe("an invitation", () => {
  it("mails a link that signs in after the button, once, in any browser (R20)", async () => {
    const consultant = await makeStaff(server.services);
    const { mail, token, expiresAt } = await invite(consultant);
    const { name: inviter } = await personOf(administrator);
    expect(mail.subject).toBe("Je uitnodiging voor Kwartier");
    expect(mail.text).toContain(`${inviter} heeft een account voor je gemaakt`);
    expect(now().until(expiresAt).total("days")).toBeCloseTo(7, 2);
    expect(token).toMatch(/^[\w-]{43}$/);
    for (const guard of [openVisitor(server), openVisitor(server)]) {
      const looked = await guard.get(`${path}?token=${token}`);
      expect(await looked.text()).toContain("Welkom bij Kwartier");
      expect((await guard.get("/desk")).status).toBe(303);
    }
    const visitor = openVisitor(server);
    expect((await open(visitor, token)).headers.get("location")).toBe("/desk");
    expect((await visitor.get("/desk")).status).toBe(200);
    const again = await open(openVisitor(server), token);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain("al gebruikt");
    expect(await (await openVisitor(server).get(`${path}?token=${token}`)).text()).toContain("al gebruikt");
  });

  it("comes in the person's language, and leads a contact to the portal", async () => {
    const { second } = await makeOrganisation(server.services);
    const { mail, token } = await invite(second);
    expect(mail.subject).toBe("Your invitation to Kwartier");
    expect((await open(openVisitor(server), token)).headers.get("location")).toBe("/portal");
  });

  it("lets in once when its link arrives many times at once", async () => {
    const { token } = await make(await makeStaff(server.services));
    const answers = await Promise.all(Array.from({ length: 5 }, async () => open(openVisitor(server), token)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
  });

  it("takes the place of an earlier one, whose link then says what to do", async () => {
    const consultant = await makeStaff(server.services);
    const first = await make(consultant);
    const second = await make(consultant);
    const old = await open(openVisitor(server), first.token);
    expect(old.status).toBe(422);
    const html = await old.text();
    expect(html).toContain("vraag een beheerder om een nieuwe uitnodiging");
    expect(html).toContain('href="/sign-in"');
    expect((await open(openVisitor(server), second.token)).status).toBe(303);
  });

  it("lapses after its lifetime, and is nothing to somebody without access", async () => {
    const [lapsed, suspended] = [await makeStaff(server.services), await makeStaff(server.services)];
    const [one, other] = [await make(lapsed), await make(suspended)];
    await owner.query("update people set deactivated_at = now() where id = $1", [suspended]);
    const use = async (token: string, systemNow = now()) =>
      asSystem(server.services, now(), async (work) =>
        codeOf(await useInvitation(work, { token, address: "192.0.2.1", systemNow })),
      );
    expect(await use(one.token, one.expiresAt)).toBe("invitation-over");
    expect(await use(other.token)).toBe("invitation-over");
    expect(await use("another-secret")).toBe("invitation-over");
    expect(await use(one.token, one.expiresAt.subtract({ seconds: 1 }))).toBe("ok");
    expect(await use(one.token)).toBe("invitation-used");
  });

  it("is over when its person signs in by a code, or in another way", async () => {
    const consultant = await makeStaff(server.services);
    const { token } = await make(consultant);
    const visitor = openVisitor(server);
    const { mailAddress } = await personOf(consultant);
    await visitor.post("/sign-in", { mailAddress });
    const mail = await waitForMail(server, mailAddress);
    expect((await visitor.post("/sign-in/code", { code: /\d{4} \d{4}/.exec(mail.text)?.[0] ?? "" })).status).toBe(303);
    expect((await invitationOf(consultant)).usedAt).not.toBeNull();
    expect(await (await open(openVisitor(server), token)).text()).toContain("al gebruikt");
  });

  it("counts attempts with the links of codes, by network (R17)", async () => {
    const { token } = await make(await makeStaff(server.services));
    const address = "198.51.100.200";
    await asSystem(server.services, now(), async ({ tx }) => {
      for (let hit = 0; hit < 100; hit += 1) await takeHits(tx, tryLimits(address, null), now());
    });
    const use = async (from: string) =>
      asSystem(server.services, now(), async (work) =>
        codeOf(await useInvitation(work, { token, address: from, systemNow: now() })),
      );
    expect(await use(address)).toBe("too-many-attempts");
    expect(await use("198.51.100.201")).toBe("ok");
  });

  it("leaves its secret nowhere but in the mail, and tells who invited and how (R45)", async () => {
    const consultant = await makeStaff(server.services);
    const { token } = await invite(consultant);
    await open(openVisitor(server), token);
    const { rows } = await owner.query<{ text: string }>(
      `select payload::text as text from provider_event_payloads union all select payload::text from graphile_worker._private_jobs
       union all select outgoing_mails::text from outgoing_mails union all select invitations::text from invitations`,
    );
    expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
    const events = await owner.query<{ kind: string; payload: Record<string, unknown> }>(
      "select kind, payload from provider_events join provider_event_payloads on event_id = id where subject = $1 order by sequence",
      [consultant],
    );
    expect(events.rows.map(({ kind, payload }) => [kind, payload["by"]])).toEqual([
      ["person-invited", "mail"],
      ["signed-in", "invitation"],
    ]);
  });
});
