import type { Access } from "./access.ts";
import type { Identity } from "./identity.ts";
import type { Body, Fields } from "./read-input.ts";

/** The hidden field of every form with its owner: the person and organisation it was made for. */
export const madeForField = "madeFor";

/**
 * The relation of a form's owner to the signed-in person: the same, another organisation, another person, or unknown.
 */
export type Fit = "fits" | "other-organisation" | "other-person" | "unsaid";

/**
 * The owner of forms and kept content, as one text for a person and organisation (R43). It is no secret and opens
 * nothing: it can only make the server refuse.
 */
export function ownerOf(identity: Identity | null): string {
  const organisation = identity?.actor?.kind === "contact" ? identity.actor.organisationId : "";
  return `${identity?.personId ?? ""}.${organisation}`;
}

/** The person and the organisation of an owner, empty where it names none. */
export function partsOf(owner: string): { readonly personId: string; readonly organisationId: string } {
  const [personId = "", organisationId = ""] = owner.split(".");
  return { personId, organisationId };
}

/** Whether a form of an owner may be carried out for the signed-in person, by the access of its route (R43). */
export function fitOf(madeFor: string | null, identity: Identity | null, { heeds }: Pick<Access<never>, "heeds">): Fit {
  if (heeds === "nobody") return "fits";
  if (madeFor === null) return "unsaid";
  const { personId } = partsOf(madeFor);
  if (heeds === "person")
    return personId === "" || identity === null || personId === identity.personId ? "fits" : "other-person";
  if (madeFor === ownerOf(identity)) return "fits";
  return personId === identity?.personId ? "other-organisation" : "other-person";
}

/** The owner a form names; null for none or more than one. */
export function madeForOf(fields: Fields): string | null {
  const [said, ...more] = fields[madeForField] ?? [];
  return said === undefined || more.length > 0 ? null : said;
}

/** The body without the owner's field, so that the route's schema stays its own. */
export function withoutMadeFor(body: Body): Body {
  const { [madeForField]: _, ...fields } = body.fields;
  return { ...body, fields };
}
