import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import type { Services } from "../services.ts";
import { verifyDatabase } from "../verify/verify-database.ts";
import { fillDemo } from "./fill-demo.ts";
import { personas } from "./personas.ts";

describe.each(["2026-11-19T14:20:00+01:00", "2027-03-01T00:00:20+01:00"])("a demo made at %s", (made) => {
  let server: TestServer;
  const desk = () => server.services.databases.desk;
  beforeAll(async () => {
    const fill = async (services: Services) => {
      await fillDemo({ ...services, now: () => Temporal.Instant.from(made) });
    };
    server = await startTestServer(inject("ownerUrl"), { fillDemo: fill });
  });
  afterAll(async () => server.close());

  it("has 20 organisations beside an archived one, 400 tickets and invoices of two months", async () => {
    const { rows } = await sql<{ organisations: number; tickets: number; invoices: number; months: number }>`
      select (select count(*) from organisations where archived_at is null)::int as organisations, (select count(*) from tickets)::int as tickets,
        (select count(*) from invoices)::int as invoices, (select count(distinct month) from invoices)::int as months`.execute(
      desk(),
    );
    expect(rows[0]).toMatchObject({ organisations: 20, tickets: 400, months: 2 });
    expect(rows[0]?.invoices).toBeGreaterThan(25);
  });

  it("numbers invoices without gaps, in the order of their dates", async () => {
    const rows = await desk().selectFrom("invoices").select(["number", "issuedAt"]).orderBy("number").execute();
    const times = rows.map((row) => row.issuedAt.epochMilliseconds);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    for (const numbers of Map.groupBy(rows, (row) => row.number.slice(0, 4)).values())
      expect(numbers.map((row) => Number(row.number.slice(5)))).toEqual(numbers.map((_, index) => index + 1));
  });

  it("numbers tickets in the order of their creation", async () => {
    const rows = await desk()
      .selectFrom("tickets")
      .select("createdAt")
      .orderBy(sql`right(reference, 5)`)
      .execute();
    const times = rows.map((row) => row.createdAt.epochMilliseconds);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it("keeps every chain of events unbroken and in order", async () => {
    const { rows } = await sql<{ broken: number; backwards: number; events: number }>`
      with chained as (
        select e.*, lag(hash, 1, ''::bytea) over own as previous, lag(at) over own as before,
          sha256(p.salt || convert_to(p.payload::text, 'UTF8')) as rehashed_payload
        from events e join event_payloads p on p.organisation_id = e.organisation_id and p.event_id = e.id
        window own as (partition by e.organisation_id order by e.sequence))
      select count(*)::int as events,
        count(*) filter (where previous_hash <> previous or rehashed_payload <> payload_hash
          or hash <> event_hash(previous_hash, organisation_id, sequence, id, at, actor, person_id, kind, is_visible, subject, payload_hash))::int as broken,
        count(*) filter (where at < before)::int as backwards
      from chained`.execute(desk());
    expect(rows[0]).toMatchObject({ broken: 0, backwards: 0 });
    expect(rows[0]?.events).toBeGreaterThan(3000);
  });

  it("has invoices that all follow, one of them credited, and a customer to whom VAT is reverse-charged", async () => {
    const said: string[] = [];
    const verified = await verifyDatabase(desk(), { files: null, report: (problem) => said.push(problem) });
    expect(said).toEqual([]);
    expect(verified.organisations).toBe(21);
    const { rows } = await sql<{ credits: number; reversed: number }>`
      select (select count(*) from invoices where credit_mode = 'forgive')::int as credits,
        (select count(*) from invoice_vat where category = 'reverse-charge' and subtotal_cents > 0)::int as reversed`.execute(
      desk(),
    );
    expect(rows[0]?.credits).toBe(1);
    expect(rows[0]?.reversed).toBeGreaterThan(0);
  });

  it("has the people of the sign-in page, with their places", async () => {
    const people = await desk().selectFrom("people").select(["name", "mailAddress", "language"]).execute();
    for (const { name, mailAddress, language } of personas)
      expect(people).toContainEqual({ name, mailAddress, language });
    const seats = await desk()
      .selectFrom("seats")
      .innerJoin("people", "people.id", "personId")
      .innerJoin("organisations", "organisations.organisationId", "seats.organisationId")
      .select(["mailAddress", "organisations.name", "seatNumber"])
      .execute();
    for (const { mailAddress, places } of personas)
      for (const { organisation, seat } of places)
        if (seat !== null) expect(seats).toContainEqual({ mailAddress, name: organisation, seatNumber: seat });
  });

  it("has a colleague who left, and another who was mailed an invitation", async () => {
    const people = await desk()
      .selectFrom("people")
      .leftJoin("invitations", "invitations.personId", "people.id")
      .select(["name", "deactivatedAt", "expiresAt"])
      .where("name", "in", ["Ruben Kok", "Tess Mulder"])
      .orderBy("name")
      .execute();
    expect(people).toMatchObject([{ expiresAt: null }, { deactivatedAt: null }]);
    expect(people[0]?.deactivatedAt).not.toBeNull();
    const mails = () => server.services.demo?.mailbox.list().map(({ subject }) => subject);
    await expect.poll(mails, { timeout: 15_000 }).toContain("Je uitnodiging voor Kwartier");
  });

  it("has mailed about the last days, not about months", async () => {
    const count = () => server.services.demo?.mailbox.list().length ?? 0;
    await expect.poll(count, { timeout: 15_000 }).toBeGreaterThan(10);
    const { rows } = await sql<{ told: number }>`select count(*)::int as told from events where is_visible`.execute(
      desk(),
    );
    expect(count()).toBeLessThan((rows[0]?.told ?? 0) / 10);
  });
});
