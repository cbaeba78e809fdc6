import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ensureRoles } from "../server/db/roles.ts";
import { jobs } from "../server/queue/catalogue.ts";
import { type FullOrganisation, makeFullOrganisation } from "./support/full-organisation.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";

// What somebody could do who has the portal's connection and sets its actor: nothing that a contact may not do.
describe("the portal's role, speaking SQL", () => {
  let server: TestServer;
  let owner: pg.Client;
  let portal: pg.Client;
  let mine: FullOrganisation;
  let other: FullOrganisation;

  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    mine = await makeFullOrganisation(server);
    other = await makeFullOrganisation(server);
    const urls = await ensureRoles(server.ownerUrl);
    [owner, portal] = [
      new pg.Client({ connectionString: urls.owner }),
      new pg.Client({ connectionString: urls.portal }),
    ];
    await owner.connect();
    await portal.connect();
  });
  afterAll(async () => {
    await owner.end();
    await portal.end();
    await server.close();
  });

  /** Runs statements as a contact in one transaction, rolls it back, and answers the last one's count. */
  const run = async (statements: readonly string[], as: { actor?: string; organisation?: string } = {}) => {
    const { actor = "contact", organisation = mine.id } = as;
    await portal.query("begin");
    try {
      await portal.query(
        "select set_config('app.organisation', $1, true), set_config('app.person', $2, true), set_config('app.actor', $3, true)",
        [organisation, mine.first, actor],
      );
      let count: number | null = null;
      for (const statement of statements)
        count = (await portal.query(statement.replaceAll("$ticket", `reference = '${mine.reference}'`))).rowCount;
      return count;
    } finally {
      await portal.query("rollback");
    }
  };
  const refusal = { code: "42501" };
  const approve = `update authorisations set state = 'approved', decided_by = app_person(), decided_at = now(), version = version + 1 where id = `;

  it("raises no ceiling beyond what was approved", async () => {
    const raise = (minutes: number) =>
      `update tickets set authorised_minutes = authorised_minutes + ${minutes} where $ticket`;
    await expect(run([raise(1)])).rejects.toMatchObject(refusal);
    await expect(run([raise(-1)])).rejects.toMatchObject(refusal);
    await expect(run([`${approve} '${mine.authorisationId}'`, raise(61)])).rejects.toMatchObject(refusal);
    expect(await run([`${approve} '${mine.authorisationId}'`, raise(60)])).toBe(1);
    await expect(run([`${approve} '${mine.authorisationId}'`, raise(60), raise(60)])).rejects.toMatchObject(refusal);
  });

  it.each([
    "update tickets set status = 'closed', outcome = 'solved', closed_at = now() where $ticket",
    "update tickets set waits_for = 'microsoft' where $ticket",
    "update tickets set outside_hours_agreed_at = '2000-01-01' where $ticket",
    "update tickets set urgency = 'critical' where $ticket",
    "update tickets set is_additional = false where $ticket",
    "update month_counters set last_number = 0",
    "update month_counters set last_number = last_number + 2",
    "insert into month_counters values (app_organisation(), '2099-01', 7, null)",
    "delete from attachments",
    "delete from tickets",
    "select * from ticket_notes",
    "select * from people",
  ])("is refused: %s", async (statement) => {
    await expect(run([statement])).rejects.toMatchObject(refusal);
  });

  it("reopens nothing that was withdrawn, and takes back no agreement", async () => {
    const withdraw = "update tickets set status = 'closed', outcome = 'withdrawn', closed_at = now() where $ticket";
    expect(await run([withdraw])).toBe(1);
    await expect(
      run([withdraw, "update tickets set status = 'open', outcome = null, closed_at = null where $ticket"]),
    ).rejects.toMatchObject(refusal);
    await expect(
      run([
        "update tickets set outside_hours_agreed_at = now() + interval '1 day' where $ticket",
        "update tickets set outside_hours_agreed_at = null where $ticket",
      ]),
    ).rejects.toMatchObject(refusal);
  });

  it("decides once, and in nobody else's name", async () => {
    await expect(
      run([
        `update authorisations set state = 'approved', decided_by = '${mine.consultant}', decided_at = now(), version = version + 1`,
      ]),
    ).rejects.toMatchObject(refusal);
    await expect(
      run([
        `${approve} '${mine.authorisationId}'`,
        "update authorisations set state = 'requested', decided_by = null, decided_at = null, version = version + 1",
      ]),
    ).rejects.toMatchObject(refusal);
  });

  it("makes tickets only as the contract's terms say", async () => {
    const insert = (changes: Record<string, string>) => {
      const columns = {
        organisation_id: "organisation_id",
        id: "gen_random_uuid()",
        reference: "'K00-99999'",
        title: "title",
        description: "description",
        created_by: "app_person()",
        created_at: "created_at",
        month: "month",
        number_in_month: "number_in_month + 1",
        is_additional: "false",
        terms_year: "terms_year",
        start_fee_minutes: "15",
        authorised_minutes: "135",
        waiting_since: "now()",
        last_activity_at: "now()",
        ...changes,
      };
      return [
        "update month_counters set last_number = last_number + 1 where month = (select month from tickets where $ticket)",
        `insert into tickets (${Object.keys(columns).join()}) select ${Object.values(columns).join()} from tickets where $ticket`,
      ];
    };
    expect(await run(insert({}))).toBe(1);
    for (const changes of [
      { start_fee_minutes: "0" },
      { authorised_minutes: "6000" },
      { is_additional: "true" },
      { number_in_month: "number_in_month + 2" },
      { created_at: "created_at - interval '3 years'" },
      { created_by: `'${mine.second}'::uuid` },
    ])
      await expect(run(insert(changes)), JSON.stringify(changes)).rejects.toMatchObject(refusal);
  });

  it("leaves files alone that belong to a ticket already, or to somebody else", async () => {
    const waiting = `insert into attachments (organisation_id, id, name, media_type, size_bytes, sha256, storage_key, uploaded_by, uploaded_at)
      values (app_organisation(), gen_random_uuid(), 'x.txt', 'text/plain', 1, '', gen_random_uuid()::text, app_person(), now())`;
    const tie = "update attachments set ticket_id = (select id from tickets where $ticket), message_id = null";
    expect(await run([tie])).toBe(0);
    expect(await run([waiting, tie])).toBe(1);
    expect(await run([waiting, `set local app.person = '${mine.second}'`, tie])).toBe(0);
  });

  it("signs an addendum only as a signatory, in their own name, and writes nothing else of it (A3)", async () => {
    const offer = (organisation: FullOrganisation) =>
      owner.query(
        "insert into addenda (organisation_id, id, contract_id, terms, offered_at) select organisation_id, gen_random_uuid(), contract_id, terms, now() from addenda where id = $1",
        [organisation.more.addenda],
      );
    await offer(mine);
    await offer(other);
    const sign = (by: string, on = "current_date") =>
      `update addenda set signed_on = ${on}, signed_by = ${by}, starts_on = greatest(${on}, (select starts_on from contracts limit 1)), ends_on = (select ends_on from contracts limit 1) where signed_on is null`;
    expect(await run([sign("app_person()")])).toBe(1);
    await expect(run([sign(`'${mine.second}'`)])).rejects.toMatchObject(refusal);
    await expect(run([`set local app.person = '${mine.second}'`, sign("app_person()")])).rejects.toMatchObject(refusal);
    await expect(run([sign("app_person()", "current_date - 30")])).rejects.toMatchObject(refusal);
    for (const statement of [
      "update addenda set withdrawn_at = now()",
      "update addenda set terms = '{}'",
      "insert into addenda select * from addenda",
      "update visits set voided_at = now()",
      "update expenses set amount_cents = 1",
      "update corrections set withdrawn_at = null",
      "insert into corrections select * from corrections",
      "update tickets set start_fee_waived_at = now(), start_fee_waived_reason = 'x' where $ticket",
      "update tickets set quoted_minutes = 0 where $ticket",
      "update authorisations set fixed_price_cents = 1",
      "update authorisations set state = 'delivered', delivered_on = current_date",
    ])
      await expect(run([statement]), statement).rejects.toMatchObject(refusal);
  });

  it("raises no ceiling by an approval of work at one price (T2, T3)", async () => {
    const quote = await owner.query<{ id: string }>(
      `insert into authorisations (organisation_id, id, ticket_id, kind, minutes, estimate_cents, fixed_price_cents, windows, explanation, valid_until, requested_by, requested_at, terms_year, decided_by, decided_at, state)
       select organisation_id, gen_random_uuid(), ticket_id, 'quote', 600, 95000, 95000, '{}', 'x', current_date + 30, requested_by, requested_at, terms_year, $2, now(), 'approved' from authorisations where id = $1 returning id`,
      [mine.authorisationId, mine.first],
    );
    expect(quote.rowCount).toBe(1);
    await expect(
      run(["update tickets set authorised_minutes = authorised_minutes + 1 where $ticket"]),
    ).rejects.toMatchObject(refusal);
  });

  it("records no event as staff, of the provider, or of what contacts do not do", async () => {
    const record = (kind: string, organisation = "app_organisation()") =>
      `select record_event(${organisation}, gen_random_uuid(), now(), '${kind}', 'x', true, '{}')`;
    expect(await run([record("ticket-replied")])).toBe(1);
    await expect(run([record("ticket-replied")], { actor: "consultant" })).rejects.toMatchObject(refusal);
    await expect(run([record("ticket-replied")], { actor: "system" })).rejects.toMatchObject(refusal);
    await expect(run([record("invoice-issued")])).rejects.toMatchObject(refusal);
    // Without an organisation the provider's own chain was once open.
    await expect(run([record("signed-in", "null")], { organisation: "" })).rejects.toMatchObject(refusal);
  });

  it("queues nothing but the reactions to its own organisation's events", async () => {
    const queue = (task: string, organisation: string) =>
      `select enqueue_job('${task}', json_build_object('organisationId', '${organisation}', 'eventId', gen_random_uuid()))`;
    expect(await run([queue("react-to-event", mine.id)])).toBe(1);
    await expect(run([queue("react-to-event", other.id)])).rejects.toMatchObject(refusal);
    const others = [...Object.keys(jobs).filter((name) => name !== "react-to-event"), "what-nobody-knows"];
    for (const task of others) await expect(run([queue(task, mine.id)]), task).rejects.toMatchObject(refusal);
  });
});
