import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import type { Result } from "../../../core/values/result.ts";
import { contractFormMessages } from "../../contracts/contract-forms.messages.ts";
import { ending, seenEndOf } from "../../contracts/end-form.tsx";
import { offerContract, withdrawOffer } from "../../contracts/offer-contract.ts";
import { terminateContract } from "../../contracts/terminate-contract.ts";
import { idOf } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { type Answer, redirect, refused } from "../../http/answer.ts";
import { nothing, wholeNumber } from "../../http/fields.ts";
import { type Route, route, type RouteRequest } from "../../http/route.ts";
import { termsRoute } from "../terms/terms-page.tsx";
import { showOrganisation } from "./organisation.tsx";

type Words = ReturnType<typeof contractFormMessages>;
type Place = { readonly organisationId: OrganisationId; readonly id: string };

/** What an administrator does with an organisation's contracts, and the text of one for all staff (K1, K3, K5). */
export function contractRoutes(): readonly Route[] {
  return [termsRoute(), offerRoute(), withdrawRoute(), terminateRoute()];
}

function offerRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.offerContract(":id"),
    access: administrators,
    input: z.strictObject({ termsYear: wholeNumber(2000, 2099) }),
    handle: async ({ work, params, input, view }) => {
      const organisationId = idOf(params) as OrganisationId | null;
      if (organisationId === null) return refused({ code: "not-found" });
      const done = await offerContract(work, { organisationId, ...input });
      return done.ok
        ? redirect(paths.desk.organisation(organisationId), { toast: contractFormMessages(view.language).offered })
        : refused(done.refusal);
    },
    showAgain: async (request) => showOrganisation(request, { button: request.refusal }),
  });
}

function withdrawRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.withdrawOffer(":id", ":contract"),
    access: administrators,
    input: nothing,
    handle: async (request) =>
      onContract(
        request,
        async (place) => withdrawOffer(request.work, place),
        (words) => words.offerWithdrawn,
      ),
    showAgain: async (request) => showOrganisation(request, { button: request.refusal }),
  });
}

function terminateRoute(): Route {
  return route({
    method: "POST",
    path: paths.desk.terminateContract(":id", ":contract"),
    access: administrators,
    input: ending,
    handle: async (request) =>
      onContract(
        request,
        async (place) => terminateContract(request.work, { ...place, seenEnd: seenEndOf(request.input) }),
        (words) => words.ended,
      ),
    showAgain: async (request) => showOrganisation(request, { button: request.refusal }),
  });
}

async function onContract(
  { params, view }: RouteRequest<Staff, unknown>,
  act: (place: Place) => Promise<Result<unknown>>,
  toast: (words: Words) => string,
): Promise<Answer> {
  const organisationId = idOf(params) as OrganisationId | null;
  const id = idOf(params, "contract");
  if (organisationId === null || id === null) return refused({ code: "not-found" });
  const done = await act({ organisationId, id });
  return done.ok
    ? redirect(paths.desk.organisation(organisationId), { toast: toast(contractFormMessages(view.language)) })
    : refused(done.refusal);
}
