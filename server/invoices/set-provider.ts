import type { Transaction } from "../db/connect.ts";
import type { InvoiceProvider } from "../documents/invoice-document.ts";
import { saveProvider } from "./store-provider.ts";

/** Sets the sender of invoices. Issued ones keep theirs. */
export async function setProvider(
  tx: Transaction,
  { mail, addressLines, ...provider }: InvoiceProvider,
): Promise<void> {
  await saveProvider(tx, {
    name: provider.name,
    addressLines: [...addressLines],
    chamberOfCommerce: provider.chamberOfCommerce,
    vatNumber: provider.vatNumber,
    iban: provider.iban,
    mailAddress: mail,
  });
}
