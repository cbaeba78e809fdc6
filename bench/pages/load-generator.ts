import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { HttpJob, LoadJob, Measured, MeasuredSql, SqlJob } from "./load-job.ts";

export interface LoadGenerator {
  askPages(job: HttpJob): Promise<Measured>;
  askDatabase(job: SqlJob): Promise<MeasuredSql>;
  close(): Promise<void>;
}

type Answer<Found> = { readonly measured: Found } | { readonly problem: string };

/** The process that sends the load. */
export function startLoadGenerator(): LoadGenerator {
  const child = fork(join(import.meta.dirname, "load-child.ts"), {
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const run = async <Found>(job: LoadJob): Promise<Found> => {
    child.send(job);
    const [answer] = (await once(child, "message")) as [Answer<Found>];
    if ("problem" in answer) throw new Error(answer.problem);
    return answer.measured;
  };
  return {
    askPages: run<Measured>,
    askDatabase: run<MeasuredSql>,
    close: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}
