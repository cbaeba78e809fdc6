import { createHmac } from "node:crypto";
import pg from "pg";
import { DatabaseProblem } from "./problem.ts";
import { databaseCode } from "./transaction.ts";

export interface DatabaseUrls {
  owner: string;
  portal: string;
  desk: string;
}

/** Two group roles carry every grant and policy; each database has its own two login roles, members of them. */
const groups = { portal: "kwartier_portal", desk: "kwartier_desk" } as const;
export type Face = keyof typeof groups;

/**
 * Makes the group roles and this database's login roles where they are missing, and answers the URLs to connect with.
 * The passwords follow from the owner's, so that any number of processes agree without sharing a file.
 */
export async function ensureRoles(ownerUrl: string): Promise<DatabaseUrls> {
  const owner = new URL(ownerUrl);
  if (owner.password === "")
    throw new DatabaseProblem("no-password", "DATABASE_URL names no password: set one for the owner, the other roles' passwords are derived from it.");
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ database: string }>("select current_database() as database");
    const database = rows[0]?.database ?? "kwartier";
    // Two processes that start on one database take turns; two databases of one cluster meet in ensureGroup.
    await client.query("select pg_advisory_lock(7451203)");
    const urls: DatabaseUrls = { owner: ownerUrl, portal: "", desk: "" };
    for (const face of ["portal", "desk"] as const) {
      const login = `${database}_${face}`;
      const password = createHmac("sha256", decodeURIComponent(owner.password)).update(`kwartier ${login}`).digest("base64url");
      await ensureGroup(client, groups[face]);
      await ensureLogin(client, { login, password, group: groups[face] });
      const url = new URL(ownerUrl);
      url.username = encodeURIComponent(login);
      url.password = password;
      urls[face] = url.toString();
    }
    await client.query(`revoke connect, temporary on database ${pg.escapeIdentifier(database)} from public`);
    await client.query(
      `grant connect on database ${pg.escapeIdentifier(database)} to ${pg.escapeIdentifier(`${database}_portal`)}, ${pg.escapeIdentifier(`${database}_desk`)}`,
    );
    return urls;
  } finally {
    await client.end();
  }
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

async function ensureLogin(client: pg.Client, role: { login: string; password: string; group: string }): Promise<void> {
  const name = pg.escapeIdentifier(role.login);
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role.login]);
  if (rowCount === 0) {
    await client.query(`create role ${name} login password ${pg.escapeLiteral(role.password)}`);
    await client.query(`grant ${pg.escapeIdentifier(role.group)} to ${name}`);
    return;
  }
  if (await canLogIn(client, role)) return;
  await client.query(`alter role ${name} login password ${pg.escapeLiteral(role.password)}`);
  await client.query(`grant ${pg.escapeIdentifier(role.group)} to ${name}`);
}

async function canLogIn(owner: pg.Client, role: { login: string; password: string }): Promise<boolean> {
  const probe = new pg.Client({ host: owner.host, port: owner.port, ...(owner.database === undefined ? {} : { database: owner.database }), user: role.login, password: role.password });
  try {
    await probe.connect();
    return true;
  } catch {
    return false;
  } finally {
    await probe.end().catch(() => {});
  }
}

/** Refuses to serve through a role that could pass row-level security by: superuser, BYPASSRLS, or owner of a table. */
export async function refusePowerfulRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; powerful: boolean }>(
      `select current_user as name, r.rolsuper or r.rolbypassrls
         or exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and pg_has_role(current_user, c.relowner, 'USAGE')) as powerful
       from pg_roles r where r.rolname = current_user`,
    );
    const role = rows[0];
    if (role === undefined || role.powerful)
      throw new DatabaseProblem("role-too-powerful", `The database role ${role?.name ?? "?"} is a superuser, an owner or passes row-level security by: give Kwartier's portal and desk roles of their own.`);
  } finally {
    await client.end();
  }
}
