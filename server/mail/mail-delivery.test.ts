import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { act, codeOf, seated } from "../../test/support/act.ts";
import {
  type Behaviour,
  type FailingMailServer,
  startFailingMailServer,
} from "../../test/support/failing-mail-server.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openVisitor } from "../../test/support/visitor.ts";
import { inTransaction } from "../db/transaction.ts";
import { replyToTicket } from "../tickets/reply-to-ticket.ts";
import type { MailProblem } from "./judge-failure.ts";
import type { Staff } from "../../core/access/actor.ts";
import { tryJobAgain } from "../jobs/given-up.ts";
import { stopMail, stopMails } from "./stop-mail.ts";
import { tryMailAgain, tryMailsAgain } from "./try-again.ts";

const pace = {
  shortestPause: 50,
  longestPause: 300,
  longestCodePause: 100,
  claim: 3000,
  claimAgain: 500,
  keeping: 5000,
};
const limits = { connect: 300, answer: 600, mail: 1500, close: 300 };
const patient = { timeout: 20_000, interval: 50 };

let mailServer: FailingMailServer;
let server: TestServer;
let organisation: TestOrganisation;
let reference: string;
let addresses: readonly string[];

const system = { kind: "system" } as const;
const inDesk: <Value>(run: Parameters<typeof inTransaction<Value>>[2]) => Promise<Value> = async (run) =>
  inTransaction(server.services.databases, system, run);

/** The outbox's rows for the ticket's last event. */
async function outbox() {
  const { id } = await lastEvent();
  return inDesk(async (tx) => tx.selectFrom("outgoing_mails").selectAll().where("aboutId", "=", id).execute());
}

async function lastEvent(): Promise<{ readonly id: string }> {
  return inDesk(async (tx) =>
    tx
      .selectFrom("events")
      .select("id")
      .where("organisationId", "=", organisation.id)
      .where("isVisible", "=", true)
      .orderBy("sequence", "desc")
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
}
const states = async () => (await outbox()).map(({ state }) => state).toSorted();
const problems = async () => (await outbox()).map(({ problem }) => problem ?? "").toSorted();

async function reply(body: string, { reacts = true } = {}): Promise<void> {
  const actor = seated(organisation);
  const done = await inTransaction(server.services.databases, actor, async (tx) =>
    replyToTicket({ tx, actor, now: server.services.now, reacts }, { reference, body, attachmentIds: [] }),
  );
  if (!done.ok) throw new Error(done.refusal.code);
}
const takenSaying = (text: string) => mailServer.taken.filter((mail) => mail.text.includes(text));

beforeAll(async () => {
  mailServer = await startFailingMailServer();
  server = await startTestServer(inject("ownerUrl"), {
    config: {
      demo: false,
      smtpUrl: mailServer.url.replace("//", "//desk:wrong@"),
      mailFrom: "desk@provider.example",
      administratorMail: "boss@provider.example",
    },
    mail: { pace, limits },
  });
  organisation = await makeOrganisation(server.services);
  const browser = await server.browser(organisation.first);
  const sent = await browser.post("/portal/tickets", {
    title: "Outlook hangt",
    description: "Sinds vanochtend.",
    idempotencyKey: randomUUID(),
  });
  reference = sent.headers.get("location")?.split("/").at(-1) ?? "";
  await vi.waitUntil(() => mailServer.taken.length === 2, patient);
  addresses = mailServer.taken.map(({ to }) => to).toSorted();
});
afterAll(async () => {
  await server.close();
  await mailServer.close();
});

describe("a mail server that fails in every way, and comes back (R41, R45)", () => {
  const ways: readonly [string, Behaviour, MailProblem][] = [
    ["is down", { kind: "is-down" }, "unreachable"],
    ["takes connections and is silent", { kind: "is-silent" }, "unreachable"],
    ["greets with 421", { kind: "greets", line: "421 later" }, "not-now"],
    ["knows our password for a wrong one (535)", { kind: "wants-sign-in" }, "not-signed-in"],
    ["says 451 to the sender", { kind: "says", at: "mail", code: 451, words: "later" }, "not-now"],
    ["says 550 to the sender", { kind: "says", at: "mail", code: 550, words: "not you" }, "sender-refused"],
    ["says 421 to the receiver", { kind: "says", at: "receiver", code: 421, words: "too many" }, "not-now"],
    ["says 450 to the receiver", { kind: "says", at: "receiver", code: 450, words: "grey" }, "receiver-later"],
    ["says 451 to the message", { kind: "says", at: "message", code: 451, words: "later" }, "message-later"],
    ["takes the message and hangs", { kind: "hangs" }, "interrupted"],
    ["hangs up in the middle", { kind: "drops" }, "interrupted"],
  ];

  it("loses nothing and doubles nothing, whatever it did before it took a mail", { timeout: 60_000 }, async () => {
    await mailServer.behave({ kind: "is-down" });
    await reply("Door alles heen.");
    for (const [, behaviour, problem] of ways) {
      await mailServer.behave(behaviour);
      await expect.poll(problems, patient).toEqual([problem, problem]);
      expect(await states()).toEqual(["waiting", "waiting"]);
    }
    await mailServer.behave({ kind: "well" });
    await expect.poll(states, patient).toEqual(["accepted", "accepted"]);
    const taken = takenSaying("Door alles heen.");
    expect(taken.map(({ to }) => to).toSorted()).toEqual(addresses);
    expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(2);
    expect((await outbox()).map(({ problem, answer }) => [problem, answer?.slice(0, 3)])).toEqual([
      [null, "250"],
      [null, "250"],
    ]);
  });

  it("serves pages all the while", async () => {
    await mailServer.behave({ kind: "is-silent" });
    await reply("Terwijl het hangt.");
    await expect.poll(problems, patient).toEqual(["unreachable", "unreachable"]);
    expect((await (await server.browser(organisation.first)).get("/portal")).status).toBe(200);
    expect((await fetch(new URL("/healthz", server.url))).status).toBe(200);
    await mailServer.behave({ kind: "well" });
    await expect.poll(states, patient).toEqual(["accepted", "accepted"]);
  });
});

describe("several receivers, one of whom is refused", () => {
  it.each([550, 551])("the other has the mail once, and the refusal (%i) is kept with its words", async (code) => {
    const [refused = "", other = ""] = addresses;
    await mailServer.behave({ kind: "says", at: "receiver", code, words: "no such mailbox", to: refused });
    await reply(`Een van tweeën, bij ${code}.`);
    await expect.poll(states, patient).toEqual(["accepted", "refused"]);
    expect(takenSaying(`Een van tweeën, bij ${code}.`).map(({ to }) => to)).toEqual([other]);
    const row = (await outbox()).find(({ state }) => state === "refused");
    expect(row).toMatchObject({
      address: refused,
      problem: "receiver-refused",
      answer: `${code} no such mailbox`,
      tries: 1,
    });
    await mailServer.behave({ kind: "well" });
  });

  it("a job that runs again adds no mail and sends none", async () => {
    await reply("Twee keer gereageerd.");
    await expect.poll(states, patient).toEqual(["accepted", "accepted"]);
    const [row] = await outbox();
    await inDesk(async (tx) => {
      const event = JSON.stringify({ organisationId: organisation.id, eventId: row?.aboutId });
      await sql`select enqueue_job('react-to-event', ${event}::json)`.execute(tx);
      await sql`select graphile_worker.add_job('send-mail', json_build_object('mailId', ${row?.id}::text))`.execute(tx);
    });
    await expect.poll(jobsLeft, patient).toBe(0);
    expect(takenSaying("Twee keer gereageerd.")).toHaveLength(2);
    expect(await states()).toEqual(["accepted", "accepted"]);
  });
});

describe("a job that a version without an outbox left in the queue", () => {
  it("is done after the upgrade, for everybody once", async () => {
    await reply("Van voor de upgrade.", { reacts: false });
    const { id } = await lastEvent();
    expect(await outbox()).toEqual([]);
    // As earlier versions enqueued it.
    const event = JSON.stringify({ organisationId: organisation.id, eventId: id });
    await inDesk(async (tx) => sql`select enqueue_job('react-to-event', ${event}::json)`.execute(tx));
    await expect.poll(states, patient).toEqual(["accepted", "accepted"]);
    const taken = takenSaying("Van voor de upgrade.");
    expect(taken.map(({ to }) => to).toSorted()).toEqual(addresses);
  });
});

async function jobsLeft(): Promise<number> {
  const { rows } = await inDesk(async (tx) =>
    sql<{
      left: number;
    }>`select count(*)::integer as left from graphile_worker.jobs where task_identifier in ('react-to-event', 'send-mail', 'send-sign-in-code')`.execute(
      tx,
    ),
  );
  return rows[0]?.left ?? 0;
}

describe("the end of a mail goes by its kind, not by how often it was tried", () => {
  it("a notice is given up after three days", async () => {
    await mailServer.behave({ kind: "says", at: "receiver", code: 450, words: "mailbox full" });
    await reply("Drie dagen lang.");
    await expect.poll(problems, patient).toEqual(["receiver-later", "receiver-later"]);
    const [row] = await outbox();
    expect(row?.endsAt?.since(row.madeAt).total("hours")).toBe(72);
    await inDesk(async (tx) =>
      tx
        .updateTable("outgoing_mails")
        .set({ endsAt: server.services.systemNow() })
        .where("state", "=", "waiting")
        .execute(),
    );
    await expect.poll(states, patient).toEqual(["given-up", "given-up"]);
    expect((await outbox()).map(({ answer }) => answer)).toEqual(["450 mailbox full", "450 mailbox full"]);
    await mailServer.behave({ kind: "well" });
  });

  it("a code's mail ends with the code, and neither is ever stored", async () => {
    await mailServer.behave({ kind: "says", at: "receiver", code: 450, words: "later" });
    const visitor = openVisitor(server);
    await visitor.post("/sign-in", { mailAddress: addresses[0] ?? "" });
    const codes = async () =>
      inDesk(async (tx) => tx.selectFrom("outgoing_mails").selectAll().where("kind", "=", "sign-in-code").execute());
    await expect.poll(async () => (await codes()).map(({ problem }) => problem), patient).toEqual(["receiver-later"]);
    const [mail] = await codes();
    expect(mail?.endsAt?.since(mail.madeAt).total("minutes")).toBeCloseTo(10, 0);
    await mailServer.behave({ kind: "well" });
    await expect.poll(async () => (await codes()).map(({ state }) => state), patient).toEqual(["accepted"]);
    const sent = mailServer.taken.at(-1);
    const [digits = "none"] = /\d{4} \d{4}/.exec(sent?.text ?? "") ?? [];
    const [token = "none"] = /(?<=token=)[\w-]+/.exec(sent?.text ?? "") ?? [];
    const kept = JSON.stringify(await codes(), (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    );
    for (const secret of [digits, digits.replace(" ", ""), token]) expect(kept).not.toContain(secret);
    const again = await visitor.post("/sign-in/code", { code: digits });
    expect(again.status).toBe(303);
  });

  it("by hand it is an administrator's, and never that of an accepted mail or of a code", async () => {
    const { services } = server;
    const systemNow = services.systemNow();
    const personId = await makeStaff(services, "administrator");
    const stop = async (id: string, kind: Staff["kind"] = "administrator") =>
      codeOf(
        await act(services, { kind, personId }, async (work) => stopMail(work, { id, reason: "Klaar", systemNow })),
      );
    const again = async (id: string, kind: Staff["kind"] = "administrator") =>
      codeOf(await act(services, { kind, personId }, async (work) => tryMailAgain(work, { id, systemNow })));
    const colleague = { kind: "consultant", personId } as const;
    const many = { state: "refused", systemNow } as const;
    const stopped = await act(services, colleague, async (work) => stopMails(work, { ...many, reason: "Alles" }));
    const tried = await act(services, colleague, async (work) => tryMailsAgain(work, many));
    const job = await act(services, colleague, async (work) => tryJobAgain(work, "1"));
    expect([stopped, tried, job].map(codeOf)).toEqual(Array(3).fill("not-allowed"));
    const noJob = await act(services, { kind: "administrator", personId }, async (work) => tryJobAgain(work, "999999"));
    const none = randomUUID();
    expect([codeOf(noJob), await stop(none), await again(none)]).toEqual(Array(3).fill("not-found"));
    const mails = await inDesk(async (tx) => tx.selectFrom("outgoing_mails").select(["id", "kind", "state"]).execute());
    const idOf = (kind: string, state: string) => mails.find((mail) => mail.kind === kind && mail.state === state)?.id;
    const accepted = idOf("sign-in-code", "accepted") ?? "";
    expect([await stop(accepted), await again(accepted)]).toEqual(Array(2).fill("mail-accepted"));
    const notice = idOf("notice", "given-up") ?? "";
    expect([await stop(notice, "consultant"), await again(notice, "consultant")]).toEqual(Array(2).fill("not-allowed"));
    expect([await stop(notice), await stop(notice)]).toEqual(["ok", "changed-meanwhile"]);
    await inDesk(async (tx) =>
      tx.updateTable("outgoing_mails").set({ state: "needless" }).where("id", "=", notice).execute(),
    );
    expect([await stop(notice), await again(notice)]).toEqual(Array(2).fill("changed-meanwhile"));
    await mailServer.behave({ kind: "says", at: "receiver", code: 550, words: "unknown" });
    await openVisitor(server).post("/sign-in", { mailAddress: addresses[1] ?? "" });
    const refused = async () =>
      inDesk(async (tx) =>
        tx
          .selectFrom("outgoing_mails")
          .select("id")
          .where("kind", "=", "sign-in-code")
          .where("state", "=", "refused")
          .execute(),
      );
    await expect.poll(async () => (await refused()).length, patient).toBe(1);
    const [code] = await refused();
    expect([await stop(code?.id ?? ""), await again(code?.id ?? "")]).toEqual(Array(2).fill("mail-is-code"));
    await mailServer.behave({ kind: "well" });
  });
});
