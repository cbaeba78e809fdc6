import type { Transaction } from "../db/connect.ts";
import type { InvoiceProvider } from "../documents/invoice-document.ts";

/** Who sends the invoices, or null when nobody has said so yet. */
export async function findProvider(tx: Transaction): Promise<InvoiceProvider | null> {
  const row = await tx.selectFrom("visible_provider").selectAll().executeTakeFirst();
  if (row === undefined) return null;
  return {
    name: row.name,
    addressLines: row.address_lines,
    chamberOfCommerce: row.chamber_of_commerce,
    vatNumber: row.vat_number,
    iban: row.iban,
    mail: row.mail_address,
  };
}

/** Says who sends the invoices; what was issued keeps what it said. */
export async function saveProvider(tx: Transaction, provider: InvoiceProvider): Promise<void> {
  const values = {
    name: provider.name,
    address_lines: [...provider.addressLines],
    chamber_of_commerce: provider.chamberOfCommerce,
    vat_number: provider.vatNumber,
    iban: provider.iban,
    mail_address: provider.mail,
  };
  await tx
    .insertInto("provider_profile")
    .values({ id: true, ...values })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
    .execute();
}
