import type { View } from "../http/route.ts";
import type { Person } from "../ui/account-menu.tsx";
import { faceMessages } from "./faces.messages.ts";
import { paths } from "./paths.ts";

/** One mark per person and organisation, to tell apart what is kept in a browser for them. */
export function ownerOf({ identity }: View): string {
  const organisation = identity?.actor?.kind === "contact" ? identity.actor.organisationId : "";
  return `${identity?.personId ?? ""}.${organisation}`;
}

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
    links:
      identity.organisationCount > 1 ? [{ href: paths.chooseOrganisation, label: words.otherOrganisation }] : undefined,
  };
}
