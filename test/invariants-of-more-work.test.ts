import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { PersonId } from "../core/values/ids.ts";
import { query } from "./embedded.ts";
import { makeStaff } from "./support/make-organisation.ts";
import { approveAt, makeMoreWork, type MoreWork, signAddendumAt } from "./support/make-on-site.ts";
import { type Quoted, quotedWork, type QuotedWork } from "./support/quoted-work.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";

/**
 * The database's own refusals about visits, costs, corrections, quotes and waived start fees, even to its owner (R10,
 * R13).
 */
describe("the database's own rules of what is charged besides time", () => {
  let server: TestServer;
  let here: QuotedWork;
  let mine: Quoted;
  let more: MoreWork;
  let joris: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    here = quotedWork(server.services);
    mine = await here.given();
    joris = await makeStaff(server.services);
    more = await makeMoreWork(server.services, mine, { ...mine, start: here.june("03T09:00"), secret: "x" });
  });
  afterAll(async () => server.close());

  const run = async (statement: string, of: Quoted = mine): Promise<unknown[][]> =>
    query(
      server.ownerUrl,
      statement
        .replaceAll("$organisation", `'${of.organisation.id}'`)
        .replaceAll("$ticket", `(select id from tickets where reference = '${of.reference}')`)
        .replaceAll("$joris", `'${joris}'`)
        .replaceAll("$first", `'${of.organisation.first}'`),
    );
  const refused = { code: "23001" };
  const never = { code: "23514" };
  const june = (time: string) => here.june(time).toString();
  const visit = (start: string, end: string, addendum = `'${more.addenda}'`) =>
    `insert into visits (organisation_id, id, ticket_id, addendum_id, consultant_id, starts_at, ends_at, kilometres, recorded_at)
     values ($organisation, gen_random_uuid(), $ticket, ${addendum}, $joris, '${june(start)}', '${june(end)}', 0, now())`;
  const entry = (start: string, end: string, authorisation: string) =>
    `insert into time_entries (organisation_id, id, ticket_id, consultant_id, step, starts_at, ends_at, is_chargeable, recorded_at, authorisation_id)
     values ($organisation, gen_random_uuid(), $ticket, $joris, 'research', '${june(start)}', '${june(end)}', true, now(), ${authorisation})`;

  it.each([
    ["visits", "voided_at", "kilometres = kilometres + 1"],
    ["expenses", "voided_at", "amount_cents = amount_cents + 1"],
    ["corrections", "withdrawn_at", "amount_cents = amount_cents + 1"],
  ] as const)("take back a row of %s once, and change nothing else of it", async (table, column, change) => {
    const one = `id = '${more[table]}'`;
    await expect(run(`update ${table} set ${change} where ${one}`)).rejects.toMatchObject(refused);
    await expect(run(`update ${table} set ${column} = now(), ${change} where ${one}`)).rejects.toMatchObject(refused);
    await run(`update ${table} set ${column} = now() where ${one}`);
    await expect(run(`update ${table} set ${column} = now() where ${one}`)).rejects.toMatchObject(refused);
    await expect(run(`update ${table} set ${column} = null where ${one}`)).rejects.toMatchObject(refused);
  });

  it.each(["addenda", "visits", "expenses", "corrections", "authorisations"])(
    "never remove what is in %s",
    async (table) => {
      await approveAt(server.services, mine, { reference: mine.reference, at: here.june("20T09:00") });
      await expect(run(`delete from ${table}`)).rejects.toMatchObject(refused);
      await expect(run(`truncate ${table} cascade`)).rejects.toMatchObject(refused);
    },
  );

  it("have a visit and a cost only under an addendum that was signed by then (A1, A3)", async () => {
    const unsigned = randomUUID();
    const offer = `insert into addenda (organisation_id, id, contract_id, terms, offered_at)
      select organisation_id, '${unsigned}', contract_id, terms, offered_at from addenda where id = '${more.addenda}'`;
    await run(offer);
    await expect(run(offer.replace(unsigned, randomUUID()))).rejects.toMatchObject({ constraint: "one_open_addendum" });
    await expect(run(visit("04T09:00", "04T10:00", `'${unsigned}'`))).rejects.toMatchObject(refused);
    await expect(run(visit("01T11:00", "01T12:00"))).rejects.toMatchObject(refused);
    await run(visit("04T09:00", "04T10:00"));
    const cost = (on: string) =>
      `insert into expenses (organisation_id, id, ticket_id, addendum_id, spent_on, description, amount_cents, vat, recorded_by, recorded_at)
       values ($organisation, gen_random_uuid(), $ticket, '${more.addenda}', '${on}', 'x', 1, 'zero', $joris, now())`;
    await expect(run(cost(here.day(2).toString()))).rejects.toMatchObject(refused);
    await run(cost(here.day(3).toString()));
    await expect(run(cost(here.day(3).toString()).replace("'x', 1,", "'x', 0,"))).rejects.toMatchObject(never);
    await run(`update addenda set withdrawn_at = now() where id = '${unsigned}'`);
  });

  it("sign an addendum once, within its contract, and change nothing of it", async () => {
    const other = await here.given();
    const id = await signAddendumAt(server.services, other.organisation, { at: here.june("02T09:00") });
    for (const change of ["terms = '{}'", "ends_on = ends_on - 1", "withdrawn_at = now()", "signed_on = null"])
      await expect(run(`update addenda set ${change} where id = '${id}'`), change).rejects.toMatchObject(refused);
    const copy = (starts: string, ends: string) =>
      `with made as (insert into addenda (organisation_id, id, contract_id, terms, offered_at)
         select organisation_id, gen_random_uuid(), contract_id, terms, offered_at from addenda where id = '${id}' returning id)
       select id from made; update addenda set signed_on = '${here.day(4).toString()}', signed_by = $first, starts_on = '${starts}', ends_on = '${ends}'
       where organisation_id = $organisation and signed_on is null and withdrawn_at is null`;
    const { year } = here;
    await expect(run(copy(`${year}-06-04`, `${year + 1}-01-01`), other)).rejects.toMatchObject(refused);
    await expect(run(copy(`${year}-06-03`, `${year}-12-31`), other)).rejects.toMatchObject(never);
    await expect(run(copy(`${year}-06-05`, `${year}-06-04`), other)).rejects.toMatchObject(never);
    await run(copy(`${year}-06-05`, `${year}-12-31`), other);
  });

  it("put a consultant in one place, at a desk or on site, and free the time of a voided visit", async () => {
    await run(visit("08T09:00", "08T10:00"));
    const clash = { constraint: "one_place_at_a_time" };
    await expect(run(visit("08T09:59", "08T11:00"))).rejects.toMatchObject(clash);
    await expect(run(entry("08T09:30", "08T09:40", "null"))).rejects.toMatchObject(clash);
    await run(`update visits set voided_at = now() where starts_at = '${june("08T09:00")}'`);
    await run(entry("08T09:30", "08T09:40", "null"));
  });

  it("let work name an authorisation of its own ticket, only while that is approved (T3)", async () => {
    const to = await here.given();
    const id = await here.approveOnePrice(to);
    await expect(run(entry("09T09:00", "09T09:10", `'${id}'`))).rejects.toMatchObject({ code: "23001" });
    await run(entry("09T09:00", "09T19:00", `'${id}'`), to);
    await expect(
      run("update time_entries set authorisation_id = null where authorisation_id is not null"),
    ).rejects.toMatchObject(refused);
    const [row] = await run("select chargeable_minutes, quoted_minutes from tickets where id = $ticket", to);
    expect(row).toEqual([15, 600]);
    await run(`update authorisations set state = 'withdrawn', version = version + 1 where id = '${id}'`);
    await expect(run(entry("10T09:00", "10T09:10", `'${id}'`), to)).rejects.toMatchObject(refused);
  });

  it("keep an authorisation as it was asked and decided; one price can be delivered, once (T3)", async () => {
    const to = await here.given();
    const id = await here.approveOnePrice(to);
    const change = async (what: string, which = id) => run(`update authorisations set ${what} where id = '${which}'`);
    for (const what of [
      "fixed_price_cents = 1, estimate_cents = 1",
      "minutes = 1",
      "terms_year = terms_year - 1",
      "state = 'requested', decided_at = null",
    ])
      await expect(change(what), what).rejects.toMatchObject(refused);
    await expect(change("state = 'delivered'")).rejects.toMatchObject(never);
    const order = await approveAt(server.services, to, { reference: to.reference, at: here.june("03T09:00") });
    for (const what of [
      "state = 'withdrawn'",
      `state = 'delivered', delivered_on = '${here.day(5).toString()}', delivered_by = $joris`,
    ])
      await expect(change(what, order), what).rejects.toMatchObject(refused);
    await run("update tickets set has_uninvoiced_work = false where id = $ticket", to);
    await change(`state = 'delivered', delivered_on = '${here.day(5).toString()}', delivered_by = $joris`);
    expect(await run("select has_uninvoiced_work from tickets where id = $ticket", to)).toEqual([[true]]);
    await expect(change("state = 'withdrawn', delivered_on = null, delivered_by = null")).rejects.toMatchObject(
      refused,
    );
  });

  it("waive a start fee once, for good, and make the ticket one to invoice again (T1)", async () => {
    const to = await here.given();
    const change = async (what: string) => run(`update tickets set ${what} where id = $ticket`, to);
    await change("has_uninvoiced_work = false");
    await expect(change("start_fee_waived_at = now()")).rejects.toMatchObject(never);
    await change("start_fee_waived_at = now(), start_fee_waived_reason = 'coulance'");
    expect(await run("select has_uninvoiced_work from tickets where id = $ticket", to)).toEqual([[true]]);
    for (const what of [
      "start_fee_waived_reason = 'anders'",
      "start_fee_waived_at = null, start_fee_waived_reason = null",
    ])
      await expect(change(what), what).rejects.toMatchObject(refused);
  });
});
