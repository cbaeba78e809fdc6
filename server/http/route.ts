import type { z } from "zod";
import type { Actor } from "../../core/access/actor.ts";
import type { Refusal } from "../../core/values/refusal.ts";
import type { Work } from "../events/work.ts";
import type { Assets, Theme } from "../ui/page.tsx";
import type { Language } from "../ui/language.ts";
import type { Access } from "./access.ts";
import type { Answer } from "./answer.ts";
import type { Identity } from "./identity.ts";
import type { Fields, Upload } from "./read-input.ts";

/** What a page or endpoint is given. */
export interface RouteRequest<Who extends Actor, Input> {
  readonly work: Work<Who>;
  readonly actor: Who;
  readonly input: Input;
  readonly params: Readonly<Record<string, string>>;
  readonly uploads: readonly Upload[];
  readonly view: View;
}

/** What a route is given when its input was refused at the door: the text fields as they came, to show them again. */
export interface RefusedRequest<Who extends Actor> extends Omit<RouteRequest<Who, Fields>, "input"> {
  readonly fields: Fields;
  readonly refusal: Refusal;
}

/** What every page needs besides its own content. */
export interface View {
  readonly identity: Identity | null;
  readonly language: Language;
  readonly theme: Theme;
  /** Whether single letters act in this browser, or were switched off. */
  readonly hasKeys: boolean;
  readonly nonce: string;
  readonly assets: Assets;
  readonly path: string;
  /** The page to come back to: this one, or for a form the one it stands on. */
  readonly page: string;
  readonly toast: string | null;
  readonly isDemo: boolean;
  readonly now: Temporal.Instant;
  /** The browser's own secret, which binds a sign-in code to the browser that asked for it. */
  readonly cookies: Readonly<Record<string, string>>;
  readonly address: string;
}

export type Method = "GET" | "POST";

export interface RouteSpec<Who extends Actor, Schema extends z.ZodType> {
  readonly method: Method;
  /** Hono's pattern, such as /portal/tickets/:reference. */
  readonly path: string;
  readonly access: Access<Who>;
  /** A closed schema of the query (GET), form or JSON body (POST). */
  readonly input: Schema;
  /** The creating POSTs: a repeated key answers what was answered before, without doing it again (R11). */
  readonly idempotent?: boolean;
  /** Takes files, streamed to the store before the transaction opens. */
  readonly files?: boolean;
  readonly handle: (request: RouteRequest<Who, z.output<Schema>>) => Promise<Answer>;
  /** For forms: show the form again with what was typed. Without it the refusal has a page of its own. */
  readonly showAgain?: (request: RefusedRequest<Who>) => Promise<Answer>;
}

/** A route with its types folded away, as the mount and the tests see it. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly access: Access<Actor>;
  readonly input: z.ZodType;
  readonly idempotent: boolean;
  readonly files: boolean;
  readonly handle: (request: RouteRequest<Actor, unknown>) => Promise<Answer>;
  readonly showAgain: ((request: RefusedRequest<Actor>) => Promise<Answer>) | null;
}

/**
 * Declares a route. The mount admits the actor through the route's own access and parses with its own schema, so the
 * types hold.
 */
export function route<Who extends Actor, Schema extends z.ZodType>(spec: RouteSpec<Who, Schema>): Route {
  return {
    method: spec.method,
    path: spec.path,
    access: spec.access,
    input: spec.input,
    idempotent: spec.idempotent ?? false,
    files: spec.files ?? false,
    handle: spec.handle as Route["handle"],
    showAgain: (spec.showAgain as Route["showAgain"]) ?? null,
  };
}
