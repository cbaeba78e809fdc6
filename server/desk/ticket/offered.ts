import type { FormName } from "./form-names.ts";
import type { TicketData } from "./ticket-data.ts";

/**
 * Whether a ticket's page offers a form as things stand. What a colleague or the customer did meanwhile may have taken
 * it away from somebody who is typing in it; a refusal is then told on the page itself.
 */
export function isOffered(form: FormName, data: TicketData): boolean {
  const { ticket, authorisations, addendum, contract, corrections } = data;
  const isOpen = ticket.status === "open";
  switch (form) {
    case "note":
    case "time":
    case "void":
      return true;
    case "step":
      return false;
    case "reply":
    case "waiting":
    case "merge":
    case "resolve":
      return isOpen;
    case "ask":
      return isOpen && contract !== null && !authorisations.some(({ state }) => state === "requested");
    case "deliver":
      return authorisations.some(({ state, fixedPriceCents }) => state === "approved" && fixedPriceCents !== null);
    case "outside":
      return isOpen && ticket.outside_hours_agreed_at === null && data.seats.length > 0;
    case "visit":
      return addendum !== null;
    case "expense":
      return addendum !== null && contract !== null;
    case "void-on-site":
      return addendum !== null || data.visits.length > 0 || data.expenses.length > 0;
    case "correct":
      return data.correctable.length > 0 && data.terms !== null;
    case "withdraw-correction":
      return corrections.length > 0;
    case "waive":
      return ticket.start_fee_minutes > 0 && ticket.start_fee_waived_at === null;
  }
}
