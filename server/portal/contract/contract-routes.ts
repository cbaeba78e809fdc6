import { addendumFormMessages } from "../../contracts/addendum-forms.messages.ts";
import { contractFormMessages } from "../../contracts/contract-forms.messages.ts";
import { ending, seenEndOf } from "../../contracts/end-form.tsx";
import { signAddendum } from "../../contracts/sign-addendum.ts";
import { signOffer } from "../../contracts/sign-contract.ts";
import { terminateContract } from "../../contracts/terminate-contract.ts";
import { idOf } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import { contacts } from "../../http/access.ts";
import { redirect, refused } from "../../http/answer.ts";
import { nothing } from "../../http/fields.ts";
import { type Route, route } from "../../http/route.ts";
import { showContract } from "./contract.tsx";

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
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const { organisationId, personId: signedBy } = actor;
      const done = await signAddendum(work, { organisationId, id, signedBy });
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
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const done = await signOffer(work, { organisationId: actor.organisationId, id });
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
      const id = idOf(params);
      if (id === null) return refused({ code: "not-found" });
      const { organisationId } = actor;
      const done = await terminateContract(work, { organisationId, id, seenEnd: seenEndOf(input) });
      return done.ok
        ? redirect(paths.portal.contract, { toast: contractFormMessages(view.language).ended })
        : refused(done.refusal);
    },
    showAgain: showContract,
  });
}
