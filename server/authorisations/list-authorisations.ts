import type { AuthorisationKind, AuthorisationState } from "../../core/authorisations/authorisation.ts";
import type { Window } from "../../core/calendar/week.ts";
import type { AuthorisationId, PersonId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import { type Statements, compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { nameOf } from "../people/names.ts";
import type { TicketKey } from "../tickets/read-ticket.ts";

export interface Authorisation {
  readonly id: AuthorisationId;
  readonly kind: AuthorisationKind;
  readonly state: AuthorisationState;
  readonly minutes: number;
  readonly estimateCents: Cents;
  readonly windows: readonly Window[];
  readonly explanation: string;
  /** The rules for reading the explanation. */
  readonly markup: "as-typed" | "markdown";
  readonly validUntil: Temporal.PlainDate | null;
  readonly requestedByName: string | null;
  readonly requestedAt: Temporal.Instant;
  /** Null on the desk, which does not use the portal's view of people: it has the id. */
  readonly decidedByName: string | null;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly declineReason: string | null;
  /** One price for the work, whatever time it takes; null for work by the hour. (T3) */
  readonly fixedPriceCents: Cents | null;
  /** The year of the quote's prices. */
  readonly termsYear: number;
  readonly deliveredOn: Temporal.PlainDate | null;
  readonly version: number;
}

const mostOfTicket = 50;

/** A ticket's last fifty requests for authorisation, newest first. */
export async function listAuthorisations(tx: Transaction, ticket: TicketKey): Promise<readonly Authorisation[]> {
  return ofTicket(tx, ticket);
}

const ofTicket = compiled((from, ticket: TicketKey) =>
  selected(from)
    .where("authorisations.organisationId", "=", ticket.organisationId)
    .where("authorisations.ticketId", "=", ticket.id)
    .orderBy("authorisations.requestedAt", "desc")
    .limit(mostOfTicket),
);

function selected(from: Statements) {
  return from
    .selectFrom("authorisations")
    .select([
      "authorisations.id",
      "authorisations.kind",
      "authorisations.state",
      "authorisations.minutes",
      "authorisations.estimateCents",
      "authorisations.windows",
      "authorisations.explanation",
      "authorisations.markup",
      "authorisations.validUntil",
      nameOf("authorisations.requestedBy").as("requestedByName"),
      "authorisations.requestedAt",
      nameOf("authorisations.decidedBy").as("decidedByName"),
      "authorisations.decidedBy",
      "authorisations.decidedAt",
      "authorisations.declineReason",
      "authorisations.fixedPriceCents",
      "authorisations.termsYear",
      "authorisations.deliveredOn",
      "authorisations.version",
    ]);
}
