import { createHash } from "node:crypto";
import { noWork, type OrganisationWork } from "../../core/charges/charge-work.ts";
import type { Charge } from "../../core/charges/charge.ts";
import { type InvoicedLine, type InvoiceProposal, proposeInvoice } from "../../core/invoices/propose-invoice.ts";
import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import { chargeEach, chargeTickets, rulesOfTickets } from "../charges/charge-tickets.ts";
import { loadWorkOfEach } from "../charges/load-work.ts";
import {
  listUninvoicedTickets,
  lockUninvoicedTickets,
  organisationsOf,
  type TicketToCharge,
} from "../charges/list-tickets-to-charge.ts";
import { atOnce } from "../db/at-once.ts";
import type { Transaction } from "../db/connect.ts";
import type { Work } from "../events/work.ts";
import { markInvoiced } from "../tickets/mark-invoiced.ts";
import { readLinesOfEach } from "./read-issued-lines.ts";

export interface OrganisationMonth {
  readonly organisationId: OrganisationId;
  readonly month: Month;
}

/** An organisation's invoice, if it were issued now. */
export interface ProposedInvoice extends OrganisationMonth {
  readonly proposal: InvoiceProposal;
  /** Identifies exactly this proposal, so that the issued one is the one that was seen. */
  readonly fingerprint: string;
  readonly tickets: readonly TicketToCharge[];
  /** The work behind it. */
  readonly work: OrganisationWork;
  /** The tickets without anything left to invoice after this issue. */
  readonly settledTicketIds: readonly TicketId[];
}

/**
 * All charges up to a month's end minus all invoiced lines (M2, CE7). Preview and issue make the same call; the issue
 * `lock`s.
 */
export async function proposeForOrganisation(
  work: Work,
  { organisationId, month }: OrganisationMonth,
  options: { lock?: boolean } = {},
): Promise<ProposedInvoice> {
  const tickets =
    options.lock === true
      ? await lockUninvoicedTickets(work.tx, organisationId)
      : await listUninvoicedTickets(work.tx, [organisationId]);
  return (await proposalsFor(work, tickets, month))(organisationId);
}

/** The proposals of several organisations, in as many statements as for one. */
export async function proposeForEach(
  work: Work,
  organisationIds: readonly OrganisationId[],
  month: Month,
): Promise<(organisationId: OrganisationId) => ProposedInvoice> {
  return proposalsFor(work, await listUninvoicedTickets(work.tx, organisationIds), month);
}

async function proposalsFor({ tx }: Work, tickets: readonly TicketToCharge[], month: Month) {
  const { works, known, invoiced } = await atOnce({
    works: loadWorkOfEach(tx, tickets),
    known: rulesOfTickets(tx, tickets),
    invoiced: invoicedLinesOf(tx, tickets),
  });
  const charges = await chargeEach(tx, works, known);
  const ticketsOf = Map.groupBy(tickets, (ticket) => ticket.organisationId);
  return (organisationId: OrganisationId): ProposedInvoice =>
    proposalOf(
      { organisationId, month },
      {
        tickets: ticketsOf.get(organisationId) ?? [],
        work: works.get(organisationId) ?? noWork,
        charges: charges.get(organisationId) ?? [],
        invoiced: invoiced.get(organisationId) ?? [],
      },
    );
}

async function invoicedLinesOf(tx: Transaction, tickets: readonly TicketToCharge[]) {
  const ticketIds = tickets.map((ticket) => ticket.id);
  return readLinesOfEach(tx, organisationsOf(tickets), ticketIds);
}

interface Charged extends Omit<Settling, "proposal"> {
  readonly work: OrganisationWork;
}

function proposalOf(place: OrganisationMonth, { work, ...charged }: Charged): ProposedInvoice {
  const isDue = (line: { readonly month: Month }) => line.month <= place.month;
  const { charges, invoiced } = charged;
  const proposal = proposeInvoice({ charges: charges.filter(isDue), alreadyInvoiced: invoiced.filter(isDue) });
  return {
    ...place,
    proposal,
    fingerprint: fingerprintOf(place, proposal),
    tickets: charged.tickets,
    work,
    settledTicketIds: settled({ ...charged, proposal }),
  };
}

/** Marks the tickets without anything left to invoice (M2). They are locked. */
export async function settleTickets(
  { tx }: Work,
  organisationId: OrganisationId,
  ticketIds: readonly TicketId[],
): Promise<void> {
  const tickets = (await listUninvoicedTickets(tx, [organisationId])).filter(({ id }) => ticketIds.includes(id));
  const charges = await chargeTickets(tx, tickets);
  const invoiced = (await invoicedLinesOf(tx, tickets)).get(organisationId) ?? [];
  const nothing = proposeInvoice({ charges: [], alreadyInvoiced: [] });
  await markInvoiced(tx, organisationId, settled({ tickets, charges, invoiced, proposal: nothing }));
}

interface Settling {
  tickets: readonly TicketToCharge[];
  charges: readonly Charge[];
  invoiced: readonly InvoicedLine[];
  proposal: InvoiceProposal;
}

function settled({ tickets, charges, invoiced, proposal }: Settling): readonly TicketId[] {
  const left = new Set(
    proposeInvoice({ charges, alreadyInvoiced: [...invoiced, ...proposal.lines] }).lines.map((line) => line.ticketId),
  );
  return tickets.map((ticket) => ticket.id).filter((id) => !left.has(id));
}

function fingerprintOf(place: OrganisationMonth, proposal: InvoiceProposal): string {
  const canonical = JSON.stringify(
    [place.organisationId, place.month, proposal.kind, proposal.lines, proposal.totals],
    (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value),
  );
  return createHash("sha256").update(canonical).digest("hex");
}
