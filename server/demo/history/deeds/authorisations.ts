import type { Contact, Staff } from "../../../../core/access/actor.ts";
import type { Window } from "../../../../core/calendar/week.ts";
import { decideAuthorisation } from "../../../authorisations/decide-authorisation.ts";
import { listAuthorisations } from "../../../authorisations/list-authorisations.ts";
import { requestAuthorisation } from "../../../authorisations/request-authorisation.ts";
import { findTicket } from "../../../tickets/read-ticket.ts";
import { type CarryingOut, referenceOf } from "./deed.ts";

export interface AuthorisationDeedsOfContacts {
  "decide-authorisation": { readonly decision: "approve" | "decline"; readonly reason: string | null };
}

export interface AuthorisationDeedsOfStaff {
  "request-authorisation": {
    readonly minutes: number;
    readonly windows: readonly Window[];
    readonly explanation: string;
    readonly validUntil: Temporal.PlainDate | null;
  };
}

export const authorisationDeedsOfContacts: CarryingOut<Contact, AuthorisationDeedsOfContacts> = {
  "decide-authorisation": async (work, place, { decision, reason }) => {
    const reference = referenceOf(place);
    const ticket = await findTicket(work.tx, reference);
    const all = ticket === undefined ? [] : await listAuthorisations(work.tx, ticket);
    const open = all.find((one) => one.state === "requested");
    if (open === undefined) throw new Error(`nothing to decide on ${reference}`);
    return decideAuthorisation(work, { reference, id: open.id, version: open.version, decision, reason });
  },
};

export const authorisationDeedsOfStaff: CarryingOut<Staff, AuthorisationDeedsOfStaff> = {
  "request-authorisation": async (work, place, deed) =>
    requestAuthorisation(work, { reference: referenceOf(place), ...deed }),
};
