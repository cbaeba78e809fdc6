import { atOnce } from "../db/at-once.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import { isMonthOver } from "../../core/invoices/decide-issue.ts";
import { sumCents, type Cents } from "../../core/values/money.ts";
import type { Month } from "../../core/values/month.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Work } from "../events/work.ts";
import { type ProposedInvoice, proposeForOrganisation } from "./propose.ts";
import { listOrganisationsToInvoice, listTimersOf } from "./read-months.ts";

/** One organisation's proposal, with the notes for an administrator before issuing. */
export interface Preview {
  readonly organisation: { readonly id: OrganisationId; readonly name: string };
  readonly proposed: ProposedInvoice;
  readonly minutes: number;
  /** The people who are working right now. Their time is not in it. */
  readonly timers: readonly { readonly reference: string; readonly name: string }[];
  /** Earlier invoiced months for which work was recorded later (M2). */
  readonly lateMonths: readonly Month[];
}

export interface MonthPreview {
  readonly month: Month;
  readonly isOver: boolean;
  readonly previews: readonly Preview[];
  readonly totalCents: Cents;
  readonly next: OrganisationId | null;
}

/** The number of proposals on a page, and in one request to issue. */
const pageSize = 50;

/** The future invoices of a month: a page of organisations with something to invoice, by name. */
export async function previewMonth(work: Work, month: Month, after: OrganisationId | null): Promise<MonthPreview> {
  const { organisations, next } = await listOrganisationsToInvoice(work.tx, month, { after, limit: pageSize });
  const previews: Preview[] = [];
  for (const organisation of organisations) {
    const preview = await previewOrganisation(work, organisation.id, month);
    if (preview.proposed.proposal.lines.length > 0) previews.push({ ...preview, organisation });
  }
  previews.sort((a, b) => a.organisation.name.localeCompare(b.organisation.name, "nl"));
  const totalCents = sumCents(previews.map((preview) => preview.proposed.proposal.totals.totalCents));
  return { month, isOver: isMonthOver(month, localDateOf(work.now())), previews, totalCents, next };
}

/** One organisation's proposal of a month. */
export async function previewOrganisation(
  work: Work,
  organisationId: OrganisationId,
  month: Month,
): Promise<Omit<Preview, "organisation">> {
  const { proposed, timers } = await atOnce({
    proposed: proposeForOrganisation(work, { organisationId, month }),
    timers: listTimersOf(work.tx, organisationId, month),
  });
  const { lines } = proposed.proposal;
  return {
    proposed,
    minutes: lines.reduce((sum, line) => sum + line.minutes, 0),
    timers,
    lateMonths: [...new Set(lines.map((line) => line.month))].filter((each) => each < month),
  };
}
