import pg from "pg";

const presentAs = "kwartier jobs ";
const pulseMs = 3000;
const answerMs = 10_000;

// An interruption costs no try. But a job that is interrupted again and again may be ending the process. It goes behind
// the others (priority counts the interruptions) and, from the third time on, waits longer each time.
const freed = `
  locked_at = null, locked_by = null, updated_at = now(), attempts = greatest(attempts - 1, 0), priority = least(priority + 1, 100),
  run_at = now() + make_interval(secs => case when priority < 2 then 0 else least(2 ^ priority, 300) end)`;

const freeLost = `
  update graphile_worker._private_jobs jobs set ${freed}
  where locked_by is not null and not exists (
    select from pg_stat_activity where datname = current_database() and application_name = $1 || jobs.locked_by)`;

const giveBack = `update graphile_worker._private_jobs set ${freed} where locked_by = $1`;

export interface Presence {
  /** Gives unfinished jobs back, and goes. */
  leave(): Promise<void>;
}

/**
 * Tells all processes that somebody works on the jobs locked under this name: by a connection of that name, which ends
 * with the process. Meanwhile it frees, every few seconds, the jobs of names without a connection (R33). A database
 * that does not answer it counts as lost.
 */
export async function bePresent(options: {
  readonly url: string;
  readonly name: string;
  readonly onLost: (error: Error) => void;
}): Promise<Presence> {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: presentAs + options.name,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
    keepAlive: true,
    // The server notices a vanished machine within half a minute.
    options:
      "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c statement_timeout=8000",
  });
  let pulse: ReturnType<typeof setInterval> | null = null;
  let isLeaving = false;
  const lost = (error?: Error): void => {
    clearInterval(pulse ?? undefined);
    if (!isLeaving) options.onLost(error ?? new Error("the connection ended"));
    isLeaving = true;
  };
  const look = async (): Promise<void> => void (await client.query(freeLost, [presentAs]));
  client.on("error", lost).on("end", lost);
  try {
    await client.connect();
    await look();
  } catch (error) {
    isLeaving = true;
    void client.end().catch(() => undefined);
    throw error;
  }
  pulse = setInterval(() => void look().catch(lost), pulseMs);
  return {
    leave: async () => {
      isLeaving = true;
      clearInterval(pulse);
      // If this fails, the next process that looks frees the jobs.
      await client.query(giveBack, [options.name]).catch(() => undefined);
      await client.end().catch(() => undefined);
    },
  };
}
