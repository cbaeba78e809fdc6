import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { hear } from "../db/hear.ts";
import { type Databases, inTransaction } from "../db/transaction.ts";
import type { Logger } from "../logger.ts";

/** Somebody who listens to events. */
export interface Listener {
  readonly personId: PersonId;
  /** The organisation to listen to; null for staff, who listen to all. */
  readonly organisationId: OrganisationId | null;
  /** Names an event by its id alone. Its content comes with a page and the page's own checks. */
  tell(eventId: string): void;
  /**
   * The person's rights changed, or may have changed while nobody listened. The listener must check them before the
   * next event.
   */
  check(): void;
  end(): void;
}

export interface LiveEvents {
  /** Answers how to stop listening. */
  listen(listener: Listener): () => void;
  /** The number of listeners. */
  count(): number;
  close(): Promise<void>;
}

export interface LiveOptions {
  readonly url: string;
  readonly databases: Databases;
  readonly log: Logger;
}

const channels = { happened: "kwartier_events", access: "kwartier_access" } as const;

/**
 * Hears all committed events on one connection per process, and passes each on to the listeners it concerns. Reconnects
 * when the connection is lost.
 */
export function createLiveEvents({ url, databases, log }: LiveOptions): LiveEvents {
  const listeners = new Set<Listener>();
  const askWhom = (personId: string): void => {
    for (const listener of listeners) if (listener.personId === personId) listener.check();
  };

  // One after the other, so that the events of a busy hour never take the pages' connections.
  let passing: Promise<void> = Promise.resolve();

  /**
   * The payload holds the organisation and the event. The organisation is empty for the provider's own events, which no
   * page shows.
   */
  const passOn = async (payload: string): Promise<void> => {
    const [organisationId = "", eventId = ""] = payload.split(" ");
    if (organisationId === "") return;
    for (const listener of listeners) if (listener.organisationId === null) listener.tell(eventId);
    const contacts = [...listeners].filter((listener) => listener.organisationId === organisationId);
    if (contacts.length === 0 || !(await isVisible(databases, organisationId as OrganisationId, eventId, log))) return;
    for (const listener of contacts) if (listeners.has(listener)) listener.tell(eventId);
  };

  const hearing = hear({
    url,
    name: "kwartier live",
    channels: Object.values(channels),
    onNotice: (channel, payload) => {
      if (channel === channels.access) askWhom(payload);
      else passing = passing.then(async () => passOn(payload));
    },
    // Missed events are replaced by one check and one refresh.
    onBegin: () => {
      for (const listener of listeners) {
        listener.check();
        listener.tell("resync");
      }
    },
    log,
  });
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    count: () => listeners.size,
    close: async () => {
      for (const listener of listeners) listener.end();
      listeners.clear();
      await hearing.close();
    },
  };
}

/** Whether contacts may know of the event at all; in doubt they may not. */
async function isVisible(
  databases: Databases,
  organisationId: OrganisationId,
  eventId: string,
  log: Logger,
): Promise<boolean> {
  try {
    return await inTransaction(databases, { kind: "system" }, async (tx) => {
      const row = await tx
        .selectFrom("events")
        .select("isVisible")
        .where("organisationId", "=", organisationId)
        .where("id", "=", eventId)
        .executeTakeFirst();
      return row?.isVisible ?? false;
    });
  } catch (error) {
    log.warn({ error }, "a live event could not be looked up");
    return false;
  }
}
