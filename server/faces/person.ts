import type { View } from "../http/route.ts";
import type { Person } from "../ui/account-menu.tsx";
import type { Place } from "../ui/navigation.tsx";
import { faceMessages } from "./faces.messages.ts";
import { paths } from "./paths.ts";

/** The signed-in person as the account menu shows them. */
export function personOf(view: View): Person {
  const words = faceMessages(view.language);
  const { identity } = view;
  if (identity === null) throw new Error("a page behind sign-in is shown to nobody");
  const { actor } = identity;
  const role =
    actor === null ? "" : words.roles[actor.kind === "contact" && actor.seat === null ? "signatory" : actor.kind];
  return {
    name: identity.personName,
    roleLine: identity.organisationName === null ? role : `${role}, ${identity.organisationName}`,
    links: [
      { href: paths.account, label: words.account },
      ...(identity.organisationCount > 1 ? [{ href: paths.chooseOrganisation, label: words.otherOrganisation }] : []),
      ...(actor?.kind === "administrator"
        ? [
            { href: paths.desk.staff, label: words.staff },
            { href: paths.desk.provider, label: words.provider },
            { href: paths.desk.publishedTerms, label: words.terms },
            { href: paths.desk.refusedAccesses, label: words.refusedAccess },
          ]
        : []),
    ],
  };
}

/** The organisation that a contact acts for, for the bar of the portal's pages. */
export function placeOf({ identity, language }: View): Place | undefined {
  if (identity === null || identity.organisationName === null) return undefined;
  const isOneOfSeveral = identity.organisationCount > 1;
  return {
    name: identity.organisationName,
    change: isOneOfSeveral ? { href: paths.chooseOrganisation, label: faceMessages(language).changePlace } : undefined,
  };
}
