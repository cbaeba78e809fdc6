import { z } from "zod";
import { accept } from "../../core/values/result.ts";
import { listRefusedAccesses } from "../events/list-refused-accesses.ts";
import { paths } from "../faces/paths.ts";
import { refusedAccessFilter } from "../faces/refused-access-filter.ts";
import { administrators } from "../http/access.ts";
import { id, instant, pageKey } from "../http/answer-fields.ts";
import { endpoint } from "../http/endpoint.ts";
import { noParams } from "../http/params.ts";
import type { Route } from "../http/route.ts";

const refusedAccess = z.strictObject({
  id,
  lastAt: instant,
  hits: z.int(),
  reason: z.string(),
  personId: id.nullable(),
  personName: z.string().nullable(),
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  address: z.string(),
  network: z.string(),
  requestId: z.string(),
});

/** The record of refused accesses, as JSON for administrators (R38). */
export function refusedAccessApiRoutes(): readonly Route[] {
  return [
    endpoint({
      method: "GET",
      path: paths.api.refusedAccesses,
      access: administrators,
      permission: "refused-access.read",
      params: noParams,
      input: refusedAccessFilter,
      output: z.strictObject({ refusals: z.array(refusedAccess), next: pageKey }),
      answer: async ({ work, input }) => {
        const { refusals, next } = await listRefusedAccesses(work.tx, { ...input, limit: 50 });
        return accept({ refusals: refusals.map((one) => ({ ...one, lastAt: one.lastAt.toString() })), next });
      },
    }),
  ];
}
