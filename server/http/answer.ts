import type { Readable } from "node:stream";
import type { VNode } from "preact";
import type { PersonId } from "../../core/values/ids.ts";
import type { Refusal } from "../../core/values/refusal.ts";

/** What a route answers; the mount turns it into bytes and headers. */
export type Answer =
  | (Told & {
      readonly kind: "page";
      readonly status: number;
      readonly body: VNode;
      readonly isKept: boolean;
      readonly cookies?: readonly Cookie[];
    })
  | {
      readonly kind: "redirect";
      readonly to: string;
      readonly toast: string | null;
      readonly cookies: readonly Cookie[];
      readonly clearSiteData?: boolean;
    }
  | (Told & { readonly kind: "json"; readonly status: number; readonly body: unknown })
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | {
      readonly kind: "download";
      readonly name: string;
      readonly mediaType: string;
      readonly inline: boolean;
      readonly body: Readable | Uint8Array | string;
    }
  | Afterwards;

/** What an answer says of the refusal in it, besides its words. */
interface Told {
  readonly refusal?: Refusal["code"] | "foreign-origin";
  readonly retryAfterSeconds?: number | undefined;
  /** Whom it was about, when that is not who is signed in. */
  readonly personId?: PersonId | null;
}

/**
 * What takes long or opens transactions of its own: the rest of an answer, found when the request's transaction is over
 * (R42).
 */
export interface Afterwards {
  readonly kind: "afterwards";
  readonly run: () => Promise<Answer>;
}

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly maxAgeSeconds: number;
}

/**
 * A page. What was written for it is kept when it is no refusal, or when the refusal itself must leave a trace, such as
 * an attempt that counts.
 */
export function page(body: VNode, status = 200, options: { isKept?: boolean } = {}): Extract<Answer, { kind: "page" }> {
  return { kind: "page", status, body, isKept: options.isKept ?? status < 400 };
}

/** The same answer, known to tell of a refusal. */
export function telling(answer: Answer, told: Told): Answer {
  return answer.kind === "page" || answer.kind === "json" ? { ...answer, ...told } : answer;
}

/** Sends the browser on after a change, with a sentence about what happened. */
export function redirect(
  to: string,
  options: { toast?: string; cookies?: readonly Cookie[]; clearSiteData?: boolean } = {},
): Answer {
  return {
    kind: "redirect",
    to,
    toast: options.toast ?? null,
    cookies: options.cookies ?? [],
    clearSiteData: options.clearSiteData ?? false,
  };
}

export function json(body: unknown, status = 200): Answer {
  return { kind: "json", status, body };
}

/** What an action said no to: undone, and shown on the form it came from or on a page of its own. */
export function refused(refusal: Refusal): Answer {
  return { kind: "refused", refusal };
}

/** A file: as an attachment unless it is a picture or document of our own making. */
export function download(file: Omit<Extract<Answer, { kind: "download" }>, "kind">): Answer {
  return { kind: "download", ...file };
}

/** Keeps what was written up to here and goes on without a connection. */
export function afterwards(run: () => Promise<Answer>): Answer {
  return { kind: "afterwards", run };
}

/** Whether the transaction behind the answer is kept: not for a refusal. */
export function isKept(answer: Answer): boolean {
  if (answer.kind === "refused") return false;
  if (answer.kind === "page") return answer.isKept;
  return answer.kind === "json" ? answer.status < 400 : true;
}
