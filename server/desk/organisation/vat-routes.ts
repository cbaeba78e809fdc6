import { z } from "zod";
import { vatPositions } from "../../../core/charges/vat.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { isMonth } from "../../../core/values/month.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { json, redirect, refused } from "../../http/answer.ts";
import { optionalLine, seenVersion, version } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { setVatPosition } from "../../organisations/set-vat-position.ts";
import { showOrganisation } from "./organisation.tsx";
import { idOf } from "../../faces/params.ts";
import { vatMessages } from "./vat.messages.ts";

const change = {
  position: z.enum(vatPositions),
  from: z.string().max(7).refine(isMonth, "not-an-option"),
  vatNumber: optionalLine(30),
};

/** Saying where a customer stands for VAT, for administrators: as a form and as JSON (CE5). */
export function vatRoutes(): readonly Route[] {
  return [
    route({
      method: "POST",
      path: paths.desk.setVat(":id"),
      access: administrators,
      input: z.strictObject({ ...change, version }),
      handle: async ({ work, params, view, input }) => {
        const organisationId = idOf(params) as OrganisationId | null;
        if (organisationId === null) return refused({ code: "not-found" });
        const set = await setVatPosition(work, { organisationId, ...input });
        if (!set.ok) return refused(set.refusal);
        return redirect(paths.desk.organisation(organisationId), { toast: vatMessages(view.language).saved });
      },
      showAgain: async (request) => showOrganisation(request, { vat: request }),
    }),
    route({
      method: "POST",
      path: paths.api.setVat(":id"),
      access: administrators,
      input: z.strictObject({ ...change, version: seenVersion }),
      handle: async ({ work, params, input }) => {
        const organisationId = idOf(params) as OrganisationId | null;
        if (organisationId === null) return refused({ code: "not-found" });
        const set = await setVatPosition(work, { organisationId, ...input });
        return set.ok ? json({}) : refused(set.refusal);
      },
    }),
  ];
}
