import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Staff } from "../../core/access/actor.ts";
import { type AuthorisationKind, priceAuthorisation } from "../../core/authorisations/authorisation.ts";
import type { Window } from "../../core/calendar/week.ts";
import { decideWaiting } from "../../core/tickets/waiting.ts";
import type { AuthorisationId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { contractAt } from "../contracts/read-contracts.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import { attempt, type Work } from "../events/work.ts";
import { lockTicket } from "../tickets/lock-ticket.ts";
import { saveTicket } from "../tickets/save-ticket.ts";
import { stateOf, type TicketRow } from "../tickets/read-ticket.ts";
import { insertAuthorisation } from "./store.ts";

export interface AuthorisationRequest {
  readonly reference: string;
  /** Minutes beyond the ones authorised now. */
  readonly minutes: number;
  readonly windows: readonly Window[];
  readonly explanation: string;
  /** The last day to approve a quote; null for a work order. */
  readonly validUntil: Temporal.PlainDate | null;
  /** One price for all the work, in cents excluding VAT; `windows` then make no difference. */
  readonly fixedPriceCents?: Cents | null;
}

export interface RequestedAuthorisation {
  readonly id: AuthorisationId;
  readonly kind: AuthorisationKind;
}

/**
 * Asks the customer to authorise more minutes, with their highest cost, or work at one price (T3). The ticket then
 * waits for the decision. Refuses `not-found`, `not-allowed`, `ticket-closed`, `no-contract`, `invalid-input`, and
 * `authorisation-open` while another request is undecided.
 */
export async function requestAuthorisation(
  work: Work<Staff>,
  asked: AuthorisationRequest,
): Promise<Result<RequestedAuthorisation>> {
  const locked = await lockTicket(work, asked.reference, "authorisation.request");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  return attempt(
    work,
    async () => insertRequest(work, ticket, asked),
    (error) => (violatedConstraint(error) === "one_open_authorisation" ? refuse({ code: "authorisation-open" }) : null),
  );
}

async function insertRequest(
  work: Work<Staff>,
  ticket: TicketRow,
  asked: AuthorisationRequest,
): Promise<Result<RequestedAuthorisation>> {
  const now = work.now();
  const contract = await contractAt(work.tx, ticket.organisationId, now);
  if (!contract.ok) return contract;
  const priced = priceAuthorisation(asked, {
    terms: contract.value.terms,
    isAdditional: ticket.isAdditional,
    today: localDateOf(now),
  });
  if (!priced.ok) return priced;
  const id = newId<AuthorisationId>();
  const { kind, estimateCents, fixedPriceCents, windows, validUntil } = priced.value;
  const { minutes, explanation } = asked;
  await insertAuthorisation(work.tx, ticket, {
    id,
    ...priced.value,
    minutes,
    explanation,
    requestedBy: work.actor.personId,
    requestedAt: now,
  });
  const turn = decideWaiting(stateOf(ticket), { waitsFor: "authorisation" }, now);
  if (!turn.ok) return turn;
  await saveTicket(work.tx, ticket, {
    waitsFor: turn.value.waitsFor,
    waitingSince: turn.value.waitingSince,
    lastActivityAt: now,
  });
  const payload = {
    authorisationId: id,
    authorisationKind: kind,
    minutes,
    estimateCents,
    fixedPriceCents,
    windows,
    explanation,
    validUntil: validUntil?.toString() ?? null,
  };
  await recordEvent(work, {
    kind: "authorisation-requested",
    organisationId: ticket.organisationId,
    subject: ticket.id,
    payload,
  });
  return accept({ id, kind });
}
