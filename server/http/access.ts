import type { Actor, Contact, Staff, System } from "../../core/access/actor.ts";
import type { Identity } from "./identity.ts";

/** Who a route is for. Every route names one; there is no default. */
export interface Access<Who extends Actor> {
  readonly name: "anyone" | "contacts" | "staff" | "administrators";
  /** The actor it runs as, or null when this identity may not. */
  readonly admit: (identity: Identity | null) => Who | null;
  /** What of whom a form was made for must still hold when it is sent (R43). */
  readonly heeds: "person-and-organisation" | "person" | "nobody";
}

/** Before or outside sign-in: the product itself acts. Who is signed in, if anybody, is in the view. */
export const anyone: Access<System> = {
  name: "anyone",
  admit: () => ({ kind: "system" }),
  heeds: "person",
};

/** To say who one is: whoever was signed in when the form was made, the answer is about who sends it. */
export const newcomers: Access<System> = { ...anyone, heeds: "nobody" };

export const contacts: Access<Contact> = {
  name: "contacts",
  admit: (identity) => (identity?.actor?.kind === "contact" ? identity.actor : null),
  heeds: "person-and-organisation",
};

export const staff: Access<Staff> = {
  name: "staff",
  admit: (identity) =>
    identity?.actor?.kind === "consultant" || identity?.actor?.kind === "administrator" ? identity.actor : null,
  heeds: "person-and-organisation",
};

export const administrators: Access<Staff> = {
  name: "administrators",
  admit: (identity) => (identity?.actor?.kind === "administrator" ? identity.actor : null),
  heeds: "person-and-organisation",
};
