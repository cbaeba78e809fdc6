import type { Actor, Contact, Staff, System } from "../../core/access/actor.ts";
import type { Identity } from "./identity.ts";

/** The audience of a route. Every route names one; there is no default. */
export interface Access<Who extends Actor> {
  readonly name: "anyone" | "contacts" | "staff" | "administrators";
  /** The actor the route runs as; null when this identity may not use it. */
  readonly admit: (identity: Identity | null) => Who | null;
  /** The part of a form's owner that must still match when the form is sent (R43). */
  readonly checksOwner: "person-and-organisation" | "person" | "nobody";
}

/** Before or outside sign-in: the product itself acts. The view holds the signed-in person, if any. */
export const anyone: Access<System> = {
  name: "anyone",
  admit: () => ({ kind: "system" }),
  checksOwner: "person",
};

/** For signing in: the form works whoever was signed in when it was made. */
export const newcomers: Access<System> = { ...anyone, checksOwner: "nobody" };

export const contacts: Access<Contact> = {
  name: "contacts",
  admit: (identity) => (identity?.actor?.kind === "contact" ? identity.actor : null),
  checksOwner: "person-and-organisation",
};

export const staff: Access<Staff> = {
  name: "staff",
  admit: (identity) =>
    identity?.actor?.kind === "consultant" || identity?.actor?.kind === "administrator" ? identity.actor : null,
  checksOwner: "person-and-organisation",
};

export const administrators: Access<Staff> = {
  name: "administrators",
  admit: (identity) => (identity?.actor?.kind === "administrator" ? identity.actor : null),
  checksOwner: "person-and-organisation",
};
