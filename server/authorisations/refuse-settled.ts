import type { Refusal } from "../../core/values/refusal.ts";
import type { Result } from "../../core/values/result.ts";
import { refuseTelling } from "../events/check-version.ts";
import type { Work } from "../events/work.ts";
import { subjectOf, type TicketRow } from "../tickets/ticket.ts";

/** A refusal of something to do with a request, with who settled it where that is why. */
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
