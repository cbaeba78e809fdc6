import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

interface Place {
  organisationId: OrganisationId;
  invoiceId: InvoiceId;
}

/** The place of an invoice's PDF; undefined until it is made. */
export async function findDocument(tx: Transaction, { organisationId, invoiceId }: Place) {
  return tx
    .selectFrom("invoice_documents")
    .select(["storageKey", "sha256"])
    .where("organisationId", "=", organisationId)
    .where("invoiceId", "=", invoiceId)
    .executeTakeFirst();
}
