import { z } from "zod";
import type { AddendumId, OrganisationId } from "../../core/values/ids.ts";
import { addendumTermsSchema } from "../contracts/addendum-schema.ts";
import { offerAddendum, withdrawAddendum } from "../contracts/offer-addendum.ts";
import { paths } from "../faces/paths.ts";
import { vatPosition } from "../faces/vat-input.ts";
import { administrators } from "../http/access.ts";
import { done, made } from "../http/answer-fields.ts";
import { endpoint } from "../http/endpoint.ts";
import { nothing, seenVersion } from "../http/fields.ts";
import { idOf } from "../http/params.ts";
import type { Route } from "../http/route.ts";
import { setVatPosition } from "../organisations/set-vat-position.ts";

const ofOrganisation = z.strictObject({ id: idOf<OrganisationId>() });

/**
 * An administrator's agreements with a customer, as JSON: the addendum for work on site (A3) and the VAT position
 * (CE5).
 */
export function organisationApiRoutes(): readonly Route[] {
  return [
    endpoint({
      method: "POST",
      path: paths.api.offerAddendum(":id"),
      access: administrators,
      permission: "addendum.offer",
      params: ofOrganisation,
      input: addendumTermsSchema,
      output: made,
      status: 201,
      idempotent: true,
      answer: async ({ work, params: { id: organisationId }, input: terms }) =>
        offerAddendum(work, { organisationId, terms }),
    }),
    endpoint({
      method: "POST",
      path: paths.api.withdrawAddendum(":id", ":addendum"),
      access: administrators,
      permission: "addendum.withdraw",
      params: ofOrganisation.extend({ addendum: idOf<AddendumId>() }),
      input: nothing,
      output: done,
      answer: async ({ work, params: { id: organisationId, addendum: id } }) =>
        withdrawAddendum(work, { organisationId, id }),
    }),
    endpoint({
      method: "POST",
      path: paths.api.setVat(":id"),
      access: administrators,
      permission: "organisation.set-vat",
      params: ofOrganisation,
      input: vatPosition.extend({ version: seenVersion }),
      output: done,
      answer: async ({ work, params: { id: organisationId }, input }) =>
        setVatPosition(work, { organisationId, ...input }),
    }),
  ];
}
