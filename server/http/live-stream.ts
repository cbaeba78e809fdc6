import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Identity } from "./identity.ts";
import type { OnBeat } from "./live-beat.ts";
import type { LiveEvents } from "../events/live.ts";

/** A session that may listen. */
export interface Hearer {
  readonly personId: PersonId;
  /** The organisation to listen to; null for staff. */
  readonly scope: OrganisationId | null;
  /** The end of the session if it is not used until then. */
  readonly endsAt: Temporal.Instant;
}

/** The actor and scope of a session; undefined without one. */
export function hearerOf(identity: Identity | null): Hearer | undefined {
  const actor = identity?.actor;
  if (identity === null || actor === undefined || actor === null) return undefined;
  return {
    personId: actor.personId,
    scope: actor.kind === "contact" ? actor.organisationId : null,
    endsAt: identity.endsAt,
  };
}

export interface StreamOptions {
  readonly live: LiveEvents;
  readonly hearer: Hearer;
  /** Checks the session again. */
  readonly ask: () => Promise<Hearer | undefined>;
  readonly now: () => Temporal.Instant;
  readonly onBeat: OnBeat;
  readonly ended: () => void;
}

/** Node's timers take no longer time. A later end is checked by then. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * A stream of events for one session. It ends with the session: at once when the database tells that it was revoked or
 * its person lost a right, and at the moment when its time is over. Events that wait at that moment are dropped.
 */
export function openStream(options: StreamOptions): ReadableStream<Uint8Array> {
  const { live, hearer } = options;
  const encoder = new TextEncoder();
  let close = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true;
      let expiry: ReturnType<typeof setTimeout> | undefined;
      const end = (): void => {
        close();
        try {
          controller.close();
        } catch {
          // The browser had already gone.
        }
      };
      const tell = (text: string): void => {
        if (isOpen) controller.enqueue(encoder.encode(text));
      };
      const expireAt = (endsAt: Temporal.Instant): void => {
        clearTimeout(expiry);
        const left = Math.ceil(endsAt.since(options.now()).total("milliseconds")) + 1;
        expiry = setTimeout(check, Math.min(Math.max(left, 1), longestTimerMs));
      };
      const askAgain = async (): Promise<void> => {
        const still = isOpen ? await options.ask().catch(() => undefined) : undefined;
        if (!isOpen) return;
        if (still?.personId !== hearer.personId || still.scope !== hearer.scope) end();
        else expireAt(still.endsAt);
      };
      // One check after the other. An event that comes during a check waits for its answer.
      let last: Promise<void> = Promise.resolve();
      const inOrder = (step: () => Promise<void> | void): void => void (last = last.then(step).catch(end));
      const check = (): void => inOrder(askAgain);
      const stopBeat = options.onBeat(() => {
        check();
        inOrder(() => tell(": here\n\n"));
      });
      const stop = live.listen({
        personId: hearer.personId,
        organisationId: hearer.scope,
        tell: (eventId) => inOrder(() => tell(`data: ${eventId}\n\n`)),
        check,
        end,
      });
      close = () => {
        close = () => undefined;
        isOpen = false;
        stopBeat();
        clearTimeout(expiry);
        stop();
        options.ended();
      };
      // A random pause, so that browsers do not all return at once after a restart.
      tell(`retry: ${2000 + Math.floor(Math.random() * 3000)}\n\n`);
      // The session may have changed between the first check and listening.
      check();
    },
    cancel: () => close(),
  });
}
