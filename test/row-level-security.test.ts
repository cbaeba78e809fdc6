import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ensureRoles } from "../server/db/roles.ts";
import { tableClasses } from "../server/db/table-classes.ts";
import { type FullOrganisation, makeFullOrganisation } from "./support/full-organisation.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";

const secured: readonly string[] = [...tableClasses.customer, ...tableClasses.mixed];

describe("row-level security", () => {
  let server: TestServer;
  let owner: pg.Client;
  let portal: pg.Client;
  let desk: pg.Client;
  let mine: FullOrganisation;
  let other: FullOrganisation;

  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    mine = await makeFullOrganisation(server);
    other = await makeFullOrganisation(server);
    const urls = await ensureRoles(server.ownerUrl);
    [owner, portal, desk] = await Promise.all([connect(urls.owner), connect(urls.portal), connect(urls.desk)]);
  });
  afterAll(async () => {
    for (const client of [owner, portal, desk]) await client.end();
    await server.close();
  });

  const texts = async (client: pg.Client, query: string): Promise<string[]> =>
    (await client.query<{ text: string }>(query)).rows.map(({ text }) => text);
  /** Runs as the portal's role for a person of an organisation, and rolls back. */
  const asPortal = async <Value>(organisation: FullOrganisation | null, run: () => Promise<Value>): Promise<Value> => {
    await portal.query("begin");
    try {
      const settings =
        "select set_config('app.organisation', $1, true), set_config('app.person', $2, true), set_config('app.actor', 'contact', true)";
      if (organisation !== null) await portal.query(settings, [organisation.id, organisation.first]);
      return await run();
    } finally {
      await portal.query("rollback");
    }
  };
  const mayPortal = async (table: string, privilege: string): Promise<boolean> => {
    const query =
      "select has_any_column_privilege('kwartier_portal', $1, $2) or ($2 = 'DELETE' and has_table_privilege('kwartier_portal', $1, 'DELETE')) as may";
    const named = privilege === "DELETE" ? "select has_table_privilege('kwartier_portal', $1, $2) as may" : query;
    return (await owner.query<{ may: boolean }>(named, [table, privilege])).rows[0]?.may === true;
  };

  it("has every table in exactly one class", async () => {
    const tables = await texts(
      owner,
      "select relname as text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1",
    );
    const classed = Object.values(tableClasses).flat().toSorted();
    expect(classed).toEqual(tables);
    expect(new Set(classed).size).toBe(classed.length);
  });

  it("is enabled and forced, with a policy for each face, on every customer and mixed table", async () => {
    const query = `select concat_ws(' ', c.relname, c.relrowsecurity, c.relforcerowsecurity,
        exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'desk' and p.polroles = array['kwartier_desk'::regrole::oid]),
        exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'portal' and p.polroles = array['kwartier_portal'::regrole::oid])
          or not has_any_column_privilege('kwartier_portal', c.oid, 'SELECT')) as text
      from pg_class c where c.relname = any(array['${secured.join("','")}']) and c.relkind = 'r'`;
    const found = await texts(owner, query);
    expect(found.toSorted()).toEqual(secured.map((table) => `${table} t t t t`).toSorted());
  });

  it("has no policy for everybody", async () => {
    expect(await texts(owner, "select polname as text from pg_policy where 0 = any(polroles)")).toEqual([]);
  });

  it("leaves nothing to the portal while no organisation is told, and no row is missing to test it with", async () => {
    for (const table of tableClasses.customer) {
      for (const { id } of [mine, other])
        expect(
          (await owner.query(`select from ${table} where organisation_id = $1`, [id])).rowCount,
          `${table} has no row`,
        ).toBeGreaterThan(0);
      if (await mayPortal(table, "SELECT"))
        expect((await asPortal(null, async () => portal.query(`select from ${table}`))).rowCount, table).toBe(0);
    }
  });

  it("shows the portal its own organisation and never another's, in any table or view", async () => {
    const relations = await texts(
      owner,
      "select relname as text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')",
    );
    let read = 0;
    for (const relation of relations) {
      if (!(await mayPortal(relation, "SELECT"))) continue;
      const rows = (
        await asPortal(mine, async () => portal.query<{ row: string }>(`select r::text as row from ${relation} r`))
      ).rows;
      const text = rows.map(({ row }) => row).join("\n");
      for (const theirs of [
        other.id,
        other.secret,
        other.first,
        other.second,
        other.reference,
        other.invoiceNumber,
        other.attachmentId,
        other.more.addenda,
        other.more.visits,
        other.more.expenses,
        other.more.corrections,
      ])
        expect(text, relation).not.toContain(theirs);
      if (tableClasses.customer.some((table) => table === relation)) expect(text, relation).toContain(mine.id);
      read += 1;
    }
    expect(read).toBeGreaterThan(tableClasses.customer.length);
  });

  it("keeps the notes of staff from the portal, in their table and in the payloads of events", async () => {
    await expect(asPortal(mine, async () => portal.query("select from ticket_notes"))).rejects.toMatchObject({
      code: "42501",
    });
    const { rows } = await asPortal(mine, async () =>
      portal.query<{ text: string }>("select payload::text as text from event_payloads"),
    );
    expect(rows.map(({ text }) => text).join()).toContain(mine.secret);
    expect(rows.map(({ text }) => text).join()).not.toContain("Notitie");
  });

  it("refuses the portal a row written, moved or removed in another organisation", async () => {
    for (const table of tableClasses.customer) {
      const columns = await texts(
        owner,
        `select attname as text from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and has_column_privilege('kwartier_portal', attrelid, attnum, 'INSERT') and attgenerated = '' order by attnum`,
      );
      if (columns.length > 0) {
        const copied = columns.map((column) =>
          column === "id" || column === "key"
            ? "gen_random_uuid()"
            : `(jsonb_populate_record(null::${table}, $1)).${column}`,
        );
        const { rows } = await owner.query<{ row: string }>(
          `select to_jsonb(t) as row from ${table} t where organisation_id = $1 limit 1`,
          [other.id],
        );
        const insert = async () =>
          portal.query(`insert into ${table} (${columns.join()}) select ${copied.join()}`, [rows[0]?.row]);
        await expect(asPortal(mine, insert), `insert into ${table}`).rejects.toMatchObject({ code: "42501" });
      }
      const [column] = await texts(
        owner,
        `select attname as text from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and has_column_privilege('kwartier_portal', attrelid, attnum, 'UPDATE')`,
      );
      if (column !== undefined)
        expect(
          (
            await asPortal(mine, async () =>
              portal.query(`update ${table} set ${column} = ${column} where organisation_id = $1`, [other.id]),
            )
          ).rowCount,
          table,
        ).toBe(0);
      if (await mayPortal(table, "DELETE"))
        expect(
          (
            await asPortal(mine, async () =>
              portal.query(`delete from ${table} where organisation_id = $1`, [other.id]),
            )
          ).rowCount,
          table,
        ).toBe(0);
    }
  });

  it("refuses the portal to write in somebody else's name, or in staff's", async () => {
    const message = `insert into ticket_messages (organisation_id, id, ticket_id, author_id, author_is_staff, body, written_at)
      select organisation_id, gen_random_uuid(), id, $1, $2, 'x', now() from tickets where reference = $3`;
    for (const [author, isStaff] of [
      [mine.second, false],
      [mine.first, true],
      [mine.consultant, true],
    ])
      await expect(
        asPortal(mine, async () => portal.query(message, [author, isStaff, mine.reference])),
      ).rejects.toMatchObject({ code: "42501" });
    expect(
      (await asPortal(mine, async () => portal.query(message, [mine.first, false, mine.reference]))).rowCount,
    ).toBe(1);
  });

  it("shows the desk every organisation, and every person by the view both faces read", async () => {
    for (const table of tableClasses.customer)
      expect(
        (await desk.query(`select from ${table} where organisation_id = any($1)`, [[mine.id, other.id]])).rowCount,
        table,
      ).toBeGreaterThan(1);
    expect(
      (await desk.query("select from visible_people where id = any($1)", [[mine.first, other.second]])).rowCount,
    ).toBe(2);
  });

  it("has customer tables keyed by their organisation, and references that carry it", async () => {
    const keys = await texts(
      owner,
      `select c.relname as text from pg_class c join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1] where a.attname = 'organisation_id' and c.relnamespace = 'public'::regnamespace`,
    );
    expect(tableClasses.customer.filter((table) => !keys.includes(table))).toEqual([]);
    const customers = `array['${tableClasses.customer.join("','")}']`;
    const loose = await texts(
      owner,
      `select format('%s to %s', c.relname, f.relname) as text
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      where k.contype = 'f' and f.relname = any(${customers}) and c.relname <> 'sessions'
        and not exists (select from unnest(k.conkey, k.confkey) as pair(here, there) join pg_attribute a on a.attrelid = c.oid and a.attnum = here join pg_attribute b on b.attrelid = f.oid and b.attnum = there
          where a.attname = 'organisation_id' and b.attname = 'organisation_id')`,
    );
    expect(loose).toEqual([]);
  });

  it("gives the portal nothing of the provider's own tables but its views, which are barriers", async () => {
    for (const table of tableClasses.provider)
      for (const privilege of ["SELECT", "INSERT", "UPDATE", "DELETE"])
        expect(await mayPortal(table, privilege), `${privilege} on ${table}`).toBe(false);
    const open = await texts(
      owner,
      "select relname as text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions @> array['security_barrier=true'] or reloptions @> array['security_barrier=on'] or reloptions @> array['security_barrier'], false)",
    );
    expect(open).toEqual([]);
  });

  it("lets neither face truncate, own, create or read what a sequence was", async () => {
    const powers = await texts(
      owner,
      `select format('%s %s', r.rolname, c.relname) as text from pg_class c, pg_roles r
      where r.rolname in ('kwartier_portal', 'kwartier_desk') and c.relnamespace = 'public'::regnamespace
        and (c.relowner = r.oid or (c.relkind = 'r' and (has_table_privilege(r.oid, c.oid, 'TRUNCATE') or has_table_privilege(r.oid, c.oid, 'TRIGGER') or has_table_privilege(r.oid, c.oid, 'REFERENCES')))
          or (c.relkind = 'S' and (has_sequence_privilege(r.oid, c.oid, 'SELECT') or has_sequence_privilege(r.oid, c.oid, 'UPDATE'))))`,
    );
    expect(powers).toEqual([]);
    for (const client of [portal, desk]) {
      await expect(client.query("create table public.mine (id integer)")).rejects.toMatchObject({ code: "42501" });
      await expect(client.query("create temporary table mine (id integer)")).rejects.toMatchObject({ code: "42501" });
      await expect(client.query("set role kwartier_owner")).rejects.toMatchObject({ code: "42501" });
      await expect(client.query("alter table tickets disable row level security")).rejects.toMatchObject({
        code: "42501",
      });
    }
  });

  it("has functions that run as the owner only with a fixed search path, and not for everybody", async () => {
    const definers =
      "select p.proname as text from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef";
    expect((await texts(owner, definers)).length).toBeGreaterThan(0);
    expect(
      await texts(
        owner,
        `${definers} and not coalesce(array_to_string(p.proconfig, ' ') ~ '^search_path=pg_catalog', false)`,
      ),
    ).toEqual([]);
    expect(
      await texts(
        owner,
        `${definers} and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0 and g.privilege_type = 'EXECUTE')`,
      ),
    ).toEqual([]);
  });

  it("refuses the portal an event of another organisation or of the provider, and a job nobody knows", async () => {
    const record = "select record_event($1, gen_random_uuid(), now(), 'ticket-created', 'x', false, '{}')";
    for (const organisation of [other.id, null])
      await expect(asPortal(mine, async () => portal.query(record, [organisation]))).rejects.toMatchObject({
        code: "42501",
      });
    await expect(
      asPortal(mine, async () => portal.query("select enqueue_job('drop-everything', '{}')")),
    ).rejects.toMatchObject({ code: "42501" });
    await expect(asPortal(mine, async () => portal.query("select from graphile_worker.jobs"))).rejects.toMatchObject({
      code: "42501",
    });
  });

  it("forgets the organisation when its transaction ends", async () => {
    expect(Number((await asPortal(mine, async () => portal.query("select from tickets"))).rowCount)).toBeGreaterThan(0);
    expect((await portal.query("select from tickets")).rowCount).toBe(0);
  });
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
