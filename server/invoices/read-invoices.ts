import type { Language } from "../../core/values/language.ts";
import type { VatTotal } from "../../core/charges/totals.ts";
import type { CreditMode } from "../../core/invoices/credit-invoice.ts";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import { atOnce } from "../db/at-once.ts";
import type { Transaction } from "../db/connect.ts";
import type { ShownLine } from "./invoice-lines.tsx";
import { lineOfRow } from "./line-of-row.ts";
import { type CreditOfInvoice, listCredits } from "./read-credits.ts";
import { settlement } from "./read-settlement.ts";
import { readSnapshot } from "./read-snapshot.ts";

function listed(tx: Transaction) {
  return tx
    .selectFrom("invoices")
    .innerJoin("organisations", "organisations.organisationId", "invoices.organisationId")
    .select([
      "invoices.organisationId",
      "invoices.id",
      "number",
      "kind",
      "month",
      "issuedOn",
      "dueOn",
      "subtotalCents",
      "vatCents",
      "totalCents",
      "organisations.name as organisationName",
    ])
    .select(settlement);
}

export interface InvoiceFilter {
  readonly organisationId?: OrganisationId | undefined;
  readonly month?: Month | undefined;
  /** The id of the last invoice of the previous page. Ids grow with the numbers. */
  readonly after?: InvoiceId | undefined;
  readonly limit: number;
}

/** Invoices, newest first, as far as the transaction's role may see them. `next` is the key of the next page. */
export async function listInvoices(tx: Transaction, { organisationId, month, after, limit }: InvoiceFilter) {
  let query = listed(tx)
    .orderBy("invoices.id", "desc")
    .limit(limit + 1);
  if (organisationId !== undefined) query = query.where("invoices.organisationId", "=", organisationId);
  if (month !== undefined) query = query.where("invoices.month", "=", month);
  if (after !== undefined) query = query.where("invoices.id", "<", after);
  const rows = await query.execute();
  const invoices = rows.slice(0, limit);
  return { invoices, next: rows.length > limit ? (invoices.at(-1)?.id ?? null) : null };
}

export type ListedInvoice = Awaited<ReturnType<typeof listInvoices>>["invoices"][number];

export interface Invoice {
  readonly summary: ListedInvoice;
  readonly lines: readonly ShownLine[];
  readonly vat: readonly VatTotal[];
  /** The invoice that a credit note corrects. */
  readonly corrects: string | null;
  /** The mode and reason of a credit by a person (CE7). */
  readonly credit: { readonly mode: CreditMode; readonly reason: string } | null;
  readonly credits: readonly CreditOfInvoice[];
  /** The language of the invoice. */
  readonly language: Language;
}

/** Whether a text can be an invoice's number. The database would not even accept some texts. */
export function isInvoiceNumber(text: string): boolean {
  return /^\d{4}-\d{4,9}$/.test(text);
}

/** The facts of one invoice by its number, without its lines, if the transaction's role may see it. */
export async function findListedInvoice(tx: Transaction, number: string): Promise<ListedInvoice | null> {
  if (!isInvoiceNumber(number)) return null;
  return (await listed(tx).where("number", "=", number).executeTakeFirst()) ?? null;
}

/** One invoice by its number, if the transaction's role may see it. Names and titles are those of its issue. */
export async function findInvoice(tx: Transaction, number: string): Promise<Invoice | null> {
  if (!isInvoiceNumber(number)) return null;
  const row = await listed(tx)
    .select(["snapshot", "creditMode", "creditReason"])
    .where("number", "=", number)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { snapshot, creditMode: mode, creditReason: reason, ...known } = row;
  const { document } = readSnapshot(snapshot);
  const { rows, credits } = await atOnce({
    rows: tx
      .selectFrom("invoice_lines")
      .selectAll()
      .where("organisationId", "=", row.organisationId)
      .where("invoiceId", "=", row.id)
      .orderBy("position")
      .execute(),
    credits: listCredits(tx, row),
  });
  const lines = rows.map((line) => {
    const { reference = "", title = "" } = document.lines[line.position - 1] ?? {};
    return { ...lineOfRow(line, reference), title };
  });
  return {
    summary: { ...known, organisationName: document.customer.name },
    lines,
    vat: document.vat.map(({ category, percent, subtotalCents, vatCents }) => ({
      category,
      percent,
      subtotalCents: BigInt(subtotalCents),
      vatCents: BigInt(vatCents),
    })),
    corrects: document.corrects ?? null,
    credit: mode === null || reason === null ? null : { mode, reason },
    credits,
    language: document.language,
  };
}
