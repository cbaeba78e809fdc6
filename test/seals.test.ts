import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ensureRoles } from "../server/db/roles.ts";
import { type FullOrganisation, makeFullOrganisation } from "./support/full-organisation.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";

const forbidden = { code: "42501" };
const restricted = { code: "23001" };

// What either face's connection could do in SQL to signed, consented or issued things.
describe("what is signed, consented to or issued", () => {
  let server: TestServer;
  let owner: pg.Client;
  let portal: pg.Client;
  let desk: pg.Client;
  let mine: FullOrganisation;
  let other: FullOrganisation;
  let year: number;

  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    mine = await makeFullOrganisation(server);
    other = await makeFullOrganisation(server);
    year = server.services.now().toZonedDateTimeISO("Europe/Amsterdam").year;
    const urls = await ensureRoles(server.ownerUrl);
    [owner, portal, desk] = [
      new pg.Client({ connectionString: urls.owner }),
      new pg.Client({ connectionString: urls.portal }),
      new pg.Client({ connectionString: urls.desk }),
    ];
    for (const client of [owner, portal, desk]) await client.connect();
    await owner.query(
      "insert into installation (is_demo, created_at) values (false, now()) on conflict (id) do update set is_demo = false",
    );
    await owner.query(
      "insert into terms select $1, jsonb_set(data, '{year}', to_jsonb($1::integer)), now() from terms where year = $2 on conflict do nothing",
      [year + 1, year],
    );
    await owner.query(
      "insert into contracts (organisation_id, id, terms_year, offered_at) select organisation_id, gen_random_uuid(), $1, now() from organisations",
      [year + 1],
    );
  });
  afterAll(async () => {
    for (const client of [owner, portal, desk]) await client.end();
    await server.close();
  });

  /** Runs statements in one transaction, rolls it back, and answers the last one's count. */
  const run = async (client: pg.Client, statements: readonly string[], person: string = mine.first) => {
    await client.query("begin");
    try {
      await client.query(
        "select set_config('app.organisation', $1, true), set_config('app.person', $2, true), set_config('app.actor', $3, true)",
        [mine.id, person, client === portal ? "contact" : "consultant"],
      );
      let count: number | null = null;
      for (const statement of statements)
        count = (
          await client.query(
            statement
              .replaceAll("$organisation", `'${mine.id}'`)
              .replaceAll("$other", `'${other.id}'`)
              .replaceAll("$ticket", `reference = '${mine.reference}'`)
              .replaceAll("$next", `'${year + 1}`),
          )
        ).rowCount;
      return count;
    } finally {
      await client.query("rollback");
    }
  };

  describe("to a contact who dates it as it suits", () => {
    const sign = (on: string, starts: string) =>
      `update contracts set signed_on = ${on}, signed_by = app_person(), starts_on = ${starts}, ends_on = $next-12-31' where signed_on is null`;
    const current = "starts_on is not null";

    it("a contract is signed from the day, for the period that follows from it (K1, K4)", async () => {
      expect(await run(portal, [sign("current_date", "$next-01-01'")])).toBe(1);
      for (const [on, starts] of [
        ["current_date", "$next-06-01'"],
        ["date '2020-01-01'", "$next-01-01'"],
      ] as const)
        await expect(run(portal, [sign(on, starts)]), `${on} ${starts}`).rejects.toMatchObject(forbidden);
      await expect(run(portal, [sign("current_date", "$next-01-01'")], mine.second)).rejects.toMatchObject(forbidden);
    });

    it("a contract does not end before what was done under it, and is not taken back after it (K3)", async () => {
      const backdated = `update contracts set terminated_at = starts_on, ends_on = (date_trunc('month', starts_on) + interval '1 month')::date - 1 where ${current}`;
      const takenBack = (at: string) =>
        `update contracts set withdrawn_at = ${at}, starts_on = null, ends_on = null where ${current}`;
      for (const statement of [backdated, takenBack("starts_on"), takenBack("'2000-01-01'")])
        await expect(run(portal, [statement]), statement).rejects.toMatchObject(forbidden);
      const now = `update contracts set terminated_at = now(), ends_on = (date_trunc('month', now()) + interval '1 month')::date - 1 where ${current}`;
      expect(await run(portal, [now])).toBe(1);
    });

    it("an addendum is signed for as long as its contract lasts (A3)", async () => {
      await owner.query(
        "insert into addenda (organisation_id, id, contract_id, terms, offered_at) select organisation_id, gen_random_uuid(), contract_id, terms, now() from addenda where id = $1",
        [mine.more.addenda],
      );
      const signAddendum = (starts: string, ends: string) =>
        `update addenda a set signed_on = current_date, signed_by = app_person(), starts_on = ${starts}, ends_on = ${ends} from contracts c where c.id = a.contract_id and a.signed_on is null`;
      expect(await run(portal, [signAddendum("greatest(current_date, c.starts_on)", "c.ends_on")])).toBe(1);
      await expect(
        run(portal, [signAddendum("greatest(current_date, c.starts_on)", "greatest(current_date, c.starts_on)")]),
      ).rejects.toMatchObject(forbidden);
    });

    it("a request is decided in its time, by who holds a seat (T3)", async () => {
      const decide = (at: string) =>
        `update authorisations set state = 'approved', decided_by = app_person(), decided_at = ${at}, version = version + 1 where id = '${mine.authorisationId}'`;
      expect(await run(portal, [decide("now() + interval '1 hour'")])).toBe(1);
      await expect(run(portal, [decide("'2000-01-01'")])).rejects.toMatchObject(forbidden);
      await expect(run(portal, [decide("now() + interval '1 hour'")], other.first)).rejects.toMatchObject(forbidden);
    });

    it.each([
      "ticket-resolved",
      "ticket-merged",
      "authorisation-requested",
      "authorisation-delivered",
      "contract-offered",
    ])("records no %s, which staff do", async (kind) => {
      const record = `select record_event(app_organisation(), gen_random_uuid(), now(), '${kind}', 'x', true, '{}')`;
      await expect(run(portal, [record])).rejects.toMatchObject(forbidden);
    });
  });

  describe("to staff", () => {
    const price = `insert into authorisations (organisation_id, id, ticket_id, kind, minutes, estimate_cents, fixed_price_cents, windows, explanation,
      valid_until, requested_by, requested_at, terms_year, decided_by, decided_at, state, delivered_on, delivered_by)
      select organisation_id, gen_random_uuid(), ticket_id, 'quote', 600, 95000, 95000, '{}', 'x', current_date + 30, requested_by, requested_at,
      terms_year, '$first', now(), 'delivered', current_date, requested_by from authorisations where id = '$id'`;

    it("consent is not theirs to record, whoever they say they are (T2, T3)", async () => {
      const approve = `update authorisations set state = 'approved', decided_by = '${mine.first}', decided_at = now() where state = 'requested'`;
      for (const statement of [
        approve,
        "update tickets set authorised_minutes = authorised_minutes + 60 where $ticket",
      ])
        await expect(run(desk, ["set local app.actor = 'contact'", statement])).rejects.toMatchObject(forbidden);
    });

    it.each([
      "update authorisations set state = 'approved', decided_by = requested_by, decided_at = now() where state = 'requested'",
      "update authorisations set state = 'declined', decided_by = requested_by, decided_at = now() where state = 'requested'",
      "insert into authorisations select * from authorisations",
      "update tickets set authorised_minutes = 6000 where $ticket",
      "update tickets set start_fee_minutes = 0 where $ticket",
      "update tickets set is_additional = not is_additional where $ticket",
      "update tickets set created_at = created_at - interval '40 days' where $ticket",
      "update contracts set terms_year = terms_year - 1 where signed_on is null",
      "insert into contracts select * from contracts",
      "insert into addenda select * from addenda",
      "delete from contracts",
    ])("what a customer consents to is refused: %s", async (statement) => {
      await expect(run(desk, [statement])).rejects.toMatchObject(forbidden);
    });

    it("what is signed stays as it was signed (K1, K3)", async () => {
      const current = "starts_on is not null and organisation_id = $organisation";
      for (const change of [
        "signed_by = (select person_id from seats where organisation_id = $organisation and seat_number = 2)",
        "signed_on = signed_on - 1",
        "ends_on = (date_trunc('month', starts_on) + interval '1 month')::date - 1",
        "starts_on = (starts_on + interval '1 month')::date",
      ])
        await expect(run(desk, [`update contracts set ${change} where ${current}`]), change).rejects.toMatchObject(
          restricted,
        );
      const notice = `update contracts set terminated_at = now(), ends_on = (date_trunc('month', now()) + interval '1 month')::date - 1 where ${current}`;
      expect(await run(desk, [notice])).toBe(1);
      await expect(
        run(desk, [notice, `update contracts set terminated_at = null where ${current}`]),
      ).rejects.toMatchObject(restricted);
      const withdraw = `update contracts set withdrawn_at = now(), starts_on = null, ends_on = null where ${current}`;
      await expect(
        run(desk, [
          withdraw,
          `update contracts set withdrawn_at = null, starts_on = $next-01-01', ends_on = $next-12-31' where signed_on is not null and organisation_id = $organisation`,
        ]),
      ).rejects.toMatchObject(restricted);
      await expect(run(owner, ["delete from contracts"])).rejects.toMatchObject(restricted);
    });

    it("what was delivered stays in its month, and who approved it stays (T3)", async () => {
      await owner.query(price.replace("$first", mine.first).replace("$id", mine.authorisationId));
      for (const change of [
        "delivered_on = delivered_on - 40",
        "decided_at = now() - interval '1 year'",
        `decided_by = '${mine.second}'`,
      ])
        await expect(
          run(desk, [`update authorisations set ${change} where state = 'delivered'`]),
          change,
        ).rejects.toMatchObject(restricted);
    });

    it("nothing joins an invoice after its issue (R13)", async () => {
      for (const statement of [
        `insert into invoice_lines select (jsonb_populate_record(l, '{"position": 99, "month": "2020-01"}')).* from invoice_lines l limit 1`,
        "insert into invoice_vat select organisation_id, id, 'zero', 0, 1000, 0 from invoices limit 1",
        `insert into forgiven_charges select (jsonb_populate_record(f, '{"position": 99, "month": "2020-01", "amount_cents": 100000}')).* from forgiven_charges f limit 1`,
      ]) {
        await expect(run(desk, [statement]), statement).rejects.toMatchObject(restricted);
        await expect(run(owner, [statement]), statement).rejects.toMatchObject(restricted);
      }
    });

    it("a customer's VAT position is no other's, and an empty VAT number is none (CE5)", async () => {
      await expect(
        run(desk, [
          `update vat_positions set organisation_id = $other, from_month = $next-06' where organisation_id = $organisation`,
        ]),
      ).rejects.toMatchObject(restricted);
      for (const number of ["''", "null"])
        await expect(
          run(desk, [
            `update vat_positions set vat_number = ${number} where organisation_id = $organisation and position = 'eu-business'`,
          ]),
        ).rejects.toMatchObject({ code: "23514" });
    });

    it("amounts stay where sums of them are numbers, and numbers of invoices are numbers (R14)", async () => {
      const tooMuch = { code: "23514" };
      for (const statement of [
        `insert into invoice_payments select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'amount_cents', 9223372036854775807))).* from invoice_payments p`,
        `insert into corrections select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'amount_cents', 9223372036854775807))).* from corrections c`,
        `insert into invoices select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'number', 'none'))).* from invoices i limit 1`,
      ])
        await expect(run(desk, [statement]), statement).rejects.toMatchObject(tooMuch);
    });
  });
});
