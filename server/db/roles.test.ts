import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { query } from "../../test/embedded.ts";
import { migrate } from "./migrate.ts";
import { ensureRoles, refusePowerfulRole } from "./roles.ts";

describe("the database roles", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
    await ensureRoles(database.ownerUrl);
    await migrate(database.ownerUrl);
  });
  afterAll(async () => database.drop());

  it("are the same for every process: their passwords follow from the owner's", async () => {
    const [one, other] = await Promise.all([ensureRoles(database.ownerUrl), ensureRoles(database.ownerUrl)]);
    expect(one).toEqual(other);
    expect(new URL(one.portal).password).not.toBe(new URL(one.desk).password);
    expect(new URL(one.portal).password).not.toContain(new URL(database.ownerUrl).password);
    expect(await query(one.portal, "select current_user")).toEqual([
      [decodeURIComponent(new URL(one.portal).username)],
    ]);
  });

  it("follow when the owner's password changes", async () => {
    const before = await ensureRoles(database.ownerUrl);
    await query(database.ownerUrl, `alter role "${new URL(before.desk).username}" password 'something else'`);
    const { desk } = await ensureRoles(database.ownerUrl);
    expect(await query(desk, "select 1")).toEqual([[1]]);
  });

  it("are mended when a start was cut off between making one and its membership", async () => {
    const { portal } = await ensureRoles(database.ownerUrl);
    await query(database.ownerUrl, `revoke kwartier_portal from "${new URL(portal).username}"`);
    await ensureRoles(database.ownerUrl);
    expect(await query(portal, "select pg_has_role('kwartier_portal', 'USAGE')")).toEqual([[true]]);
  });

  it("are refused without a password of the owner to derive theirs from", async () => {
    const url = new URL(database.ownerUrl);
    url.password = "";
    await expect(ensureRoles(url.href)).rejects.toMatchObject({ code: "no-password" });
  });

  it("are not made by an owner who may not: it is told what gives it the right", async () => {
    const fresh = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
    const name = "weak_owner_of_this_test";
    const home = new URL(fresh.ownerUrl).pathname.slice(1);
    await query(
      fresh.ownerUrl,
      `create role ${name} login password 'secret'; grant connect on database ${home} to ${name}`,
    );
    const url = new URL(fresh.ownerUrl);
    url.username = name;
    url.password = "secret";
    const mayNot = `The role ${name} of DATABASE_URL may not do what the database's owner does: name the owner there, or, as a superuser, run`;
    const own = `ALTER DATABASE "${home}" OWNER TO "${name}";`;
    await expect(ensureRoles(url.href)).rejects.toMatchObject({
      code: "owner-too-weak",
      message: `${mayNot} ALTER ROLE "${name}" BYPASSRLS CREATEROLE; ${own}`,
    });
    await query(fresh.ownerUrl, `alter role ${name} bypassrls`);
    await expect(ensureRoles(url.href)).rejects.toMatchObject({
      message: `${mayNot} ALTER ROLE "${name}" CREATEROLE; ${own}`,
    });
    await query(fresh.ownerUrl, `revoke connect on database ${home} from ${name}; drop role ${name}`);
    await fresh.drop();
  });

  it("are not made by who does not hold the tables, however much it may: it is told who does", async () => {
    const owner = new URL(database.ownerUrl).username;
    const { desk } = await ensureRoles(database.ownerUrl);
    const other = new URL(database.ownerUrl);
    other.username = "strong_role_of_this_test";
    other.password = "secret";
    const home = other.pathname.slice(1);
    await query(
      database.ownerUrl,
      `create role ${other.username} login createrole bypassrls password 'secret'; grant all on database ${home} to ${other.username}`,
    );
    for (const url of [desk, other.href])
      for (const attempt of [ensureRoles, migrate])
        await expect(attempt(url)).rejects.toMatchObject({
          code: "owner-too-weak",
          message: `The role ${new URL(url).username} of DATABASE_URL may not do what the database's owner does: the tables belong to ${owner}, so name that role there.`,
        });
    await query(
      database.ownerUrl,
      `revoke all on database ${home} from ${other.username}; drop role ${other.username}`,
    );
  });

  it("are made for several databases of one cluster at the same moment", async () => {
    const databases = await Promise.all(
      Array.from({ length: 4 }, async () => createTestDatabase({ ownerUrl: inject("ownerUrl") })),
    );
    const urls = await Promise.all(databases.map(async ({ ownerUrl }) => ensureRoles(ownerUrl)));
    const [first, second] = urls;
    await expect(query(first?.portal ?? "", "select 1")).resolves.toEqual([[1]]);
    // One database's role may not even connect to another's.
    const stranger = new URL(first?.portal ?? "");
    stranger.pathname = new URL(second?.portal ?? "").pathname;
    await expect(query(stranger.href, "select 1")).rejects.toMatchObject({ code: "42501" });
    for (const { drop } of databases) await drop();
  });

  it("serve when they can do no more than they were granted", async () => {
    const urls = await ensureRoles(database.ownerUrl);
    await expect(refusePowerfulRole(urls.portal)).resolves.toBeUndefined();
    await expect(refusePowerfulRole(urls.desk)).resolves.toBeUndefined();
  });

  it.each([
    ["one that passes row-level security by", "bypassrls", "nobypassrls"],
    ["one that makes roles", "createrole", "nocreaterole"],
  ])("are refused as %s", async (_, grant, revoke) => {
    const { portal } = await ensureRoles(database.ownerUrl);
    const name = new URL(portal).username;
    await query(database.ownerUrl, `alter role "${name}" ${grant}`);
    await expect(refusePowerfulRole(portal)).rejects.toMatchObject({ code: "role-too-powerful" });
    await query(database.ownerUrl, `alter role "${name}" ${revoke}`);
  });

  it("are refused as the owner, or as one that could become a role that passes row-level security by", async () => {
    await expect(refusePowerfulRole(database.ownerUrl)).rejects.toMatchObject({ code: "role-too-powerful" });
    const { portal } = await ensureRoles(database.ownerUrl);
    const [name, strong] = [new URL(portal).username, `${new URL(database.ownerUrl).pathname.slice(1)}_strong`];
    await query(
      database.ownerUrl,
      `create role "${strong}" bypassrls; grant "${strong}" to "${name}" with inherit false`,
    );
    await expect(refusePowerfulRole(portal)).rejects.toMatchObject({ code: "role-too-powerful" });
    await query(database.ownerUrl, `drop role "${strong}"`);
  });
});
