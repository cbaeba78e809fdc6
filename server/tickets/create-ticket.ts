import { requireAbility } from "../../core/access/abilities.ts";
import { organisationDeeds } from "../../core/organisations/organisation-deeds.ts";
import type { Contact } from "../../core/access/actor.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import { decideNewTicket } from "../../core/tickets/new-ticket.ts";
import type { AttachmentId, TicketId } from "../../core/values/ids.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { contractAt } from "../contracts/read-contracts.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { attachUploads } from "./store-attachments.ts";
import { takePlaceInMonth } from "./store-month-counter.ts";
import { insertTicket, nextReference } from "./store.ts";

export interface NewTicketInput {
  readonly title: string;
  readonly description: string;
  /** The customer saw the rates of an additional ticket and wants it (T5). */
  readonly isAdditionalConfirmed: boolean;
  /** The customer agrees to work on this ticket outside office hours, at those rates (M5). */
  readonly outsideHoursAgreed: boolean;
  readonly attachmentIds: readonly AttachmentId[];
}

export interface CreatedTicket {
  readonly id: TicketId;
  readonly reference: string;
  readonly numberInMonth: number;
  readonly isAdditional: boolean;
  /** The aim, as the customer reads it (B3). */
  readonly pickupAim: ContractTerms["pickupAim"];
}

/**
 * Creates a ticket for the contact's organisation (P2, T1, T4). Refuses `no-seat`, `no-contract`,
 * `additional-ticket-unconfirmed`.
 */
export async function createTicket(work: Work<Contact>, input: NewTicketInput): Promise<Result<CreatedTicket>> {
  const { organisationId, personId } = work.actor;
  const able = requireAbility(organisationDeeds, {
    actor: work.actor,
    deed: "ticket.create",
    thing: { organisationId },
  });
  if (!able.ok) return able;
  const place = await takePlaceInMonth(work, organisationId);
  const contract = await contractAt(work.tx, organisationId, place.createdAt);
  if (!contract.ok) return contract;
  const decided = decideNewTicket(
    { numberInMonth: place.numberInMonth, isConfirmed: input.isAdditionalConfirmed },
    contract.value.terms,
  );
  if (!decided.ok) return decided;
  const id = newId<TicketId>();
  const reference = await nextReference(work.tx, place.month);
  await insertTicket(work.tx, {
    id,
    reference,
    organisationId,
    createdBy: personId,
    place,
    terms: decided.value,
    ...input,
  });
  const attached = await attachUploads(work, {
    organisationId,
    ticketId: id,
    messageId: null,
    attachmentIds: input.attachmentIds,
  });
  if (!attached.ok) return attached;
  const { numberInMonth } = place;
  const { pickupAim } = contract.value.terms;
  const created = { id, reference, numberInMonth, isAdditional: decided.value.isAdditional, pickupAim };
  await recordEvent(work, {
    kind: "ticket-created",
    organisationId,
    subject: id,
    payload: { ...created, title: input.title, outsideHoursAgreed: input.outsideHoursAgreed },
  });
  return accept(created);
}
