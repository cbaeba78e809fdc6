import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { query } from "./embedded.ts";
import { type FullOrganisation, makeFullOrganisation } from "./support/full-organisation.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";

/** The database's own refusals, even to its owner: the rules that no action may forget (R10, R13, R38). */
describe("the database's own rules", () => {
  let server: TestServer;
  let full: FullOrganisation;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    full = await makeFullOrganisation(server);
  });
  afterAll(async () => server.close());

  const run = async (statement: string): Promise<unknown[][]> =>
    query(
      server.ownerUrl,
      statement
        .replaceAll("$organisation", `'${full.id}'`)
        .replaceAll("$ticket", `(select id from tickets where reference = '${full.reference}')`)
        .replaceAll("$consultant", `'${full.consultant}'`),
    );
  const entry = (start: string, end: string, values = "") =>
    `insert into time_entries (organisation_id, id, ticket_id, consultant_id, step, starts_at, ends_at, is_chargeable, recorded_at)
     values ($organisation, gen_random_uuid(), $ticket, $consultant, 'research', '${start}', '${end}', true, now()) ${values}`;

  it("charge no minute beyond the ceiling, however it is written (T2)", async () => {
    await expect(run(entry("2026-01-05T08:00Z", "2026-01-05T16:00Z"))).rejects.toMatchObject({
      constraint: "tickets_ceiling",
    });
    await expect(run("update tickets set research_minutes = 100000 where id = $ticket")).rejects.toMatchObject({
      constraint: "tickets_ceiling",
    });
    await expect(run("update tickets set authorised_minutes = 0 where id = $ticket")).rejects.toMatchObject({
      constraint: "tickets_ceiling",
    });
  });

  it("let several writers at once reach the ceiling and none pass it", async () => {
    const hour = (index: number) => entry(`2026-02-0${index}T08:00Z`, `2026-02-0${index}T08:30Z`);
    const answers = await Promise.allSettled(Array.from({ length: 9 }, async (_, index) => run(hour(index + 1))));
    const [row] = await run(
      "select chargeable_minutes <= authorised_minutes, authorised_minutes - chargeable_minutes < 30 from tickets where id = $ticket",
    );
    expect(row).toEqual([true, true]);
    for (const answer of answers)
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ constraint: "tickets_ceiling" });
  });

  it("put a consultant in one place at a time, across organisations, and free the time that is voided", async () => {
    const free = (start: string, end: string) =>
      entry(start, end)
        .replace("true, now()", "false, now()")
        .replace("recorded_at)", "recorded_at, reason)")
        .replace("now())", "now(), 'x')");
    await run(free("2026-03-02T08:00Z", "2026-03-02T09:00Z"));
    await expect(run(free("2026-03-02T08:59Z", "2026-03-02T09:30Z"))).rejects.toMatchObject({
      constraint: "one_place_at_a_time",
    });
    await run(free("2026-03-02T09:00Z", "2026-03-02T09:30Z"));
    await run("update time_entries set voided_at = now() where starts_at = '2026-03-02T08:00Z'");
    await run(free("2026-03-02T08:00Z", "2026-03-02T09:00Z"));
  });

  it("void a time entry once and change nothing else of it", async () => {
    const one = `id = '${full.timeEntryId}'`;
    await expect(
      run(`update time_entries set ends_at = ends_at + interval '1 minute' where ${one}`),
    ).rejects.toMatchObject({ code: "23001" });
    await expect(
      run(`update time_entries set voided_at = now(), step = 'resolution' where ${one}`),
    ).rejects.toMatchObject({ code: "23001" });
    const worked = async () => run("select research_minutes from tickets where id = $ticket");
    const [before] = await worked();
    await run(`update time_entries set voided_at = now() where ${one}`);
    expect(await worked()).toEqual([[Number(before?.[0]) - 30]]);
    await expect(run(`update time_entries set voided_at = now() where ${one}`)).rejects.toMatchObject({
      code: "23001",
    });
    await expect(run(`update time_entries set voided_at = null where ${one}`)).rejects.toMatchObject({ code: "23001" });
    await expect(run(`delete from time_entries where ${one}`)).rejects.toMatchObject({ code: "23001" });
  });

  it("refuse a time entry that ends before it starts, lasts over a day or holds seconds", async () => {
    for (const [start, end] of [
      ["08:00", "08:00"],
      ["08:00", "07:59"],
      ["08:00:30", "08:15"],
    ] as const)
      await expect(run(entry(`2026-04-01T${start}Z`, `2026-04-01T${end}Z`))).rejects.toMatchObject({ code: "23514" });
    await expect(run(entry("2026-04-01T08:00Z", "2026-04-02T08:01Z"))).rejects.toMatchObject({ code: "23514" });
  });

  it("have two seats and no third, each of one person (P2)", async () => {
    await expect(
      run("update seats set seat_number = 3 where organisation_id = $organisation and seat_number = 2"),
    ).rejects.toMatchObject({ code: "23514" });
    await expect(run("insert into seats values ($organisation, 2, $consultant, now())")).rejects.toMatchObject({
      code: "23505",
    });
    await expect(
      run(`update seats set person_id = '${full.first}' where organisation_id = $organisation and seat_number = 2`),
    ).rejects.toMatchObject({ code: "23505" });
  });

  it("give each number of a month once (T4)", async () => {
    const copy = `insert into tickets (organisation_id, id, reference, title, description, created_by, created_at, month, number_in_month, is_additional, terms_year, start_fee_minutes, authorised_minutes, waiting_since, last_activity_at)
      select organisation_id, gen_random_uuid(), 'K00-00000', title, description, created_by, created_at, month, number_in_month, is_additional, terms_year, start_fee_minutes, authorised_minutes, waiting_since, last_activity_at from tickets where id = $ticket`;
    await expect(run(copy)).rejects.toMatchObject({ code: "23505" });
  });

  it("have one contract at a time, of whole months within one year (K1-K5)", async () => {
    const contract = (signed: string, starts: string, ends: string, year = 2026) =>
      `insert into contracts select organisation_id, gen_random_uuid(), ${year}, '${signed}', signed_by, '${starts}', '${ends}' from contracts where organisation_id = $organisation limit 1`;
    const [[year] = []] = await run(
      "select extract(year from starts_on)::int from contracts where organisation_id = $organisation",
    );
    const now = Number(year);
    await expect(run(contract(`${now}-01-15`, `${now}-02-01`, `${now}-12-31`, now))).rejects.toMatchObject({
      code: "23P01",
    });
    for (const [signed, starts, ends] of [
      ["2026-02-01", "2026-02-01", "2026-12-31"],
      ["2026-01-01", "2026-02-02", "2026-12-31"],
      ["2026-01-01", "2026-02-01", "2026-12-30"],
      ["2026-01-01", "2026-02-01", "2027-01-31"],
    ] as const)
      await expect(run(contract(signed, starts, ends))).rejects.toMatchObject({ code: "23514" });
  });

  it.each([
    "invoices",
    "invoice_lines",
    "invoice_sendings",
    "invoice_payments",
    "invoice_documents",
    "events",
    "provider_events",
    "terms",
  ])("never change or remove what is in %s", async (table) => {
    const [[column] = []] = await run(
      `select attname from pg_attribute where attrelid = '${table}'::regclass and attnum = 1`,
    );
    await expect(run(`update ${table} set ${String(column)} = ${String(column)}`)).rejects.toMatchObject({
      code: "23001",
    });
    await expect(run(`delete from ${table}`)).rejects.toMatchObject({ code: "23001" });
    await expect(run(`truncate ${table} cascade`)).rejects.toMatchObject({ code: "23001" });
  });

  it("do not add an invoice's number twice, nor one whose total is not its parts", async () => {
    const columns =
      "organisation_id, gen_random_uuid(), $number, kind, month, issued_on, due_on, subtotal_cents, vat_cents, $total, snapshot, issued_by, issued_at";
    const copy = (number: string, total: string) =>
      `insert into invoices (organisation_id, id, number, kind, month, issued_on, due_on, subtotal_cents, vat_cents, total_cents, snapshot, issued_by, issued_at) select ${columns.replace("$number", number).replace("$total", total)} from invoices where number = '${full.invoiceNumber}'`;
    await expect(run(copy("number", "total_cents"))).rejects.toMatchObject({ code: "23505" });
    await expect(run(copy("'x'", "total_cents + 1"))).rejects.toMatchObject({ code: "23514" });
  });

  it("move the clock of a demo alone", async () => {
    await expect(run("update installation set is_demo = false, clock_offset_seconds = 60")).rejects.toMatchObject({
      code: "23514",
    });
  });
});
