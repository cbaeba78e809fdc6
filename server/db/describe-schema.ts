import type pg from "pg";

// Each object as one part, ordered by kind and name. Only the objects of the migrations: an extension's own are left
// out.
const snapshotQuery = `
  with ours as (select c.* from pg_class c where c.relnamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')),
    functions as (select p.* from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')),
    faces as (select oid, rolname from pg_roles where rolname in ('kwartier_portal', 'kwartier_desk') union all select 0, 'public')
  select part from (
    select 0 as kind, e.extname as name, 0 as position, format('extension %s', e.extname) as part from pg_extension e where e.extname <> 'plpgsql'
    union all select 1, c.relname, a.attnum::int, format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end,
        coalesce(case when a.attgenerated = '' then ' default ' else ' generated ' end || pg_get_expr(d.adbin, d.adrelid), ''))
      from pg_attribute a join ours c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    union all select 2, c.relname, 0, format('%s: %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) from pg_constraint k join ours c on c.oid = k.conrelid
      where k.contype in ('c', 'f', 'p', 'u', 'x')
    union all select 3, i.tablename, 0, i.indexdef from pg_indexes i where i.schemaname = 'public'
    union all select 4, c.relname, 0, format('row security of %s: enabled%s', c.relname, case when c.relforcerowsecurity then ' and forced' else '' end) from ours c where c.relrowsecurity
    union all select 5, p.tablename, 0, format('policy %s on %s for %s to %s using (%s) with check (%s)', p.policyname, p.tablename, p.cmd, array_to_string(p.roles, ', '), p.qual, p.with_check)
      from pg_policies p where p.schemaname = 'public'
    union all select 6, c.relname, 0, pg_get_triggerdef(t.oid) from pg_trigger t join ours c on c.oid = t.tgrelid where not t.tgisinternal
    union all select 7, c.relname, 0, format('view %s%s as %s', c.relname, coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', ''), pg_get_viewdef(c.oid)) from ours c where c.relkind = 'v'
    union all select 8, c.relname, 0, format('sequence %s', c.relname) from ours c where c.relkind = 'S'
    union all select 9, p.proname, 0, pg_get_functiondef(p.oid) from functions p
    union all select 10, c.relname, 0, format('grant %s on %s to %s', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), c.relname, f.rolname)
      from ours c, aclexplode(c.relacl) g join faces f on f.oid = g.grantee group by c.relname, f.rolname
    union all select 11, c.relname, 0, format('grant %s (%s) on %s to %s', lower(g.privilege_type), string_agg(a.attname, ', ' order by a.attnum), c.relname, f.rolname)
      from pg_attribute a join ours c on c.oid = a.attrelid, aclexplode(a.attacl) g join faces f on f.oid = g.grantee group by c.relname, f.rolname, g.privilege_type
    union all select 12, p.proname, 0, format('grant execute on %s to %s', p.proname, string_agg(f.rolname, ', ' order by f.rolname))
      from functions p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g join faces f on f.oid = g.grantee group by p.oid, p.proname
  ) parts order by kind, name collate "C", position, part collate "C"`;

/**
 * The text of migrations/schema.sql: the sum of the migrations, from the catalogue, one object per paragraph. Each
 * version of PostgreSQL words it differently, so this is the embedded version's text.
 */
export async function describeSchema(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ part: string }>(snapshotQuery);
  return `-- What the migrations add up to; written from the catalogue by \`npm run schema\`, kept true by a test.\n${rows.map((row) => row.part.trimEnd()).join("\n")}\n`;
}
