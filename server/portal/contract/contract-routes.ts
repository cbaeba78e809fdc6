import { paths } from "../../faces/paths.ts";
import { contacts } from "../../http/access.ts";
import { redirect, refused } from "../../http/answer.ts";
import { nothing, uuid } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { addendumFormMessages } from "../../contracts/addendum-forms.messages.ts";
import { contractFormMessages } from "../../contracts/contract-forms.messages.ts";
import { showContract } from "./contract.tsx";
import { ending, seenEndOf } from "../../contracts/end-form.tsx";
import { signAddendum } from "../../contracts/sign-addendum.ts";
import { signOffer } from "../../contracts/sign-contract.ts";
import { terminateContract } from "../../contracts/terminate-contract.ts";

/** What a signatory does with contracts: sign an offer or an addendum, and terminate (K1, K3, A3). */
export function portalContractActionRoutes(): readonly Route[] {
  return [signRoute(), signAddendumRoute(), terminateRoute()];
}

function signAddendumRoute(): Route {
  return route({
    method: "POST",
    path: paths.portal.signAddendum(":id"),
    access: contacts,
    input: nothing,
    handle: async ({ work, actor, params, view }) => {
      const id = uuid.safeParse(params["id"]);
      if (!id.success) return refused({ code: "not-found" });
      const { organisationId, personId: signedBy } = actor;
      const done = await signAddendum(work, { organisationId, id: id.data, signedBy });
      return done.ok
        ? redirect(paths.portal.contract, { toast: addendumFormMessages(view.language).signed })
        : refused(done.refusal);
    },
    showAgain: showContract,
  });
}

function signRoute(): Route {
  return route({
    method: "POST",
    path: paths.portal.signContract(":id"),
    access: contacts,
    input: nothing,
    handle: async ({ work, actor, params, view }) => {
      const id = uuid.safeParse(params["id"]);
      if (!id.success) return refused({ code: "not-found" });
      const done = await signOffer(work, { organisationId: actor.organisationId, id: id.data });
      return done.ok
        ? redirect(paths.portal.contract, { toast: contractFormMessages(view.language).signed })
        : refused(done.refusal);
    },
    showAgain: showContract,
  });
}

function terminateRoute(): Route {
  return route({
    method: "POST",
    path: paths.portal.terminateContract(":id"),
    access: contacts,
    input: ending,
    handle: async ({ work, actor, params, input, view }) => {
      const id = uuid.safeParse(params["id"]);
      if (!id.success) return refused({ code: "not-found" });
      const { organisationId } = actor;
      const done = await terminateContract(work, { organisationId, id: id.data, seenEnd: seenEndOf(input) });
      return done.ok
        ? redirect(paths.portal.contract, { toast: contractFormMessages(view.language).ended })
        : refused(done.refusal);
    },
    showAgain: showContract,
  });
}
