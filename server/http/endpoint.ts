import type { z } from "zod";
import type { Actor } from "../../core/access/actor.ts";
import type { Result } from "../../core/values/result.ts";
import { json, refused } from "./answer.ts";
import { type Route, route, type RouteRequest, type RouteSpec } from "./route.ts";

interface EndpointSpec<Who extends Actor, Params, Input, Output> extends Omit<
  RouteSpec<Who, Params, Input>,
  "handle" | "showAgain" | "output" | "files"
> {
  /** A closed schema of the answer. No other field leaves. */
  readonly output: z.ZodType<unknown, Output>;
  /** 201 for a new thing, 202 for pending work, otherwise 200. */
  readonly status?: 201 | 202;
  readonly answer: (request: RouteRequest<Who, Params, Input>) => Promise<Result<Output>>;
}

/** Declares an endpoint of the API: JSON in, JSON out, refusals as problem details. */
export function endpoint<Who extends Actor, Params, Input, Output>({
  answer,
  output,
  status,
  ...spec
}: EndpointSpec<Who, Params, Input, Output>): Route {
  return route({
    ...spec,
    output,
    handle: async (request) => {
      const answered = await answer(request);
      return answered.ok ? json(output.parse(answered.value), status) : refused(answered.refusal);
    },
  });
}
