import { createHash } from "node:crypto";
import type { Staff } from "../../core/access/actor.ts";
import { type Credit, creditLines, type CreditMode } from "../../core/invoices/credit-invoice.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";
import { markUninvoiced } from "../tickets/mark-invoiced.ts";
import { keepInvoice } from "./keep-invoice.ts";
import { settleTickets } from "./propose.ts";
import { findProvider } from "../provider/read-provider.ts";
import { lockInvoice } from "./lock-invoice.ts";
import { findCreditable, type FoundCreditable, readCreditable } from "./read-creditable.ts";
import { ticketIdOf } from "./read-titles.ts";

export interface AskedCredit {
  readonly number: string;
  /** The positions of the lines, from 1; null for all lines without an earlier credit. */
  readonly positions: readonly number[] | null;
  readonly mode: CreditMode;
  /** The customer reads this. */
  readonly reason: string;
}

/** A credit as it would be made now. The fingerprint identifies exactly this one. */
export interface ProposedCredit extends Credit {
  readonly fingerprint: string;
}

/** The credit note of some lines, before it is made (CE7). Refuses as `creditInvoice` does. */
export async function proposeCredit(work: Work<Staff>, asked: AskedCredit): Promise<Result<ProposedCredit>> {
  const found = await findCreditable(work, asked.number);
  return found.ok ? creditOf(found.value, asked) : found;
}

/**
 * Credits lines of an issued invoice by a credit note, to be charged again or forgiven (CE7). The organisation is
 * locked, so that nothing else is issued or credited meanwhile. The forgiven amounts are kept with the credit note.
 * Refuses `not-found`, `not-allowed`, what `creditLines` refuses, `preview-outdated` when it changed since it was seen,
 * and `provider-unknown`.
 */
export async function creditInvoice(
  work: Work<Staff>,
  asked: AskedCredit & { readonly seenFingerprint: string | null },
): Promise<Result<{ readonly number: string }>> {
  const { tx } = work;
  const locked = await lockInvoice(work, asked.number, "invoice.credit");
  if (!locked.ok) return locked;
  const { invoice, organisation } = locked.value;
  const found = await readCreditable(tx, invoice);
  const { id, organisationId, month } = found;
  const credit = creditOf(found, asked);
  if (!credit.ok) return credit;
  const { lines, totals, forgiven, fingerprint } = credit.value;
  if (asked.seenFingerprint !== null && asked.seenFingerprint !== fingerprint)
    return refuse({ code: "preview-outdated" });
  const provider = await findProvider(tx);
  if (provider === null) return refuse({ code: "provider-unknown" });
  const { number, mode, reason, positions } = asked;
  const kept = await keepInvoice(work, {
    organisation,
    provider,
    month,
    proposal: { kind: "credit-note", lines, totals },
    corrects: number,
    credits: { id, number, mode, reason },
    forgiven,
    source: { credit: { positions } },
  });
  const ticketIds = [...new Set(lines.map(ticketIdOf))];
  await markUninvoiced(tx, organisationId, ticketIds);
  await settleTickets(work, organisationId, ticketIds);
  return accept({ number: kept.number });
}

function creditOf(
  { number, kind, lines, creditedBefore, invoiced }: FoundCreditable,
  { positions, mode, reason }: AskedCredit,
): Result<ProposedCredit> {
  const credit = creditLines({ invoice: { number, kind, lines }, positions, mode, reason, creditedBefore, invoiced });
  if (!credit.ok) return credit;
  return accept({ ...credit.value, fingerprint: fingerprintOf([number, mode, reason, credit.value]) });
}

function fingerprintOf(value: unknown): string {
  const canonical = JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? each.toString() : each));
  return createHash("sha256").update(canonical).digest("hex");
}
