import type { Staff } from "../../core/access/actor.ts";
import { requireAbility } from "../../core/access/abilities.ts";
import { mailingDeeds } from "../../core/invoices/invoice-deeds.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import { enqueueJob } from "../queue/enqueue-job.ts";
import type { Work } from "../events/work.ts";
import { listInvoiceMails } from "../notifications/list-mails.ts";
import { findIssueEvent } from "./read-issued.ts";
import { findListedInvoice } from "./read-invoices.ts";

/**
 * Mails an invoice without any mail, for example one whose job an earlier version gave up. Refuses `not-found`,
 * `not-allowed`, and `mail-under-way` when it was sent or has mails.
 */
export async function mailInvoice(work: Work<Staff>, number: string): Promise<Result<null>> {
  const invoice = await findListedInvoice(work.tx, number);
  if (invoice === null) return refuse({ code: "not-found" });
  const { organisationId, id } = invoice;
  const mails = (await listInvoiceMails(work.tx, { organisationId, invoiceId: id })).length;
  const able = requireAbility(mailingDeeds, { actor: work.actor, deed: "invoice.mail", thing: { ...invoice, mails } });
  if (!able.ok) return able;
  const eventId = await findIssueEvent(work.tx, { organisationId, invoiceId: id });
  if (eventId === undefined) return refuse({ code: "not-found" });
  await enqueueJob(work, "react-to-event", { organisationId, eventId });
  await recordEvent(work, {
    kind: "mail-tried-again",
    organisationId,
    subject: id,
    payload: { number, mails: [] },
  });
  return accept(null);
}
