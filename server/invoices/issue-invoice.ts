import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { decideIssue } from "../../core/invoices/decide-issue.ts";
import { keepWork } from "../../core/invoices/kept-work.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { shareHolidays } from "../contracts/lock-holidays.ts";
import { atOnce } from "../db/at-once.ts";
import type { Work } from "../events/work.ts";
import { markInvoiced } from "../tickets/mark-invoiced.ts";
import { keepInvoice } from "./keep-invoice.ts";
import { type OrganisationMonth, proposeForOrganisation } from "./propose.ts";
import { findProvider } from "../provider/read-provider.ts";
import { findCorrectedNumber } from "./read-invoiced-lines.ts";
import { lockOrganisation } from "./store.ts";

export interface ToIssue extends OrganisationMonth {
  /** The fingerprint of the proposal that was seen. */
  readonly fingerprint: string;
}

/**
 * Issues an organisation's invoice of a month (M1, M2, R13). The organisation, its tickets and the holidays are locked,
 * so that nothing changes in between. Refuses `not-allowed`, `not-found`, `month-not-over`, `nothing-to-invoice`,
 * `preview-outdated`, `provider-unknown`.
 */
export async function issueInvoice(
  work: Work<Staff>,
  { organisationId, month, fingerprint }: ToIssue,
): Promise<Result<{ number: string }>> {
  if (!can(work.actor, "invoice.issue", { organisationId })) return refuse({ code: "not-allowed" });
  // Sent in this order, and each waits for its lock in the database.
  const { organisation, proposed, provider } = await atOnce({
    holidays: shareHolidays(work.tx),
    organisation: lockOrganisation(work.tx, organisationId),
    proposed: proposeForOrganisation(work, { organisationId, month }, { lock: true }),
    provider: findProvider(work.tx),
  });
  if (organisation === null) return refuse({ code: "not-found" });
  const { proposal } = proposed;
  const decided = decideIssue({
    month,
    today: localDateOf(work.now()),
    lineCount: proposal.lines.length,
    fingerprint: proposed.fingerprint,
    seenFingerprint: fingerprint,
  });
  if (!decided.ok) return decided;
  if (provider === null) return refuse({ code: "provider-unknown" });
  const takesBack = proposal.kind === "credit-note";
  await markInvoiced(work.tx, organisationId, proposed.settledTicketIds);
  const { number } = await keepInvoice(work, {
    organisation,
    provider,
    month,
    proposal,
    corrects: takesBack ? await findCorrectedNumber(work.tx, organisationId, proposal.lines) : null,
    credits: null,
    forgiven: [],
    source: { work: keepWork(proposed.work) },
  });
  return accept({ number });
}
