import type { TaskList } from "graphile-worker";
import { type JobName, jobs, type Payloads } from "./catalogue.ts";

/** The work of each job, by its payload. */
export type Tasks = { readonly [Name in JobName]: (payload: Payloads[Name]) => Promise<void> };

/** The tasks for the queue. A stored payload that does not fit its schema throws. */
export function taskListOf(tasks: Tasks): TaskList {
  return Object.fromEntries(
    Object.keys(tasks)
      .filter(isJobName)
      .map((name) => [name, async (given: unknown) => run(tasks, name, given)]),
  );
}

async function run<Name extends JobName>(tasks: Tasks, name: Name, given: unknown): Promise<void> {
  await tasks[name](jobs[name].parse(given));
}

function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobs, name);
}
