import { z } from "zod";
import type { AddendumId, ContractId } from "../../../core/values/ids.ts";
import { addendumFormMessages } from "../../contracts/addendum-forms.messages.ts";
import { contractFormMessages } from "../../contracts/contract-forms.messages.ts";
import { ending, seenEndOf } from "../../contracts/end-form.tsx";
import { confirmContract } from "../../contracts/record-contract.ts";
import { recordingMessages } from "../../contracts/recording.messages.ts";
import { signAddendum } from "../../contracts/sign-addendum.ts";
import { signOffer } from "../../contracts/sign-contract.ts";
import { terminateContract } from "../../contracts/terminate-contract.ts";
import { paths } from "../../faces/paths.ts";
import { nothing } from "../../http/fields.ts";
import { idOf } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { contractPage } from "./contract.tsx";

const ofContract = z.strictObject({ id: idOf<ContractId>() });

/** The contract, with a signatory's actions: sign an offer or an addendum, and terminate (K1, K3, A3). */
export function portalContractRoutes(): readonly Route[] {
  return [contractPage.route, signRoute(), confirmRoute(), signAddendumRoute(), terminateRoute()];
}

function signRoute(): Route {
  return contractPage.deed({
    path: paths.portal.signContract(":id"),
    permission: "contract.sign",
    params: ofContract,
    form: "sign",
    input: nothing,
    act: async ({ work, actor: { organisationId }, params }) => signOffer(work, { organisationId, ...params }),
    said: ({ language }) => contractFormMessages(language).signed,
  });
}

function confirmRoute(): Route {
  return contractPage.deed({
    path: paths.portal.confirmContract(":id"),
    permission: "contract.confirm",
    params: ofContract,
    form: "confirm",
    input: nothing,
    act: async ({ work, actor: { organisationId }, params }) => confirmContract(work, { organisationId, ...params }),
    said: ({ language }) => recordingMessages(language).confirmed,
  });
}

function signAddendumRoute(): Route {
  return contractPage.deed({
    path: paths.portal.signAddendum(":id"),
    permission: "addendum.sign",
    params: z.strictObject({ id: idOf<AddendumId>() }),
    form: "sign-addendum",
    input: nothing,
    act: async ({ work, actor: { organisationId, personId: signedBy }, params }) =>
      signAddendum(work, { organisationId, signedBy, ...params }),
    said: ({ language }) => addendumFormMessages(language).signed,
  });
}

function terminateRoute(): Route {
  return contractPage.deed({
    path: paths.portal.terminateContract(":id"),
    permission: "contract.terminate",
    params: ofContract,
    form: "terminate",
    input: ending,
    act: async ({ work, actor: { organisationId }, params, input }) =>
      terminateContract(work, { organisationId, ...params, seenEnd: seenEndOf(input) }),
    said: ({ language }) => contractFormMessages(language).ended,
  });
}
