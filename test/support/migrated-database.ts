import { inject } from "vitest";
import { migrate } from "../../server/db/migrate.ts";
import { ensureRoles } from "../../server/db/roles.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";

/** A database with the product's tables: a quick copy in the tests' own cluster, migrated anew in any other. */
export async function createMigratedDatabase(clusterUrl: string): Promise<TestDatabase> {
  const cluster = { ownerUrl: clusterUrl };
  if (clusterUrl === inject("ownerUrl")) return createTestDatabase(cluster, { template: inject("migrated") });
  const database = await createTestDatabase(cluster);
  await ensureRoles(database.ownerUrl);
  await migrate(database.ownerUrl);
  return database;
}
