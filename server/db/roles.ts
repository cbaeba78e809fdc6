import { createHmac } from "node:crypto";
import pg from "pg";
import { openClient } from "./open-client.ts";
import { DatabaseProblem } from "./problem.ts";
import { databaseCode } from "./transaction.ts";

export interface DatabaseUrls {
  owner: string;
  portal: string;
  desk: string;
}

/** Two group roles carry all grants and policies. Each database has two login roles of its own, which are members. */
const groups = { portal: "kwartier_portal", desk: "kwartier_desk" } as const;

/**
 * Makes the missing group roles and login roles of this database, and answers the URLs to connect with. The passwords
 * derive from the owner's, so that processes agree without a shared file.
 */
export async function ensureRoles(ownerUrl: string): Promise<DatabaseUrls> {
  const owner = readOwner(ownerUrl);
  const client = await openClient(ownerUrl);
  try {
    await refuseWeakOwner(client, { makes: true });
    const { rows } = await client.query<{ database: string }>("select current_database() as database");
    const database = rows[0]?.database ?? "kwartier";
    // Two processes on one database take turns. Two databases of one cluster meet in ensureGroup.
    await client.query("select pg_advisory_lock(7451203)");
    const urls: DatabaseUrls = { owner: ownerUrl, portal: "", desk: "" };
    for (const face of ["portal", "desk"] as const) {
      const login = `${database}_${face}`;
      const password = createHmac("sha256", decodeURIComponent(owner.password))
        .update(`kwartier ${login}`)
        .digest("base64url");
      await ensureGroup(client, groups[face]);
      const url = new URL(ownerUrl);
      url.username = encodeURIComponent(login);
      url.password = password;
      urls[face] = url.toString();
      await ensureLogin(client, { login, password, group: groups[face], url: urls[face] });
    }
    await client.query(`revoke connect, temporary on database ${pg.escapeIdentifier(database)} from public`);
    await client.query(
      `grant connect on database ${pg.escapeIdentifier(database)} to ${pg.escapeIdentifier(`${database}_portal`)}, ${pg.escapeIdentifier(`${database}_desk`)}`,
    );
    return urls;
  } catch (error) {
    throw asProblem(error, owner);
  } finally {
    await client.end();
  }
}

/** Refuses a URL without the owner's password. */
export function readOwner(ownerUrl: string): URL {
  const url = new URL(ownerUrl);
  if (url.password !== "") return url;
  throw new DatabaseProblem(
    "no-password",
    "DATABASE_URL names no password: write it as postgres://owner:password@host/database; the other roles' passwords are derived from it.",
  );
}

const ownerQuery = `
  select rolname as name, current_database() as database, rolsuper or rolbypassrls as "sees", rolsuper or rolcreaterole as "makes",
    has_database_privilege(current_database(), 'CREATE') as "owns",
    (select pg_get_userbyid(relowner)::text from pg_class where oid = to_regclass('public.schema_steps')
      and not pg_has_role(relowner, 'USAGE') and ($1 or not has_table_privilege(oid, 'SELECT'))) as "holder"
    from pg_roles where rolname = current_user`;

interface OwnerRights {
  readonly name: string;
  readonly database: string;
  readonly sees: boolean;
  readonly makes: boolean;
  readonly owns: boolean;
  /** The owner of tables that this role may not change or, if that is enough, not read; null when it may. */
  readonly holder: string | null;
}

/**
 * Refuses an owner that does not see every row. If it must make things, also refuses one that may not make them or does
 * not own the existing ones. Says which right is missing.
 */
export async function refuseWeakOwner(client: pg.Client, { makes }: { makes: boolean }): Promise<void> {
  const { rows } = await client.query<OwnerRights>(ownerQuery, [makes]);
  const role = rows[0];
  if (role === undefined) return;
  const mayNot = `The role ${role.name} of DATABASE_URL may not do what the database's owner does`;
  if (role.holder !== null)
    throw new DatabaseProblem(
      "owner-too-weak",
      `${mayNot}: the tables belong to ${role.holder}, so name that role there.`,
    );
  if (role.sees && (!makes || (role.makes && role.owns))) return;
  const name = pg.escapeIdentifier(role.name);
  const rights = `${role.sees ? "" : " BYPASSRLS"}${makes && !role.makes ? " CREATEROLE" : ""}`;
  const remedies = [
    rights === "" ? [] : [`ALTER ROLE ${name}${rights};`],
    makes && !role.owns ? [`ALTER DATABASE ${pg.escapeIdentifier(role.database)} OWNER TO ${name};`] : [],
  ].flat();
  throw new DatabaseProblem(
    "owner-too-weak",
    `${mayNot}: name the owner there, or, as a superuser, run ${remedies.join(" ")}`,
  );
}

/** Another owner on the same server made the groups. From version 16 on only their maker may grant them. */
function asProblem(error: unknown, owner: URL): unknown {
  if (databaseCode(error) !== "42501") return error;
  const name = decodeURIComponent(owner.username);
  return new DatabaseProblem(
    "owner-too-weak",
    `The role ${name} may not give Kwartier's groups to its roles: as a superuser, run GRANT ${Object.values(groups).join(", ")} TO ${pg.escapeIdentifier(name)} WITH ADMIN OPTION;`,
    { cause: error },
  );
}

async function ensureGroup(client: pg.Client, group: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [group]);
  if (rowCount !== 0) return;
  try {
    await client.query(`create role ${pg.escapeIdentifier(group)} nologin`);
  } catch (error) {
    // Another database of the same cluster made it at the same moment.
    if (databaseCode(error) !== "42710" && databaseCode(error) !== "23505") throw error;
  }
}

interface Login {
  login: string;
  password: string;
  group: string;
  url: string;
}

async function ensureLogin(client: pg.Client, { login, password, group, url }: Login): Promise<void> {
  const name = pg.escapeIdentifier(login);
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [login]);
  if (rowCount === 0) await client.query(`create role ${name} login password ${pg.escapeLiteral(password)}`);
  const { rows } = await client.query<{ member: boolean }>("select pg_has_role($1, $2, 'MEMBER') as member", [
    login,
    group,
  ]);
  // Asked each time, because an interrupted start may have made the role without its membership.
  if (rows[0]?.member !== true) await client.query(`grant ${pg.escapeIdentifier(group)} to ${name}`);
  if (rowCount !== 0 && !(await canLogIn(url)))
    await client.query(`alter role ${name} login password ${pg.escapeLiteral(password)}`);
}

async function canLogIn(url: string): Promise<boolean> {
  const probe = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  probe.on("error", () => undefined);
  try {
    await probe.connect();
    return true;
  } catch {
    return false;
  } finally {
    await probe.end().catch(() => undefined);
  }
}

const powerQuery = `
  select current_user as name, r.rolcreaterole or r.rolreplication
    or pg_has_role(current_user, 'pg_read_all_data', 'MEMBER') or pg_has_role(current_user, 'pg_write_all_data', 'MEMBER')
    or exists (select from pg_roles s where (s.rolsuper or s.rolbypassrls) and pg_has_role(current_user, s.oid, 'MEMBER'))
    or exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and pg_has_role(current_user, c.relowner, 'MEMBER')) as powerful
  from pg_roles r where r.rolname = current_user`;

/** Refuses a face's role that is, or could become, a superuser, an owner, or one that bypasses row-level security. */
export async function refusePowerfulRole(url: string): Promise<void> {
  const client = await openClient(url);
  try {
    const { rows } = await client.query<{ name: string; powerful: boolean }>(powerQuery);
    const role = rows[0];
    if (role === undefined || role.powerful)
      throw new DatabaseProblem(
        "role-too-powerful",
        `The database role ${role?.name ?? "?"} is a superuser, an owner or passes row-level security by: give Kwartier's portal and desk roles of their own.`,
      );
  } finally {
    await client.end();
  }
}
