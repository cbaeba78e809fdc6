import pg from "pg";
import type { Logger } from "../logger.ts";

export interface Hearing {
  close(): Promise<void>;
}

interface HearingOptions {
  readonly url: string;
  /** The name of its connection. */
  readonly name: string;
  readonly channels: readonly string[];
  readonly onNotice: (channel: string, payload: string) => void;
  /** Called each time listening begins. Events from before that must be asked for. */
  readonly onBegin: () => void;
  readonly log: Logger;
}

const shortestPauseMs = 250;
const longestPauseMs = 10_000;

/** Listens on one connection to the database's notices to all processes. It reconnects when the connection is lost. */
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
      // Closed while connecting.
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
    // The connection had already ended.
  }
}
