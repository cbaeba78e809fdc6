import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Identity } from "./identity.ts";
import type { LiveEvents } from "../events/live.ts";

/** A session that may hear what happens. */
export interface Hearer {
  readonly personId: PersonId;
  /** The organisation it hears of, null for staff. */
  readonly scope: OrganisationId | null;
  /** When it ends by itself unless it is used until then. */
  readonly endsAt: Temporal.Instant;
}

/** Who hears by a session; undefined for nobody. */
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
  /** Asks anew who the session stands for. */
  readonly ask: () => Promise<Hearer | undefined>;
  readonly now: () => Temporal.Instant;
  readonly hereMs: number;
  readonly ended: () => void;
}

/** Node's timers take no longer ones; what ends later is asked again by then. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * A stream of events for one session, that ends when the session does: at once when it is revoked or its person loses
 * what they had, by the database's word, and to the moment when its time is over. What waits to be told meanwhile is
 * not told.
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
          // The browser was gone before.
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
      // One after the other: an event that comes while it is being asked waits for the answer.
      let last: Promise<void> = Promise.resolve();
      const inOrder = (step: () => Promise<void> | void): void => void (last = last.then(step).catch(end));
      const check = (): void => inOrder(askAgain);
      const here = setInterval(() => {
        check();
        inOrder(() => tell(": here\n\n"));
      }, options.hereMs);
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
        clearInterval(here);
        clearTimeout(expiry);
        stop();
        options.ended();
      };
      // Not all at once after a restart.
      tell(`retry: ${2000 + Math.floor(Math.random() * 3000)}\n\n`);
      // Whatever changed between the first look at the session and listening.
      check();
    },
    cancel: () => close(),
  });
}
