import type { Transaction } from "../db/connect.ts";
import type { InvoiceProvider } from "../documents/invoice-document.ts";

/** The sender of invoices, or null while nobody has entered it. */
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
  };
}

/** Sets the sender of invoices. Issued ones keep theirs. */
export async function saveProvider(tx: Transaction, provider: InvoiceProvider): Promise<void> {
  const values = {
    name: provider.name,
    addressLines: [...provider.addressLines],
    chamberOfCommerce: provider.chamberOfCommerce,
    vatNumber: provider.vatNumber,
    iban: provider.iban,
    mailAddress: provider.mail,
  };
  await tx
    .insertInto("provider_profile")
    .values({ id: true, ...values })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
    .execute();
}
