import { findBinding } from "../../contracts/known-contracts.ts";
import { atOnce } from "../../db/at-once.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { nothing } from "../../http/fields.ts";
import type { Route } from "../../http/route.ts";
import { archiveOrganisation, restoreOrganisation } from "../../organisations/archive-organisation.ts";
import { openReferencesOf } from "../../tickets/open-references.ts";
import { archiveMessages } from "./archive.messages.ts";
import { ofOrganisation, organisationPage } from "./organisation.tsx";

/** Archiving a customer and bringing it back, for administrators. */
export function archiveRoutes(): readonly Route[] {
  const common = { access: administrators, params: ofOrganisation, form: "button", input: nothing } as const;
  return [
    organisationPage.deed({
      ...common,
      path: paths.desk.archiveOrganisation(":id"),
      permission: "organisation.archive",
      act: async ({ work, params: { id } }) =>
        archiveOrganisation(work, id, async () => {
          const { binding, tickets } = await atOnce({
            binding: findBinding(work, id),
            tickets: openReferencesOf(work.tx, id),
          });
          return { ...binding, tickets };
        }),
      said: ({ language }) => archiveMessages(language).archivedNow,
    }),
    organisationPage.deed({
      ...common,
      path: paths.desk.restoreOrganisation(":id"),
      permission: "organisation.restore",
      act: async ({ work, params: { id } }) => restoreOrganisation(work, id),
      said: ({ language }) => archiveMessages(language).restored,
    }),
  ];
}
