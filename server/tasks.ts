import type { TaskList } from "./jobs/start-jobs.ts";
import type { Services } from "./services.ts";

/** What each job does, by the name it is enqueued under. */
export function allTasks(services: Services): TaskList {
  void services;
  return {};
}
