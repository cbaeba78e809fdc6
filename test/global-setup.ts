import type { TestProject } from "vitest/node";
import { migrate } from "../server/db/migrate.ts";
import { ensureRoles } from "../server/db/roles.ts";
import { createTestDatabase, startTestCluster } from "./database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The URL of the run's throw-away cluster, for createTestDatabase({ ownerUrl: inject("ownerUrl") }). */
    ownerUrl: string;
    /** The name of a database of today's schema that holds nothing: a copy of it is made in a fifth of the time. */
    migrated: string;
  }
}

/**
 * Vitest's globalSetup: one PostgreSQL for the whole run, stopped when the run ends, with one database to make copies
 * of.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  project.provide("ownerUrl", cluster.ownerUrl);
  const { ownerUrl } = await createTestDatabase(cluster);
  await ensureRoles(ownerUrl);
  await migrate(ownerUrl);
  project.provide("migrated", new URL(ownerUrl).pathname.slice(1));
  return () => cluster.stop();
}
