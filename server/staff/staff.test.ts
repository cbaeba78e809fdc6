import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { codeOf } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import type { Staff } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Result } from "../../core/values/result.ts";
import { inTransaction } from "../db/transaction.ts";
import { versionOf } from "../events/changes.ts";
import { attempt, type Work } from "../events/work.ts";
import type { MailAddress } from "../people/mail-address.ts";
import { addStaff } from "./add-staff.ts";
import { changeStaff } from "./change-staff.ts";
import { inviteStaff } from "./invite-staff.ts";
import { lockMember } from "./lock-member.ts";
import { personSubject } from "../events/changes.ts";
import { bringBackStaff, suspendStaff } from "./suspend-staff.ts";

let server: TestServer;
let administrator: PersonId;
let colleague: PersonId;
beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
});
afterAll(async () => server.close());
beforeEach(async () => {
  administrator = await makeStaff(server.services, "administrator");
  colleague = await makeStaff(server.services);
});

const now = () => server.services.systemNow();
const nobody = randomUUID() as PersonId;
const details = { name: "Sanne de Boer", role: "consultant", weeklyMinutes: 600 } as const;

const as = async <Value>(
  personId: PersonId,
  run: (work: Work<Staff>) => Promise<Result<Value>>,
  kind: "administrator" | "consultant" = "administrator",
) => {
  const actor = { kind, personId } as const;
  return inTransaction(server.services.databases, actor, async (tx) => {
    const work = { tx, actor, now: server.services.now, reacts: false };
    return attempt(work, async () => run(work));
  });
};
const suspend = async (by: PersonId, personId: PersonId) =>
  as(by, async (work) => suspendStaff(work, { personId, systemNow: now() }));
const bringBack = async (by: PersonId, personId: PersonId) =>
  as(by, async (work) => bringBackStaff(work, { personId, systemNow: now() }));
const change = async (by: PersonId, personId: PersonId, version?: number) =>
  as(by, async (work) => changeStaff(work, { personId, ...details, version }));
const invite = async (by: PersonId, personId: PersonId) =>
  as(by, async (work) => inviteStaff(work, { personId, systemNow: now() }));
const addressOf = async (id: PersonId) => {
  const person = await asSystem(server.services, now(), async ({ tx }) =>
    tx.selectFrom("people").select("mailAddress").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  return person.mailAddress as MailAddress;
};

/** Nobody but these is an administrator then. */
const onlyThese = async (...ids: PersonId[]) =>
  asSystem(server.services, now(), async ({ tx }) =>
    tx.updateTable("people").set({ deactivatedAt: now() }).where("id", "not in", ids).execute(),
  );

describe("who works for the provider", () => {
  it("is an administrator's to say: others are refused as not-allowed, also who is none any more", async () => {
    const systemNow = now();
    const former = await makeStaff(server.services);
    const person = {
      name: "X",
      mailAddress: "x@desk.example" as MailAddress,
      language: "nl",
      weeklyMinutes: 0,
    } as const;
    expect(
      codeOf(
        await as(colleague, async (work) => addStaff(work, { ...person, role: "consultant", systemNow }), "consultant"),
      ),
    ).toBe("not-allowed");
    for (const kind of ["administrator", "consultant"] as const)
      expect(codeOf(await as<unknown>(former, async (work) => lockMember(work, colleague), kind))).toBe("not-allowed");
    for (const refused of [
      await change(former, colleague),
      await invite(former, colleague),
      await suspend(former, colleague),
      await bringBack(former, colleague),
    ])
      expect(codeOf(refused)).toBe("not-allowed");
  });

  it("is known: nobody's id, and that of a contact, is not-found", async () => {
    const { first } = await makeOrganisation(server.services);
    for (const id of [nobody, first]) {
      expect(codeOf(await as<unknown>(administrator, async (work) => lockMember(work, id)))).toBe("not-found");
      for (const refused of [
        await change(administrator, id),
        await invite(administrator, id),
        await suspend(administrator, id),
        await bringBack(administrator, id),
      ])
        expect(codeOf(refused)).toBe("not-found");
    }
  });
});

describe("adding somebody", () => {
  it("refuses an address that a colleague has as already-staff, and a contact's as is-contact, as invalid-input", async () => {
    const { first } = await makeOrganisation(server.services);
    const add = async (mailAddress: MailAddress) =>
      as(administrator, async (work) => addStaff(work, { ...details, mailAddress, language: "nl", systemNow: now() }));
    const refusedFor = (problem: string) => ({
      ok: false,
      refusal: { code: "invalid-input", fields: { mailAddress: problem } },
    });
    expect(await add(await addressOf(first))).toEqual(refusedFor("is-contact"));
    await suspend(administrator, colleague);
    expect(await add(await addressOf(colleague))).toEqual(refusedFor("already-staff"));
  });

  it("takes an address whose owner has no place at a customer any more, and ends every earlier way in", async () => {
    const { id, second } = await makeOrganisation(server.services);
    const before = await server.browser(second);
    await asSystem(server.services, now(), async ({ tx }) =>
      tx.deleteFrom("seats").where("organisationId", "=", id).where("personId", "=", second).execute(),
    );
    const mailAddress = await addressOf(second);
    const added = await as(administrator, async (work) =>
      addStaff(work, { ...details, mailAddress, language: "nl", systemNow: now() }),
    );
    expect(added).toEqual({ ok: true, value: second });
    expect((await before.get("/desk")).status).toBe(303);
    expect((await (await server.browser(second)).get("/desk")).status).toBe(200);
  });
});

describe("taking access away", () => {
  it("is refused for oneself as own-access, by suspending or by changing the role", async () => {
    await makeStaff(server.services, "administrator");
    expect(codeOf(await suspend(administrator, administrator))).toBe("own-access");
    expect(codeOf(await change(administrator, administrator))).toBe("own-access");
  });

  it("is refused for the last-administrator, by suspending or by changing the role", async () => {
    await onlyThese(administrator);
    expect(codeOf(await suspend(administrator, administrator))).toBe("last-administrator");
    expect(codeOf(await change(administrator, administrator))).toBe("last-administrator");
  });

  it("leaves an administrator when two take it from each other at once", async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const one = await makeStaff(server.services, "administrator");
      const other = await makeStaff(server.services, "administrator");
      await onlyThese(one, other);
      const answers = await Promise.all([
        suspend(one, other),
        turn % 2 === 0 ? suspend(other, one) : change(other, one),
      ]);
      expect(new Set(answers.map(codeOf))).toEqual(new Set(["ok", "not-allowed"]));
      const left = await asSystem(server.services, now(), async ({ tx }) =>
        tx
          .selectFrom("people")
          .select("id")
          .where("staffRole", "=", "administrator")
          .where("deactivatedAt", "is", null)
          .execute(),
      );
      expect(left).toHaveLength(1);
    }
  });

  it("and giving it back is refused as changed-meanwhile when a colleague did it already", async () => {
    expect(codeOf(await bringBack(administrator, colleague))).toBe("changed-meanwhile");
    await suspend(administrator, colleague);
    expect(await suspend(administrator, colleague)).toMatchObject({
      refusal: { code: "changed-meanwhile", changes: [{ kind: "person-suspended" }] },
    });
    expect(codeOf(await bringBack(administrator, colleague))).toBe("ok");
    expect(await bringBack(administrator, colleague)).toMatchObject({
      refusal: { code: "changed-meanwhile", changes: [{ kind: "person-brought-back" }] },
    });
  });
});

describe("changing and inviting somebody", () => {
  it("refuses what was seen before another change as changed-meanwhile, and takes a program's that did not look", async () => {
    const seen = await asSystem(server.services, now(), async ({ tx }) => versionOf(tx, personSubject(colleague)));
    expect(codeOf(await change(administrator, colleague, seen))).toBe("ok");
    expect(await change(administrator, colleague, seen)).toMatchObject({
      refusal: { code: "changed-meanwhile", changes: [{ kind: "staff-changed" }] },
    });
    expect(codeOf(await change(administrator, colleague))).toBe("ok");
  });

  it("refuses to invite who is-suspended", async () => {
    expect(codeOf(await invite(administrator, colleague))).toBe("ok");
    await suspend(administrator, colleague);
    expect(codeOf(await invite(administrator, colleague))).toBe("is-suspended");
  });
});
