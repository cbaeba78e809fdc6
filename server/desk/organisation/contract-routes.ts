import { z } from "zod";
import type { ContractId, PersonId } from "../../../core/values/ids.ts";
import { contractFormMessages } from "../../contracts/contract-forms.messages.ts";
import { ending, seenEndOf } from "../../contracts/end-form.tsx";
import { offerContract, withdrawOffer } from "../../contracts/offer-contract.ts";
import { recordContract } from "../../contracts/record-contract.ts";
import { recordingMessages } from "../../contracts/recording.messages.ts";
import { terminateContract } from "../../contracts/terminate-contract.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { nothing, plainDate, wholeNumber } from "../../http/fields.ts";
import { idOf } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { ofOrganisation, organisationPage } from "./organisation.tsx";

const ofContract = ofOrganisation.extend({ contract: idOf<ContractId>() });

/** An administrator's actions on an organisation's contracts (K1, K3). */
export function contractRoutes(): readonly Route[] {
  return [
    organisationPage.deed({
      path: paths.desk.offerContract(":id"),
      access: administrators,
      permission: "contract.offer",
      params: ofOrganisation,
      form: "button",
      input: z.strictObject({ termsYear: wholeNumber(2000, 2099) }),
      act: async ({ work, params: { id: organisationId }, input }) => offerContract(work, { organisationId, ...input }),
      said: ({ language }) => contractFormMessages(language).offered,
    }),
    organisationPage.deed({
      path: paths.desk.recordContract(":id"),
      access: administrators,
      permission: "contract.record",
      params: ofOrganisation,
      form: "record",
      idempotent: true,
      input: z.strictObject({ termsYear: wholeNumber(2000, 2099), signedOn: plainDate, signedBy: idOf<PersonId>() }),
      act: async ({ work, params: { id: organisationId }, input }) =>
        recordContract(work, { organisationId, ...input }),
      said: ({ language }) => recordingMessages(language).recorded,
    }),
    organisationPage.deed({
      path: paths.desk.withdrawOffer(":id", ":contract"),
      access: administrators,
      permission: "contract.withdraw",
      params: ofContract,
      form: "button",
      input: nothing,
      act: async ({ work, params: { id: organisationId, contract: id } }) =>
        withdrawOffer(work, { organisationId, id }),
      said: ({ language }) => contractFormMessages(language).offerWithdrawn,
    }),
    organisationPage.deed({
      path: paths.desk.terminateContract(":id", ":contract"),
      access: administrators,
      permission: "contract.terminate",
      params: ofContract,
      form: "button",
      input: ending,
      act: async ({ work, params: { id: organisationId, contract: id }, input }) =>
        terminateContract(work, { organisationId, id, seenEnd: seenEndOf(input) }),
      said: ({ language }) => contractFormMessages(language).ended,
    }),
  ];
}
