import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeDirectory, query, startKwartier } from "../../../test/embedded.ts";
import { runningOwnerUrl } from "./find-running.ts";
import { recordPath } from "./record.ts";
import { startEmbedded } from "./start-embedded.ts";

const log = (): void => undefined;

describe("the embedded database", () => {
  it("is made at the first start and found again at the second, which takes less than a second", async () => {
    using directory = makeDirectory();
    const dataDirectory = join(directory.path, "my data"); // a path with a space
    const first = await startEmbedded({ dataDirectory, log });
    await query(first.ownerUrl, "CREATE TABLE kept AS SELECT 'a ticket' AS what");
    await first.stop();
    const startedAt = performance.now();
    const second = await startEmbedded({ dataDirectory, log });
    const milliseconds = performance.now() - startedAt;
    const rows = await query(second.ownerUrl, "SELECT what FROM kept");
    await second.stop();
    expect([first.isNew, second.isNew, second.adopted]).toEqual([true, false, false]);
    expect(rows).toEqual([["a ticket"]]);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(milliseconds).toBeLessThan(1000);
  });

  it("is owned by a role that is no superuser, listens on loopback only and asks for a password that only its owner may read", async () => {
    using directory = makeDirectory();
    const server = await startEmbedded({ dataDirectory: directory.path, log });
    const role = await query(
      server.ownerUrl,
      "SELECT current_user, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = current_user",
    );
    const settings = await query(
      server.ownerUrl,
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'data_checksums', 'server_encoding', 'listen_addresses',
       'TimeZone', 'password_encryption') ORDER BY lower(name)`,
    );
    // The exclusion constraints of busy times need it; the owner may create it because it is a trusted extension.
    await query(server.ownerUrl, "CREATE EXTENSION btree_gist");
    const isRunning = runningOwnerUrl(directory.path) === server.ownerUrl;
    const url = new URL(server.ownerUrl);
    url.password = "guessed";
    await expect(query(url.href, "SELECT 1")).rejects.toThrow("password authentication failed");
    await server.stop();
    expect(role).toEqual([["kwartier_owner", false, true, true, true]]);
    expect(Object.fromEntries(settings)).toEqual({
      data_checksums: "on",
      fsync: "on",
      listen_addresses: "127.0.0.1",
      password_encryption: "scram-sha-256",
      server_encoding: "UTF8",
      TimeZone: "UTC",
    });
    expect([isRunning, runningOwnerUrl(directory.path)]).toEqual([true, undefined]);
    expect(statSync(recordPath(directory.path)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ["unset", {}],
    ["odd", { LANG: "xx_YY.nonsense", LC_ALL: "nl_NL@nowhere", PGPORT: "1", PGDATA: "/nowhere", TZ: "Mars/Olympus" }],
  ])("sorts and compares the same with LANG %s", async (_, environment) => {
    using directory = makeDirectory();
    const kwartier = await startKwartier(directory.path, { environment });
    const rows = await query(
      kwartier.ownerUrl,
      "SELECT datlocprovider, datlocale, upper('één'), 'Z' < 'a' FROM pg_database WHERE datname = current_database()",
    );
    await kwartier.stop();
    expect(rows).toEqual([["b", "C.UTF-8", "ÉÉN", true]]);
  });

  it("is made again when it was interrupted half-way", async () => {
    using directory = makeDirectory();
    mkdirSync(join(directory.path, "postgres.new", "data", "base"), { recursive: true });
    const server = await startEmbedded({ dataDirectory: directory.path, log });
    await server.stop();
    expect(server.isNew).toBe(true);
  });
});
