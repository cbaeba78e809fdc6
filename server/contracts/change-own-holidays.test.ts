import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Staff } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { act, codeOf } from "../../test/support/act.ts";
import { asSystem, makeStaff } from "../../test/support/make-organisation.ts";
import { asStaff, issueMonthOf, makeProvider, makeSeptemberWork } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { inTransaction } from "../db/transaction.ts";
import { verifyChain } from "../verify/verify-chain.ts";
import { issueInvoice } from "../invoices/issue-invoice.ts";
import { proposeForOrganisation } from "../invoices/propose.ts";
import { addOwnHoliday, removeOwnHoliday } from "./change-own-holidays.ts";
import { findExtraHolidays } from "./read-contracts.ts";

const month = monthOf("2026-09");
const at = Temporal.Instant.from("2026-11-01T08:00Z");
const day = (text: string) => Temporal.PlainDate.from(text);

/** The database's refusal of a holiday in an invoiced month. */
const settled = { code: "23001" };

describe("the provider's own days off (CE2)", () => {
  let server: TestServer;
  let administrator: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    administrator = await makeStaff(server.services, "administrator");
  });
  afterAll(async () => server.close());

  const asAdministrator = (): Staff => ({ kind: "administrator", personId: administrator });
  const add = async (on: string, name = "Brugdag", actor = asAdministrator()) =>
    codeOf(await act(server.services, actor, async (work) => addOwnHoliday(work, { on: day(on), name })));
  const remove = async (on: string, actor = asAdministrator()) =>
    codeOf(await act(server.services, actor, async (work) => removeOwnHoliday(work, day(on))));
  const known = async () =>
    asSystem(server.services, at, async ({ tx }) =>
      (await findExtraHolidays(tx)).map((date) => date.toString()).toSorted(),
    );
  const issueSeptember = async (organisationId: Awaited<ReturnType<typeof makeSeptemberWork>>["id"]) =>
    issueMonthOf(server.services, administrator, { organisationId, month, at: at.toString() });

  it("come and go, on record in the provider's own chain", async () => {
    expect(await add("2027-12-24", "Kerstavond")).toBe("ok");
    expect(await known()).toContain("2027-12-24");
    expect(await remove("2027-12-24")).toBe("ok");
    expect(await known()).not.toContain("2027-12-24");
    await asSystem(server.services, at, async ({ tx }) => {
      const events = await tx
        .selectFrom("provider_events")
        .innerJoin("provider_event_payloads", "provider_event_payloads.eventId", "provider_events.id")
        .select(["kind", "personId", "subject", "payload"])
        .where("subject", "=", "2027-12-24")
        .orderBy("sequence")
        .execute();
      const payload = { on: "2027-12-24", name: "Kerstavond" };
      expect(events).toEqual([
        { kind: "own-holiday-added", personId: administrator, subject: "2027-12-24", payload },
        { kind: "own-holiday-removed", personId: administrator, subject: "2027-12-24", payload },
      ]);
      expect((await verifyChain(tx, null)).broken).toBeNull();
    });
  });

  it("are an administrator's to change", async () => {
    const consultant: Staff = { kind: "consultant", personId: await makeStaff(server.services) };
    expect(await add("2027-03-01", "Vrij", consultant)).toBe("not-allowed");
    expect(await add("2027-03-01")).toBe("ok");
    expect(await remove("2027-03-01", consultant)).toBe("not-allowed");
  });

  it("are refused twice, on a public holiday and outside 2000-2099, and cannot be taken where there is none", async () => {
    expect(await add("2027-05-07")).toBe("ok");
    expect(await add("2027-05-07")).toBe("already-a-holiday");
    expect(await add("2027-05-06")).toBe("already-a-holiday");
    expect([await add("1999-12-31"), await add("2100-01-01")]).toEqual(["invalid-input", "invalid-input"]);
    expect([await remove("2027-05-06"), await remove("2027-05-10")]).toEqual(["not-found", "not-found"]);
    const colleague: Staff = { kind: "administrator", personId: await makeStaff(server.services, "administrator") };
    expect([await remove("2027-05-07", colleague), await remove("2027-05-07")]).toEqual(["ok", "changed-meanwhile"]);
  });

  it("are one when two administrators add the same at once", async () => {
    const answers = await Promise.all([add("2027-06-01"), add("2027-06-01"), add("2027-06-01")]);
    expect(answers.toSorted()).toEqual(["already-a-holiday", "already-a-holiday", "ok"]);
  });

  it("never change in a month that anybody was invoiced for", async () => {
    expect(await add("2026-09-14")).toBe("ok");
    expect(await issueSeptember((await makeSeptemberWork(server.services)).id)).toMatch(/^2026-/);
    expect(await add("2026-09-15")).toBe("month-invoiced");
    expect(await remove("2026-09-14")).toBe("month-invoiced");
    expect(await add("2026-10-05")).toBe("ok");
  });

  it("are guarded by the database besides: no row of an invoiced month comes, moves, changes or goes", async () => {
    expect(await issueSeptember((await makeSeptemberWork(server.services)).id)).toMatch(/^2026-/);
    expect(await add("2027-07-01")).toBe("ok");
    const write = async (statement: string) =>
      inTransaction(server.services.databases, { kind: "system" }, async (tx) => sql.raw(statement).execute(tx));
    for (const statement of [
      "insert into provider_holidays values ('2026-09-16', 'Vrij')",
      "update provider_holidays set held_on = '2026-09-17' where held_on = '2027-07-01'",
      "update provider_holidays set held_on = '2027-07-02' where held_on = '2026-09-14'",
      "update provider_holidays set name = 'Anders' where held_on = '2026-09-14'",
      "delete from provider_holidays where held_on = '2026-09-14'",
    ])
      await expect(write(statement)).rejects.toMatchObject(settled);
    expect(await known()).toEqual(expect.arrayContaining(["2026-09-14", "2027-07-01"]));
  });

  it("wait for an invoice that is being issued, and then see it", async () => {
    const organisation = await makeSeptemberWork(server.services);
    const place = { organisationId: organisation.id, month: monthOf("2026-09") };
    const [issued, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const issuing = asStaff(server.services, asAdministrator(), at, async (work) => {
      const { fingerprint } = await proposeForOrganisation(work, place);
      const answer = codeOf(await issueInvoice(work, { ...place, fingerprint }));
      issued.resolve();
      await mayCommit.promise;
      return answer;
    });
    await issued.promise;
    const adding = add("2026-09-18");
    await untilWaiting();
    mayCommit.resolve();
    expect([await issuing, await adding]).toEqual(["ok", "month-invoiced"]);
  });

  /** Waits until somebody waits for the lock on the holidays. */
  async function untilWaiting(): Promise<void> {
    await expect
      .poll(async () =>
        asSystem(server.services, at, async ({ tx }) => {
          const { rows } = await sql<{ waiting: boolean }>`select exists (select from pg_locks
            where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())) as waiting`.execute(
            tx,
          );
          return rows[0]?.waiting;
        }),
      )
      .toBe(true);
  }
});
