import type { VNode } from "preact";
import type { z } from "zod";
import type { Actor } from "../../core/access/actor.ts";
import type { Result } from "../../core/values/result.ts";
import type { Language } from "../ui/language.ts";
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
  /** The page's own address, to which the browser comes back. */
  readonly address: (params: Params) => string;
  /** The page; after a refusal with the form as it was filled in. */
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
  /** Where the deed is for fewer people than the page. */
  readonly access?: Access<Who>;
  readonly permission: Permission;
  readonly params: z.ZodType<Params>;
  readonly input: z.ZodType<Input>;
  /** The form of the page that is shown again when the deed is refused. */
  readonly form: Form;
  readonly idempotent?: boolean;
  readonly files?: boolean;
  readonly act: (request: RouteRequest<Who, Params, Input>) => Promise<Result<Value>>;
  /** The sentence that is said afterwards. */
  readonly said: (done: Done<Params, Input, Value>) => string;
  /** Where the browser goes; to the page itself unless something else is said. */
  readonly to?: (done: Done<Params, Input, Value>) => string;
}

/** A page and what can be done on it. */
export interface FormPage<Who extends Actor, PageParams, Form extends string> {
  readonly route: Route;
  readonly deed: <Params extends PageParams, Input, Value>(spec: DeedSpec<Who, Params, Input, Value, Form>) => Route;
  /** The page with a form that was refused, for a deed that answers in a way of its own. */
  readonly showAgain: (form: Form) => (request: RefusedRequest<Who, PageParams>) => Promise<Answer>;
}

/**
 * Declares a page with forms, and then each deed of it once: address, permission, input, action, what is said
 * afterwards, and which form is shown again when it is refused.
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
