import type { Refusal } from "../../core/values/refusal.ts";
import type { Result } from "../../core/values/result.ts";
import { refuseTelling } from "../events/check-version.ts";
import type { Work } from "../events/work.ts";
import { subjectOf, type TicketRow } from "../tickets/read-ticket.ts";

/** A refusal about a request, with the person who settled it if that is the reason. */
export async function refuseSettled(
  work: Work,
  refusal: Refusal,
  { ticket, id }: { readonly ticket: TicketRow; readonly id: string },
): Promise<Result<never>> {
  return refuseTelling(work, refusal, {
    ...subjectOf(ticket),
    kinds: ["authorisation-approved", "authorisation-declined", "authorisation-withdrawn", "authorisation-delivered"],
    about: { authorisationId: id },
  });
}
