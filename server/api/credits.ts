import { z } from "zod";
import { creditModes, longestReason } from "../../core/invoices/credit-invoice.ts";
import { paths } from "../faces/paths.ts";
import { administrators } from "../http/access.ts";
import { endpoint } from "../http/endpoint.ts";
import { prose } from "../http/fields.ts";
import { ofInvoice } from "../http/params.ts";
import type { Route } from "../http/route.ts";
import { creditInvoice } from "../invoices/credit-invoice.ts";

/** Crediting an issued invoice, as JSON. Without `lines` it credits all lines without an earlier credit (CE7). */
export function creditApiRoute(): Route {
  return endpoint({
    method: "POST",
    path: paths.api.creditInvoice(":number"),
    access: administrators,
    permission: "invoice.credit",
    params: ofInvoice,
    input: z.strictObject({
      lines: z.array(z.int().min(1).max(100_000)).max(10_000).nullable().default(null),
      mode: z.enum(creditModes),
      reason: prose(longestReason),
    }),
    output: z.strictObject({ number: z.string() }),
    status: 201,
    idempotent: true,
    answer: async ({ work, params, input: { lines, ...asked } }) => {
      const made = await creditInvoice(work, { ...asked, ...params, positions: lines, seenFingerprint: null });
      return made.ok ? { ok: true, value: { number: made.value.number } } : made;
    },
  });
}
