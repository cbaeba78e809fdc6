import type { VNode } from "preact";
import type { z } from "zod";
import type { Actor } from "../../core/access/actor.ts";
import type { Result } from "../../core/values/result.ts";
import type { Language } from "../../core/values/language.ts";
import type { Access } from "./access.ts";
import { type Answer, page, redirect, refused } from "./answer.ts";
import type { RefusedForm } from "./refused-form.ts";
import { statusOf } from "../refusals/refusals.ts";
import { type Permission, type RefusedRequest, type Route, route, type RouteRequest } from "./route.ts";

interface FormPageSpec<Who extends Actor, Params, Query, Form extends string> {
  readonly path: string;
  readonly access: Access<Who>;
  readonly permission: Permission;
  readonly params: z.ZodType<Params>;
  readonly query: z.ZodType<Query>;
  /** The page's own address. The browser returns to it. */
  readonly address: (params: Params) => string;
  /** Draws the page; after a refusal with the form as it was filled in. */
  readonly show: (
    request: RouteRequest<Who, Params, Query>,
    refusedForm: RefusedForm<Form> | null,
  ) => Promise<Result<VNode>>;
}

interface Done<Params, Input, Value> {
  readonly params: Params;
  readonly input: Input;
  readonly value: Value;
  readonly language: Language;
}

interface DeedSpec<Who extends Actor, Params, Input, Value, Form extends string> {
  readonly path: string;
  /** For a deed with a smaller audience than the page. */
  readonly access?: Access<Who>;
  readonly permission: Permission;
  readonly params: z.ZodType<Params>;
  readonly input: z.ZodType<Input>;
  /** The form to show again when the deed is refused. */
  readonly form: Form;
  readonly idempotent?: boolean;
  readonly files?: boolean;
  readonly act: (request: RouteRequest<Who, Params, Input>) => Promise<Result<Value>>;
  /** The sentence after success. */
  readonly said: (done: Done<Params, Input, Value>) => string;
  /** The address to go to; by default the page itself. */
  readonly to?: (done: Done<Params, Input, Value>) => string;
}

/** A page and its deeds. */
export interface FormPage<Who extends Actor, PageParams, Form extends string> {
  readonly route: Route;
  readonly deed: <Params extends PageParams, Input, Value>(spec: DeedSpec<Who, Params, Input, Value, Form>) => Route;
  /** Draws the page with a refused form, for a deed that writes its own answer. */
  readonly showAgain: (form: Form) => (request: RefusedRequest<Who, PageParams>) => Promise<Answer>;
}

/**
 * Declares a page with forms. Its result then declares each deed of the page once: address, permission, input, action,
 * sentence after success, and the form to show again after a refusal.
 */
export function formPage<Who extends Actor, PageParams, Query, Form extends string>({
  query,
  address,
  ...spec
}: FormPageSpec<Who, PageParams, Query, Form>): FormPage<Who, PageParams, Form> {
  const show = async (
    request: RouteRequest<Who, PageParams, Query>,
    refusedForm: RefusedForm<Form> | null,
  ): Promise<Answer> => {
    const shown = await spec.show(request, refusedForm);
    if (!shown.ok) return refused(shown.refusal);
    return page(shown.value, refusedForm === null ? 200 : statusOf(refusedForm.refusal));
  };
  const showAgain =
    (form: Form) =>
    async ({ fields, refusal, ...request }: RefusedRequest<Who, PageParams>): Promise<Answer> =>
      show({ ...request, input: query.parse({}) }, { form, fields, refusal, uploads: request.uploads });
  return {
    showAgain,
    route: route({ ...spec, method: "GET", input: query, handle: async (request) => show(request, null) }),
    deed: ({ form, act, said, to, ...deed }) =>
      route({
        access: spec.access,
        ...deed,
        method: "POST",
        handle: async (request) => {
          const acted = await act(request);
          if (!acted.ok) return refused(acted.refusal);
          const { params, input, view } = request;
          const done = { params, input, value: acted.value, language: view.language };
          return redirect(to?.(done) ?? address(params), { toast: said(done) });
        },
        showAgain: showAgain(form),
      }),
  };
}
