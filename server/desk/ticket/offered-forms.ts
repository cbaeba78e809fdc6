import type { FormName } from "./form-names.ts";
import type { TicketData } from "./ticket-data.ts";

/**
 * Whether a ticket's page offers a form now: its reader may do the deed, and the ticket has the thing for it. A
 * colleague or the customer may have taken it away while somebody was typing; the page then shows the refusal itself.
 */
export function isOffered(form: FormName, data: TicketData): boolean {
  const { abilities, ticket, authorisations, addendum, contract, corrections } = data;
  switch (form) {
    case "note":
      return abilities.has("ticket.note");
    case "time":
    case "void":
      return abilities.has("time.log");
    case "step":
      return false;
    case "reply":
      return abilities.has("ticket.reply");
    case "waiting":
      return abilities.has("ticket.set-waiting");
    case "merge":
      return abilities.has("ticket.merge");
    case "resolve":
      return abilities.has("ticket.resolve");
    case "ask":
      return (
        abilities.has("authorisation.request") && contract !== null && !authorisations.some((one) => one.isUndecided)
      );
    case "deliver":
      return authorisations.some((one) => one.abilities.has("authorisation.deliver"));
    case "outside":
      return (
        abilities.has("ticket.note-outside-hours") && ticket.outsideHoursAgreedAt === null && data.seats.length > 0
      );
    case "visit":
      return abilities.has("time.log") && addendum !== null;
    case "expense":
      return abilities.has("time.log") && addendum !== null && contract !== null;
    case "void-on-site":
      return abilities.has("time.log") && (addendum !== null || data.visits.length > 0 || data.expenses.length > 0);
    case "correct":
      return abilities.has("price.correct") && data.correctable.length > 0 && data.terms !== null;
    case "withdraw-correction":
      return abilities.has("price.correct") && corrections.length > 0;
    case "waive":
      return abilities.has("start-fee.waive");
  }
}
