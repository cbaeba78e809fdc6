import { inTransaction } from "./db/transaction.ts";
import { keepSending } from "./invoices/keep-sending.ts";
import { invoiceDocument, makeInvoiceDocumentTask } from "./invoices/make-document.ts";
import { cleanUp } from "./jobs/clean-up.ts";
import type { TaskList } from "./jobs/start-jobs.ts";
import { reactToEvent } from "./notifications/react-to-event.ts";
import type { Services } from "./services.ts";
import { sendSignInCode } from "./sign-in/send-code.ts";
import { endTickets } from "./tickets/end-with-contract.ts";

const system = { kind: "system" } as const;

/** What each job does, by the name it is enqueued under. */
export function allTasks(services: Services): TaskList {
  return {
    "clean-up": async () => cleanUp(services),
    "end-tickets": async () => endTickets(services),
    "make-invoice-document": makeInvoiceDocumentTask(services),
    "react-to-event": async (payload) =>
      reactToEvent(
        services,
        {
          invoicePdf: async (place) => invoiceDocument(services, place),
          invoiceSent: async (place) =>
            inTransaction(services.databases, system, async (tx) =>
              keepSending({ tx, actor: system, now: services.now, reacts: false }, place),
            ),
        },
        payload,
      ),
    "send-sign-in-code": async (payload) => sendSignInCode(services, payload),
  };
}
