import type { Transaction } from "../db/connect.ts";
import { type Answer, download } from "../http/answer.ts";
import { invoiceMessages } from "./invoices.messages.ts";
import { type DocumentNeeds, invoiceDocument } from "./make-document.ts";
import type { Invoice } from "./read-invoices.ts";

/** An invoice's PDF, which is made now when its job has not run yet. Named in the language it is written in. */
export async function pdfAnswer(
  needs: DocumentNeeds,
  { summary, language }: Invoice,
  deskTx?: Transaction,
): Promise<Answer> {
  const body = await invoiceDocument(needs, { organisationId: summary.organisation_id, invoiceId: summary.id }, deskTx);
  return download({
    name: invoiceMessages(language).fileName(summary.number),
    mediaType: "application/pdf",
    inline: false,
    body,
  });
}
