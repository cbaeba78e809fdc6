import type { TestProject } from "vitest/node";
import { startTestCluster } from "./database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The URL of the run's throw-away cluster, for createTestDatabase({ ownerUrl: inject("ownerUrl") }). */
    ownerUrl: string;
  }
}

/** Vitest's globalSetup: one PostgreSQL for the whole run, stopped when the run ends. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  project.provide("ownerUrl", cluster.ownerUrl);
  return () => cluster.stop();
}
