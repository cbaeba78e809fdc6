/** Ids are UUIDv7. The brand keeps a ticket's id out of the place of a person's. */
type Id<Noun extends string> = string & { readonly __id: Noun };

export type OrganisationId = Id<"organisation">;
export type PersonId = Id<"person">;
export type ContractId = Id<"contract">;
export type AddendumId = Id<"addendum">;
export type TicketId = Id<"ticket">;
export type MessageId = Id<"message">;
export type AttachmentId = Id<"attachment">;
export type TimeEntryId = Id<"time-entry">;
export type VisitId = Id<"visit">;
export type ExpenseId = Id<"expense">;
export type AuthorisationId = Id<"authorisation">;
export type CorrectionId = Id<"correction">;
export type InvoiceId = Id<"invoice">;
