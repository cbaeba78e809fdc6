import { afterwards, type Answer, download } from "../http/answer.ts";
import { invoiceMessages } from "./invoices.messages.ts";
import { type DocumentNeeds, invoiceDocument } from "./make-document.ts";
import type { Invoice } from "./read-invoices.ts";

/** An invoice's PDF. It is made now if its job has not run yet. Its name is in the invoice's language. */
export function pdfAnswer(needs: DocumentNeeds, { summary, language }: Invoice): Answer {
  return afterwards(async (left) =>
    download({
      name: invoiceMessages(language).fileName(summary.number),
      mediaType: "application/pdf",
      inline: false,
      body: await invoiceDocument(needs, { organisationId: summary.organisationId, invoiceId: summary.id }, left),
    }),
  );
}
