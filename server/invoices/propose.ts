import { atOnce } from "../db/at-once.ts";
import { createHash } from "node:crypto";
import type { OrganisationWork } from "../../core/charges/charge-work.ts";
import type { Charge } from "../../core/charges/charge.ts";
import { type InvoicedLine, type InvoiceProposal, proposeInvoice } from "../../core/invoices/propose-invoice.ts";
import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import { chargeLoaded, chargeTickets, rulesOfTickets } from "../charges/charge-tickets.ts";
import { loadWork } from "../charges/load-work.ts";
import {
  listUninvoicedTickets,
  lockUninvoicedTickets,
  type TicketToCharge,
} from "../charges/list-tickets-to-charge.ts";
import type { Work } from "../events/work.ts";
import { markInvoiced } from "../tickets/mark-invoiced.ts";
import { listInvoicedLines } from "./read-invoiced-lines.ts";

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
  const tickets = await (options.lock === true ? lockUninvoicedTickets : listUninvoicedTickets)(
    work.tx,
    organisationId,
  );
  const { toCharge, known, invoiced } = await atOnce({
    toCharge: loadWork(work.tx, tickets),
    known: rulesOfTickets(work.tx, tickets),
    invoiced: listInvoicedLines(
      work.tx,
      organisationId,
      tickets.map((ticket) => ticket.id),
    ),
  });
  const charges = await chargeLoaded(work.tx, toCharge, { known });
  const isDue = (line: { readonly month: Month }) => line.month <= month;
  const proposal = proposeInvoice({ charges: charges.filter(isDue), alreadyInvoiced: invoiced.filter(isDue) });
  return {
    organisationId,
    month,
    proposal,
    fingerprint: fingerprintOf({ organisationId, month }, proposal),
    tickets,
    work: toCharge,
    settledTicketIds: settled({ tickets, charges, invoiced, proposal }),
  };
}

/** Marks the tickets without anything left to invoice (M2). They are locked. */
export async function settleTickets(
  { tx }: Work,
  organisationId: OrganisationId,
  ticketIds: readonly TicketId[],
): Promise<void> {
  const tickets = (await listUninvoicedTickets(tx, organisationId)).filter(({ id }) => ticketIds.includes(id));
  const charges = await chargeTickets(tx, tickets);
  const invoiced = await listInvoicedLines(tx, organisationId, ticketIds);
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
