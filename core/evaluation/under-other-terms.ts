import { hourlyRateFor } from "../contracts/hourly-rate.ts";
import type { ChargedAuthorisation, ChargedTicket } from "../charges/charged-work.ts";
import type { OrganisationWork } from "../charges/charge-work.ts";
import type { ChargeRules } from "../charges/rules.ts";
import { isAdditional } from "../tickets/month-counter.ts";
import { forgivenUnder } from "./keep-forgiven.ts";
import { isCreatedInAsked, type TermsChange } from "./terms-change.ts";

/**
 * The same work as if other terms had held in the months asked for. A ticket created in them has the other start fee,
 * and the other number of tickets decides whether it is additional. Agreements stay as they were: the prices of quotes
 * and of an addendum, a waived start fee, corrections and forgiven amounts. Source: contract K5, T1, T3, T4, A3,
 * "Charges, exactly" 7.
 */
export function workUnderOtherTerms(work: OrganisationWork, change: TermsChange): OrganisationWork {
  const original = new Map(work.tickets.map((ticket) => [ticket.id, ticket]));
  const tried = {
    ...work,
    tickets: work.tickets.map((ticket) => ticketUnder(ticket, change)),
    authorisations: work.authorisations.map((one) => holdPrices(one, original.get(one.ticketId), change)),
  };
  const { forgiven, corrections } = forgivenUnder(work, tried, change);
  return { ...tried, forgiven, corrections: [...work.corrections, ...corrections] };
}

function ticketUnder(ticket: ChargedTicket, change: TermsChange): ChargedTicket {
  if (!isCreatedInAsked(ticket, change)) return ticket;
  const { terms } = change.to;
  return {
    ...ticket,
    startFeeMinutes: terms.startFeeMinutes,
    isAdditional: isAdditional(ticket.numberInMonth, terms),
  };
}

/**
 * A quote keeps the hourly prices of its approval. A quote that names none keeps those of its months before the change.
 */
function holdPrices(
  authorisation: ChargedAuthorisation,
  ticket: ChargedTicket | undefined,
  { from }: TermsChange,
): ChargedAuthorisation {
  if (ticket === undefined || authorisation.validUntil === null) return authorisation;
  return { ...authorisation, heldRules: settledRules(authorisation.heldRules ?? from, ticket.isAdditional) };
}

/** Rules with rates that no longer ask whether a ticket is additional: the approval of the quote settled that. */
function settledRules({ terms, calendar }: ChargeRules, wasAdditional: boolean): ChargeRules {
  const windows = terms.windows.map((window) => ({
    ...window,
    hourlyRate: hourlyRateFor(window.id, wasAdditional, terms),
  }));
  return { calendar, terms: { ...terms, windows, additionalTicketRule: "at-least", additionalTicketRate: 0n } };
}
