import type { TicketDeed } from "./act.ts";
import type { ContractStep } from "./deeds/contracts.ts";
import type { InvoiceStep } from "./deeds/invoices.ts";
import type { OrganisationStep, ProspectStep } from "./deeds/organisations.ts";

/** A dated step of the story. `by` is a mail address, `ticket` a key within the plan. */
export interface TicketStep {
  readonly kind: "ticket";
  readonly at: Temporal.Instant;
  readonly organisation: string;
  readonly ticket: string;
  readonly by: string;
  readonly deed: TicketDeed;
}

export type PlannedStep = TicketStep | OrganisationStep | ProspectStep | ContractStep | InvoiceStep;

/** All steps in order of time. */
export interface Plan {
  readonly steps: readonly PlannedStep[];
  /** From here on people get mail, so that the demo's mailbox is not empty. */
  readonly reactsFrom: Temporal.Instant;
}
