import { z } from "zod";
import type { AddendumTerms } from "../../../core/contracts/addendum.ts";
import type { AddendumId } from "../../../core/values/ids.ts";
import { addendumFormMessages } from "../../contracts/addendum-forms.messages.ts";
import { offerAddendum, withdrawAddendum } from "../../contracts/offer-addendum.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { amountOfMoney, nothing, optionalLine, typedDuration } from "../../http/fields.ts";
import { idOf } from "../../http/params.ts";
import type { Route } from "../../http/route.ts";
import { ofOrganisation, organisationPage } from "./organisation.tsx";

/** A duration, or none at all. */
const minimum = optionalLine(30)
  .default("")
  .transform((text) => (text.trim() === "0" ? "" : text))
  .pipe(z.union([z.literal("").transform(() => 0), typedDuration]));

const offering = z.strictObject({
  visitHourlyRate: amountOfMoney,
  minimumVisitMinutes: minimum,
  travel: z.enum(["per-kilometre", "fixed"]),
  travelCents: amountOfMoney,
});

function termsOf({ travel, travelCents, ...terms }: z.output<typeof offering>): AddendumTerms {
  return {
    ...terms,
    travel:
      travel === "fixed"
        ? { kind: "fixed", centsPerVisit: travelCents }
        : { kind: "per-kilometre", centsPerKilometre: travelCents },
  };
}

/** Offering and withdrawing an addendum for work on site, for administrators (A3). */
export function addendumRoutes(): readonly Route[] {
  return [
    organisationPage.deed({
      path: paths.desk.offerAddendum(":id"),
      access: administrators,
      permission: "addendum.offer",
      params: ofOrganisation,
      form: "addendum",
      input: offering,
      idempotent: true,
      act: async ({ work, params: { id: organisationId }, input }) =>
        offerAddendum(work, { organisationId, terms: termsOf(input) }),
      said: ({ language }) => addendumFormMessages(language).offered,
    }),
    organisationPage.deed({
      path: paths.desk.withdrawAddendum(":id", ":addendum"),
      access: administrators,
      permission: "addendum.withdraw",
      params: ofOrganisation.extend({ addendum: idOf<AddendumId>() }),
      form: "button",
      input: nothing,
      act: async ({ work, params: { id: organisationId, addendum: id } }) =>
        withdrawAddendum(work, { organisationId, id }),
      said: ({ language }) => addendumFormMessages(language).withdrawn,
    }),
  ];
}
