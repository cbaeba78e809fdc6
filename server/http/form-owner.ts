import type { Access } from "./access.ts";
import type { Identity } from "./identity.ts";
import type { Body, Fields } from "./read-input.ts";

/** The hidden field of every form with its owner: the person and organisation it was made for. */
export const ownerField = "madeFor";

/**
 * The relation of a form's owner to the signed-in person: the same, another organisation, another person, or unknown.
 */
export type OwnerMatch = "same" | "other-organisation" | "other-person" | "unknown";

/**
 * The owner of forms and kept content, as one text for a person and organisation (R43). It is no secret and opens
 * nothing: it can only make the server refuse.
 */
export function formOwnerOf(identity: Identity | null): string {
  const organisation = identity?.actor?.kind === "contact" ? identity.actor.organisationId : "";
  return `${identity?.personId ?? ""}.${organisation}`;
}

/** The person and the organisation of an owner, empty where it names none. */
export function splitOwner(owner: string): { readonly personId: string; readonly organisationId: string } {
  const [personId = "", organisationId = ""] = owner.split(".");
  return { personId, organisationId };
}

/** Compares a form's owner with the signed-in person, as far as the access of its route asks for it (R43). */
export function matchOwner(
  owner: string | null,
  identity: Identity | null,
  { checksOwner }: Pick<Access<never>, "checksOwner">,
): OwnerMatch {
  if (checksOwner === "nobody") return "same";
  if (owner === null) return "unknown";
  const { personId } = splitOwner(owner);
  if (checksOwner === "person")
    return personId === "" || identity === null || personId === identity.personId ? "same" : "other-person";
  if (owner === formOwnerOf(identity)) return "same";
  return personId === identity?.personId ? "other-organisation" : "other-person";
}

/** The owner a form names; null for none or more than one. */
export function sentOwner(fields: Fields): string | null {
  const [owner, ...more] = fields[ownerField] ?? [];
  return owner === undefined || more.length > 0 ? null : owner;
}

/** The body without the owner's field, so that the route's schema stays its own. */
export function withoutOwner(body: Body): Body {
  const { [ownerField]: _, ...fields } = body.fields;
  return { ...body, fields };
}
