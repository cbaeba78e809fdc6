import { always } from "../values/result.ts";

/**
 * The deeds to an organisation, by their names in the table of roles. Its state prevents none of them; what exactly can
 * be offered, and whether a ticket can be created now, follows from its contracts. Source: contract P2, K1, A3, CE5.
 */
export const organisationDeeds = {
  "organisation.read": always,
  "organisation.add": always,
  "organisation.change": always,
  "organisation.archive": always,
  "organisation.restore": always,
  "ticket.create": always,
  "organisation.set-vat": always,
  "seat.assign": always,
  "signatory.appoint": always,
  "signatory.withdraw": always,
  "contract.offer": always,
  "contract.record": always,
  "contract.confirm": always,
  "addendum.offer": always,
} as const;
