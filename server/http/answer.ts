import type { Readable } from "node:stream";
import type { VNode } from "preact";
import type { PersonId } from "../../core/values/ids.ts";
import type { Refusal } from "../../core/values/refusal.ts";

/** The answer of a route. The mount turns it into bytes and headers. */
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

/** The refusal in an answer, besides its words. */
interface Told {
  readonly refusal?: Refusal["code"] | "foreign-origin";
  readonly retryAfterSeconds?: number | undefined;
  /** The person it was about, if somebody else is signed in. */
  readonly personId?: PersonId | null;
}

/**
 * The slow part of an answer, which may open transactions of its own. It runs after the request's transaction (R42).
 */
export interface Afterwards {
  readonly kind: "afterwards";
  /** Is told when the browser of a GET leaves. */
  readonly run: (left?: AbortSignal) => Promise<Answer>;
}

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly maxAgeSeconds: number;
}

/**
 * A page. Its transaction is kept unless the page is a refusal. `isKept` keeps even a refusal's, for example an attempt
 * that counts.
 */
export function page(body: VNode, status = 200, options: { isKept?: boolean } = {}): Extract<Answer, { kind: "page" }> {
  return { kind: "page", status, body, isKept: options.isKept ?? status < 400 };
}

/** The same answer, marked as a refusal. */
export function telling(answer: Answer, told: Told): Answer {
  return answer.kind === "page" || answer.kind === "json" ? { ...answer, ...told } : answer;
}

/** Sends the browser on after a change, with a sentence about the change. */
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

/** A refusal of an action. It is undone, and shown on its form or on a page of its own. */
export function refused(refusal: Refusal): Answer {
  return { kind: "refused", refusal };
}

/** A file, as an attachment unless it is a picture or our own document. */
export function download(file: Omit<Extract<Answer, { kind: "download" }>, "kind">): Answer {
  return { kind: "download", ...file };
}

/** Keeps the transaction so far and continues without a connection. */
export function afterwards(run: Afterwards["run"]): Answer {
  return { kind: "afterwards", run };
}

/** Whether the answer's transaction is kept. A refusal's is not. */
export function isKept(answer: Answer): boolean {
  if (answer.kind === "refused") return false;
  if (answer.kind === "page") return answer.isKept;
  return answer.kind === "json" ? answer.status < 400 : true;
}
