import type { Actor, Contact, Staff } from "../../../core/access/actor.ts";
import type { Result } from "../../../core/values/result.ts";
import type { Work } from "../../events/work.ts";
import { type ArticleDeeds, articleDeeds } from "./deeds/articles.ts";
import {
  type AuthorisationDeedsOfContacts,
  authorisationDeedsOfContacts,
  type AuthorisationDeedsOfStaff,
  authorisationDeedsOfStaff,
} from "./deeds/authorisations.ts";
import type { CarryingOut, Place } from "./deeds/deed.ts";
import {
  type TicketDeedsOfAll,
  type TicketDeedsOfContacts,
  ticketDeedsOfContacts,
  type TicketDeedsOfStaff,
  ticketDeedsOfStaff,
} from "./deeds/tickets.ts";
import { type TimeDeeds, timeDeeds } from "./deeds/time.ts";

interface DeedsOfContacts extends TicketDeedsOfAll, TicketDeedsOfContacts, AuthorisationDeedsOfContacts {}
interface DeedsOfStaff
  extends TicketDeedsOfAll, TicketDeedsOfStaff, TimeDeeds, AuthorisationDeedsOfStaff, ArticleDeeds {}
interface Deeds extends DeedsOfContacts, DeedsOfStaff {}

type DeedOf<Kind extends keyof Deeds> = { [One in Kind]: { readonly kind: One } & Deeds[One] }[Kind];

/** One deed to a ticket, by one action of the product. */
export type TicketDeed = DeedOf<keyof Deeds>;

const ofContacts: CarryingOut<Contact, DeedsOfContacts> = { ...ticketDeedsOfContacts, ...authorisationDeedsOfContacts };
const ofStaff: CarryingOut<Staff, DeedsOfStaff> = {
  ...ticketDeedsOfStaff,
  ...timeDeeds,
  ...authorisationDeedsOfStaff,
  ...articleDeeds,
};

/** Carries out a contact's deed by the product's own action. */
export async function actAsContact(work: Work<Contact>, place: Place, deed: TicketDeed): Promise<Result<unknown>> {
  return carryOut(ofContacts, work, place, deed);
}

/** Carries out a deed of staff by the product's own action. */
export async function actAsStaff(work: Work<Staff>, place: Place, deed: TicketDeed): Promise<Result<unknown>> {
  return carryOut(ofStaff, work, place, deed);
}

async function carryOut<Who extends Actor, Kind extends keyof Deeds>(
  all: Partial<CarryingOut<Who, Deeds>>,
  work: Work<Who>,
  place: Place,
  deed: DeedOf<Kind>,
): Promise<Result<unknown>> {
  const carry = all[deed.kind];
  if (carry === undefined) throw new Error(`a ${work.actor.kind} does not ${deed.kind}`);
  return carry(work, place, deed);
}
