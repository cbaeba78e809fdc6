import { existsSync } from "node:fs";
import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = join(import.meta.dirname, "..");

/** The files that take more than ten seconds, the longest first. */
const longFiles = [
  "cli/start.test.ts",
  "test/kill.test.ts",
  "server/mail/mail-delivery.test.ts",
  "server/jobs/start-jobs.test.ts",
  "server/db/migrate.test.ts",
  "server/demo/fill-demo.test.ts",
  "server/db/embedded/crash.test.ts",
  "cli/verify.test.ts",
  "server/db/embedded/copies.test.ts",
  "test/route-sweep-access.test.ts",
  "test/route-sweep-input.test.ts",
  "server/db/embedded/start-embedded.test.ts",
  "server/db/embedded/ordinary-user.test.ts",
  "test/rolling-restart.test.ts",
  "server/db/embedded/keep-running.test.ts",
  "server/start/health.test.ts",
  "test/old-databases.test.ts",
].map((name) => join(root, name));

/**
 * Starts the long files before all others. Vitest's own order on a clean checkout begins with the largest files. A long
 * test in a small file then starts last, and the other worker has nothing to do.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = longFiles.filter((path) => !existsSync(path));
    if (gone.length > 0) throw new Error(`test/longest-first.ts names what is not there: ${gone.join(", ")}`);
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    const place = ({ moduleId }: TestSpecification): number =>
      longFiles.includes(moduleId) ? longFiles.indexOf(moduleId) : longFiles.length;
    return projects.flatMap((project) =>
      sorted.filter((file) => file.project === project).toSorted((one, other) => place(one) - place(other)),
    );
  }
}
