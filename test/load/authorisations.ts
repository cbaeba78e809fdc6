import { type Customer, day, type Loading, minute, textOfTime } from "./loading.ts";
import type { LoadedTicket } from "./tickets.ts";

/** What an authorisation changes. */
interface Authorised {
  /** Minutes above the terms' own, which a contact agreed to. */
  readonly addedMinutes: number;
  /** A delivered quote for one price. */
  readonly quote: { readonly id: string; readonly cents: bigint } | null;
}

const nothing: Authorised = { addedMinutes: 0, quote: null };

const settled = ["approved", "approved", "declined", "withdrawn", "delivered"] as const;

/** Adds an authorisation to a few tickets: an open one where the ticket waits for it, otherwise one of each end. */
export function addAuthorisation(loading: Loading, customer: Customer, ticket: LoadedTicket): Authorised {
  const { chance, rows } = loading;
  const waits = ticket.waitsFor === "authorisation";
  if (!waits && (ticket.closedAt === null || !chance.chance(0.04))) return nothing;
  const state = waits ? "requested" : chance.pick(settled);
  const isQuote = state === "delivered";
  const requestedAt = ticket.createdAt + minute;
  const id = chance.id<string>(requestedAt);
  const minutes = chance.between(2, 12) * 30;
  const cents = BigInt(minutes) * 200n;
  const isDecided = state !== "requested";
  const decidedBy = state === "withdrawn" || !isDecided ? null : customer.contacts[0];
  const validUntil = new Date(requestedAt + 30 * day).toISOString().slice(0, 10);
  const asked = { minutes, windows: ["office"], explanation: ticket.template.research };
  rows.add("authorisations", {
    organisationId: customer.id,
    id,
    ticketId: ticket.id,
    kind: isQuote ? "quote" : "work-order",
    ...asked,
    estimateCents: cents,
    fixedPriceCents: isQuote ? cents : null,
    validUntil: isQuote ? validUntil : null,
    state,
    requestedBy: ticket.consultant,
    requestedAt: textOfTime(requestedAt),
    decidedBy,
    decidedAt: isDecided ? textOfTime(requestedAt + minute) : null,
    declineReason: state === "declined" ? "Dit doen we zelf." : null,
    version: isDecided ? 2 : 1,
    termsYear: Number(ticket.slot.month.slice(0, 4)),
    deliveredOn: isQuote ? ticket.slot.date : null,
    deliveredBy: isQuote ? ticket.consultant : null,
    markup: "markdown",
  });
  tell(loading, customer, ticket, { id, state, minutes, cents, isQuote, at: requestedAt, validUntil });
  return { addedMinutes: state === "approved" ? minutes : 0, quote: isQuote ? { id, cents } : null };
}

interface Told {
  readonly id: string;
  readonly state: "requested" | (typeof settled)[number];
  readonly minutes: number;
  readonly cents: bigint;
  readonly isQuote: boolean;
  readonly at: number;
  readonly validUntil: string;
}

function tell({ chance }: Loading, { happenings, contacts }: Customer, ticket: LoadedTicket, told: Told): void {
  const { id: authorisationId, state, minutes, cents, isQuote } = told;
  const fixedPriceCents = isQuote ? cents : null;
  const by = (actor: "contact" | "consultant", at: number) => ({
    id: chance.id<string>(at),
    at,
    actor,
    subject: ticket.id,
    personId: actor === "contact" ? contacts[0] : ticket.consultant,
  });
  const windows = ["office"];
  const asked = { authorisationKind: isQuote ? "quote" : "work-order", minutes, estimateCents: cents, fixedPriceCents };
  const words = { windows, explanation: ticket.template.research, validUntil: isQuote ? told.validUntil : null };
  const requested = { authorisationId, ...asked, ...words };
  happenings.push({ ...by("consultant", told.at), kind: "authorisation-requested", payload: requested });
  const at = told.at + minute;
  if (state === "requested") return;
  if (state === "withdrawn") {
    const payload = { authorisationId, minutes, wasApproved: false };
    happenings.push({ ...by("consultant", at), kind: "authorisation-withdrawn", payload });
    return;
  }
  const reason = state === "declined" ? "Dit doen we zelf." : null;
  const payload = { authorisationId, minutes, fixedPriceCents, windows, reason, agreesOutsideHours: false };
  const kind = state === "declined" ? "authorisation-declined" : "authorisation-approved";
  happenings.push({ ...by("contact", at), kind, payload });
  if (!isQuote) return;
  const delivered = { authorisationId, fixedPriceCents: cents, deliveredOn: ticket.slot.date };
  happenings.push({ ...by("consultant", at), kind: "authorisation-delivered", payload: delivered });
}
