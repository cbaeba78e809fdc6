import { paths } from "../../faces/paths.ts";
import { vatPosition } from "../../faces/vat-input.ts";
import { administrators } from "../../http/access.ts";
import { version } from "../../http/fields.ts";
import type { Route } from "../../http/route.ts";
import { setVatPosition } from "../../organisations/set-vat-position.ts";
import { ofOrganisation, organisationPage } from "./organisation.tsx";
import { vatMessages } from "./vat.messages.ts";

/** Setting a customer's VAT position, for administrators (CE5). */
export function vatRoute(): Route {
  return organisationPage.deed({
    path: paths.desk.setVat(":id"),
    access: administrators,
    permission: "organisation.set-vat",
    params: ofOrganisation,
    form: "vat",
    input: vatPosition.extend({ version }),
    act: async ({ work, params: { id: organisationId }, input }) => setVatPosition(work, { organisationId, ...input }),
    said: ({ language }) => vatMessages(language).saved,
  });
}
