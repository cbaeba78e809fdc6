import type { Transaction } from "../db/connect.ts";
import type { InvoiceProvider } from "../documents/invoice-document.ts";

/** Who the provider is: the sender of invoices. Null while nobody has entered it. */
export async function findProvider(tx: Transaction): Promise<InvoiceProvider | null> {
  const row = await tx.selectFrom("visible_provider").selectAll().executeTakeFirst();
  if (row === undefined) return null;
  return {
    name: row.name,
    addressLines: row.addressLines,
    chamberOfCommerce: row.chamberOfCommerce,
    vatNumber: row.vatNumber,
    iban: row.iban,
    mail: row.mailAddress,
    ...(row.bic !== null && { bic: row.bic }),
    ...(row.phone !== null && { phone: row.phone }),
  };
}
