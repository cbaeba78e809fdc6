import type { TaskList } from "graphile-worker";
import { keepSending } from "./invoices/keep-sending.ts";
import { drawAndTell, invoiceDocument } from "./invoices/make-document.ts";
import { cleanUp } from "./jobs/clean-up.ts";
import type { MailPace } from "./mail/pace.ts";
import { createMailSending } from "./mail/send-mail.ts";
import { invoiceMails, noticeMails } from "./notifications/mail-kinds.ts";
import { reactToEvent } from "./notifications/react-to-event.ts";
import { taskListOf } from "./queue/task-list.ts";
import type { Services } from "./services.ts";
import { invitationMails } from "./sign-in/invitation-mail.ts";
import { sendSignInCode, signInMails } from "./sign-in/send-code.ts";
import { endTickets } from "./tickets/end-with-contract.ts";

/**
 * The work of each job, by the job's name, in the queues that run side by side. Drawing documents has one of its own,
 * because a month of invoices would keep everybody's sign-in codes waiting.
 */
export function allTasks(
  services: Services,
  pace?: MailPace,
): { readonly usual: TaskList; readonly drawing: TaskList } {
  const sending = createMailSending(
    services,
    {
      notice: noticeMails(services),
      invoice: invoiceMails(services, {
        invoicePdf: async (place) => invoiceDocument(services, place),
        invoiceSent: keepSending,
      }),
      "sign-in-code": signInMails(services),
      invitation: invitationMails(services),
    },
    pace,
  );
  const {
    "make-invoice-document": draw,
    "tell-of-invoice": tell,
    ...usual
  } = taskListOf({
    "clean-up": async () => cleanUp(services),
    "end-tickets": async () => endTickets(services),
    "make-invoice-document": async (invoice) => drawAndTell(services, invoice),
    "react-to-event": async (payload) => reactToEvent(services, payload),
    "send-mail": async ({ mailId, asked }) => sending.send(mailId, { isAsked: asked === "yes" }),
    "send-sign-in-code": async (payload) => sendSignInCode(services, sending, payload),
    "sweep-mails": async () => sending.sweep(),
    "tell-of-invoice": async (payload) => reactToEvent(services, payload),
  });
  return { usual, drawing: { "make-invoice-document": draw, "tell-of-invoice": tell } };
}
