import type { Access } from "./access.ts";
import type { Identity } from "./identity.ts";
import type { Body, Fields } from "./read-input.ts";

/** The hidden field in which every form carries whom it was made for. */
export const madeForField = "madeFor";

/**
 * How a form stands to who is signed in now: theirs, of the same person in another organisation, of another person, or
 * unsaid.
 */
export type Fit = "fits" | "other-organisation" | "other-person" | "unsaid";

/**
 * One mark per person and organisation, to tell apart what was made and what is kept for them (R43). It is no secret
 * and opens nothing: it only ever makes the server refuse.
 */
export function ownerOf(identity: Identity | null): string {
  const organisation = identity?.actor?.kind === "contact" ? identity.actor.organisationId : "";
  return `${identity?.personId ?? ""}.${organisation}`;
}

/** The person and the organisation of a mark, empty where it names none. */
export function partsOf(owner: string): { readonly personId: string; readonly organisationId: string } {
  const [personId = "", organisationId = ""] = owner.split(".");
  return { personId, organisationId };
}

/**
 * Whether a form that was made for an owner may be carried out for who is signed in, as the route's access heeds it
 * (R43).
 */
export function fitOf(madeFor: string | null, identity: Identity | null, { heeds }: Pick<Access<never>, "heeds">): Fit {
  if (heeds === "nobody") return "fits";
  if (madeFor === null) return "unsaid";
  const { personId } = partsOf(madeFor);
  if (heeds === "person")
    return personId === "" || identity === null || personId === identity.personId ? "fits" : "other-person";
  if (madeFor === ownerOf(identity)) return "fits";
  return personId === identity?.personId ? "other-organisation" : "other-person";
}

/** Whom a form says that it was made for; null when it says nothing, or more than one thing. */
export function madeForOf(fields: Fields): string | null {
  const [said, ...more] = fields[madeForField] ?? [];
  return said === undefined || more.length > 0 ? null : said;
}

/** The body without what every form carries, so that the route's schema stays its own. */
export function withoutMadeFor(body: Body): Body {
  const { [madeForField]: _, ...fields } = body.fields;
  return { ...body, fields };
}
