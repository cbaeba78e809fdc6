import { afterwards, type Answer, download } from "../http/answer.ts";
import { invoiceMessages } from "./invoices.messages.ts";
import { type DocumentNeeds, invoiceDocument } from "./make-document.ts";
import type { Invoice } from "./read-invoices.ts";

/** An invoice's PDF, which is made now when its job has not run yet. Named in the language it is written in. */
export function pdfAnswer(needs: DocumentNeeds, { summary, language }: Invoice): Answer {
  return afterwards(async () =>
    download({
      name: invoiceMessages(language).fileName(summary.number),
      mediaType: "application/pdf",
      inline: false,
      body: await invoiceDocument(needs, { organisationId: summary.organisationId, invoiceId: summary.id }),
    }),
  );
}
