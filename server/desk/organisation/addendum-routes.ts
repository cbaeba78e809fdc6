import { z } from "zod";
import type { AddendumTerms } from "../../../core/contracts/addendum.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import type { FieldProblem } from "../../../core/values/refusal.ts";
import { accept, refuse, type Result } from "../../../core/values/result.ts";
import { addendumFormMessages } from "../../contracts/addendum-forms.messages.ts";
import { addendumTermsSchema } from "../../contracts/addendum-schema.ts";
import { offerAddendum, withdrawAddendum } from "../../contracts/offer-addendum.ts";
import { idOf } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { json, redirect, refused } from "../../http/answer.ts";
import { line, nothing, optionalLine } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { readDuration } from "../../ui/duration-text.ts";
import { readMoney } from "../../ui/money-text.ts";
import { showOrganisation } from "./organisation.tsx";

/** Offering an addendum for work on site and taking it back, for administrators: as forms and as JSON (A3). */
export function addendumRoutes(): readonly Route[] {
  return [offerRoute(), withdrawRoute(), offerApiRoute(), withdrawApiRoute()];
}

const offering = z.strictObject({
  visitHourlyRate: line(20),
  minimumVisitMinutes: optionalLine(30).default(""),
  travel: z.enum(["per-kilometre", "fixed"]),
  travelCents: line(20),
});

/** The numbers as they were typed; refuses `invalid-input` for what is no amount or duration. */
function termsOf(typed: z.output<typeof offering>): Result<AddendumTerms> {
  const visitHourlyRate = readMoney(typed.visitHourlyRate);
  const minimum = typed.minimumVisitMinutes.trim();
  const minimumVisitMinutes = minimum === "" || minimum === "0" ? 0 : readDuration(minimum);
  const cents = readMoney(typed.travelCents);
  const fields: Record<string, FieldProblem> = {
    ...(visitHourlyRate === null && { visitHourlyRate: "not-an-amount" }),
    ...(minimumVisitMinutes === null && { minimumVisitMinutes: "not-a-duration" }),
    ...(cents === null && { travelCents: "not-an-amount" }),
  };
  if (visitHourlyRate === null || minimumVisitMinutes === null || cents === null)
    return refuse({ code: "invalid-input", fields });
  const travel =
    typed.travel === "fixed"
      ? ({ kind: "fixed", centsPerVisit: cents } as const)
      : ({ kind: "per-kilometre", centsPerKilometre: cents } as const);
  return accept({ visitHourlyRate, minimumVisitMinutes, travel });
}

function offerRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.offerAddendum(":id"),
    access: administrators,
    input: offering,
    idempotent: true,
    handle: async ({ work, params, input, view }) => {
      const organisationId = idOf(params) as OrganisationId | null;
      if (organisationId === null) return refused({ code: "not-found" });
      const terms = termsOf(input);
      if (!terms.ok) return refused(terms.refusal);
      const done = await offerAddendum(work, { organisationId, terms: terms.value });
      return done.ok
        ? redirect(paths.desk.organisation(organisationId), { toast: addendumFormMessages(view.language).offered })
        : refused(done.refusal);
    },
    showAgain: async (request) => showOrganisation(request, { addendum: request }),
  });
}

function withdrawRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.withdrawAddendum(":id", ":addendum"),
    access: administrators,
    input: nothing,
    handle: async ({ work, params, view }) => {
      const place = placeOf(params);
      if (place === null) return refused({ code: "not-found" });
      const done = await withdrawAddendum(work, place);
      return done.ok
        ? redirect(paths.desk.organisation(place.organisationId), {
            toast: addendumFormMessages(view.language).withdrawn,
          })
        : refused(done.refusal);
    },
    showAgain: async (request) => showOrganisation(request, { button: request.refusal }),
  });
}

function placeOf(params: Readonly<Record<string, string>>): { organisationId: OrganisationId; id: string } | null {
  const organisationId = idOf(params) as OrganisationId | null;
  const id = idOf(params, "addendum");
  return organisationId === null || id === null ? null : { organisationId, id };
}

function offerApiRoute(): Route {
  return route({
    method: "POST",
    path: paths.api.offerAddendum(":id"),
    access: administrators,
    input: addendumTermsSchema,
    idempotent: true,
    handle: async ({ work, params, input: terms }) => {
      const organisationId = idOf(params) as OrganisationId | null;
      if (organisationId === null) return refused({ code: "not-found" });
      const done = await offerAddendum(work, { organisationId, terms });
      return done.ok ? json(done.value, 201) : refused(done.refusal);
    },
  });
}

function withdrawApiRoute(): Route {
  return route({
    method: "POST",
    path: paths.api.withdrawAddendum(":id", ":addendum"),
    access: administrators,
    input: nothing,
    handle: async ({ work, params }) => {
      const place = placeOf(params);
      if (place === null) return refused({ code: "not-found" });
      const done = await withdrawAddendum(work, place);
      return done.ok ? json({}) : refused(done.refusal);
    },
  });
}
