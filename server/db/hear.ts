import pg from "pg";
import type { Logger } from "../logger.ts";

export interface Hearing {
  close(): Promise<void>;
}

interface HearingOptions {
  readonly url: string;
  /** What its connection is called. */
  readonly name: string;
  readonly channels: readonly string[];
  readonly onNotice: (channel: string, payload: string) => void;
  /** Called each time it begins to hear: what happened while nobody heard has to be asked for. */
  readonly onBegin: () => void;
  readonly log: Logger;
}

const shortestPauseMs = 250;
const longestPauseMs = 10_000;

/** One connection that hears what the database tells all processes; it comes back when it is lost. */
export function hear({ url, name, channels, onNotice, onBegin, log }: HearingOptions): Hearing {
  let client: pg.Client | null = null;
  let isClosed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const connect = async (pauseMs: number): Promise<void> => {
    if (isClosed) return;
    const fresh = new pg.Client({
      connectionString: url,
      application_name: name,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client = fresh;
    let isLost = false;
    const lost = (error?: Error): void => {
      if (isLost || isClosed) return;
      isLost = true;
      client = null;
      log.warn({ error, connection: name }, "a connection that hears of changes was lost; trying again");
      void endQuietly(fresh);
      retry = setTimeout(() => void connect(Math.min(pauseMs * 2, longestPauseMs)), pauseMs);
    };
    fresh.on("error", lost).on("end", lost);
    fresh.on("notification", ({ channel, payload = "" }) => onNotice(channel, payload));
    try {
      await fresh.connect();
      // Closed while it was connecting.
      if (isClosed) return await endQuietly(fresh);
      await fresh.query(channels.map((channel) => `listen ${channel}`).join("; "));
      onBegin();
    } catch (error) {
      lost(error instanceof Error ? error : undefined);
    }
  };

  void connect(shortestPauseMs);
  return {
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      clearTimeout(retry);
      if (client !== null) await endQuietly(client);
    },
  };
}

async function endQuietly(client: pg.Client): Promise<void> {
  try {
    await client.end();
  } catch {
    // It was gone already.
  }
}
