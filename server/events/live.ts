import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { hear } from "../db/hear.ts";
import { type Databases, inTransaction } from "../db/transaction.ts";
import type { Logger } from "../logger.ts";

/** Somebody who is told that something happened. */
export interface Listener {
  readonly personId: PersonId;
  /** The organisation it may hear of; null for staff, who hear of all. */
  readonly organisationId: OrganisationId | null;
  /** What happened, by its id alone: what it was is asked for as a page, with that page's own checks. */
  tell(eventId: string): void;
  /**
   * What its person may do has changed, or may have while nobody heard: before it is told anything more it must ask.
   */
  check(): void;
  end(): void;
}

export interface LiveEvents {
  /** Answers the way to stop listening. */
  listen(listener: Listener): () => void;
  /** How many listen now. */
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
 * One connection a process that hears what is committed anywhere, and passes it on to whom it concerns; it comes back
 * when it is lost.
 */
export function createLiveEvents({ url, databases, log }: LiveOptions): LiveEvents {
  const listeners = new Set<Listener>();
  const askWhom = (personId: string): void => {
    for (const listener of listeners) if (listener.personId === personId) listener.check();
  };

  // One after the other, so that a busy hour's events never take up the pages' connections.
  let passing: Promise<void> = Promise.resolve();

  /**
   * The payload names the organisation, empty for the provider's own happenings, which no page shows; and the event.
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
    // What happened while nobody heard is made up for by asking once and one refresh.
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

/** Whether contacts may know that it happened at all; when in doubt they may not. */
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
