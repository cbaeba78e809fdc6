import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { insertSending } from "./store-payments.ts";

/** Records the first time that an invoice was handed to the mail server (M3). A second sending changes nothing. */
export async function keepSending(
  work: Work,
  place: { readonly organisationId: OrganisationId; readonly invoiceId: InvoiceId },
): Promise<void> {
  if (!(await insertSending(work.tx, place, work.now()))) return;
  await recordEvent(work, {
    kind: "invoice-sent",
    organisationId: place.organisationId,
    subject: place.invoiceId,
    payload: {},
  });
}
