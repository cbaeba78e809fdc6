import type { z } from "zod";
import type { Actor } from "../../core/access/actor.ts";
import type { Action } from "../../core/access/can.ts";
import type { Refusal } from "../../core/values/refusal.ts";
import type { Work } from "../events/work.ts";
import type { Assets, Theme } from "../ui/page.tsx";
import type { Language } from "../../core/values/language.ts";
import type { Access } from "./access.ts";
import type { Answer } from "./answer.ts";
import type { Identity } from "./identity.ts";
import type { Fields, Upload } from "./read-input.ts";

/** The input of a route's handler. */
export interface RouteRequest<Who extends Actor, Params, Input> {
  readonly work: Work<Who>;
  readonly actor: Who;
  readonly params: Params;
  readonly input: Input;
  readonly uploads: readonly Upload[];
  readonly view: View;
}

/** The input of a refused route: the text fields as they came, to show them again. */
export interface RefusedRequest<Who extends Actor, Params = unknown> extends Omit<
  RouteRequest<Who, Params, Fields>,
  "input"
> {
  readonly fields: Fields;
  readonly refusal: Refusal;
}

/** The part of a page that all pages share. */
export interface View {
  readonly identity: Identity | null;
  readonly language: Language;
  readonly theme: Theme;
  /** Whether single-letter keys work in this browser; a person can switch them off. */
  readonly hasKeys: boolean;
  readonly nonce: string;
  readonly assets: Assets;
  readonly path: string;
  /** The page to return to: this one, or the page of the form. */
  readonly page: string;
  readonly toast: string | null;
  readonly isDemo: boolean;
  readonly now: Temporal.Instant;
  /** The browser's own secret. It binds a sign-in code to its browser. */
  readonly cookies: Readonly<Record<string, string>>;
  readonly address: string;
}

export type Method = "GET" | "POST";

/** The permission for a route: an action of `can`, or none for signing in. */
export type Permission = Action | "public";

export interface RouteSpec<Who extends Actor, Params, Input> {
  readonly method: Method;
  /** Hono's pattern, such as /portal/tickets/:reference. */
  readonly path: string;
  readonly access: Access<Who>;
  readonly permission: Permission;
  /** A closed schema of the parts of the address. Other addresses are not found. */
  readonly params: z.ZodType<Params>;
  /** A closed schema of the query (GET), form or JSON body (POST). */
  readonly input: z.ZodType<Input>;
  /** A closed schema of the JSON answer. No other field leaves. */
  readonly output?: z.ZodType;
  /** For creating POSTs: a repeated key gets the earlier answer, without doing it again (R11). */
  readonly idempotent?: boolean;
  /** Takes files, which stream to the store before the transaction opens. */
  readonly files?: boolean;
  readonly handle: (request: RouteRequest<Who, Params, Input>) => Promise<Answer>;
  /** For forms: shows the form again as it was typed. Without it the refusal has a page of its own. */
  readonly showAgain?: ((request: RefusedRequest<Who, Params>) => Promise<Answer>) | undefined;
}

/** A route without its type parameters, for the mount and the tests. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly access: Access<Actor>;
  readonly permission: Permission;
  readonly params: z.ZodType;
  readonly input: z.ZodType;
  readonly output: z.ZodType | null;
  readonly idempotent: boolean;
  readonly files: boolean;
  readonly handle: (request: RouteRequest<Actor, unknown, unknown>) => Promise<Answer>;
  readonly showAgain: ((request: RefusedRequest<Actor>) => Promise<Answer>) | null;
}

/**
 * Declares a route. The mount admits the actor by the route's own access and parses with its own schemas, so the types
 * hold.
 */
export function route<Who extends Actor, Params, Input>(spec: RouteSpec<Who, Params, Input>): Route {
  return {
    method: spec.method,
    path: spec.path,
    access: spec.access,
    permission: spec.permission,
    params: spec.params,
    input: spec.input,
    output: spec.output ?? null,
    idempotent: spec.idempotent ?? false,
    files: spec.files ?? false,
    handle: spec.handle as Route["handle"],
    showAgain: (spec.showAgain as Route["showAgain"] | undefined) ?? null,
  };
}
