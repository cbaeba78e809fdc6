import { atOnce } from "../db/at-once.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import { isMonthOver } from "../../core/invoices/decide-issue.ts";
import { sumCents, type Cents } from "../../core/values/money.ts";
import type { Month } from "../../core/values/month.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Work } from "../events/work.ts";
import { type ProposedInvoice, proposeForEach } from "./propose.ts";
import { listOrganisationsToInvoice, listTimersOfEach, type TimerOf } from "./read-months.ts";

/** One organisation's proposal, with the notes for an administrator before issuing. */
export interface Preview {
  readonly organisation: { readonly id: OrganisationId; readonly name: string };
  readonly proposed: ProposedInvoice;
  readonly minutes: number;
  /** The people who are working right now. Their time is not in it. */
  readonly timers: readonly TimerOf[];
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
/** A page looks so many times for organisations with something to invoice. */
const mostLooks = 8;

/**
 * The future invoices of a month: a page of organisations with something to invoice, by name. Work of later months may
 * be all that is left of the first organisations, so it looks on until the page is full.
 */
export async function previewMonth(
  work: Work,
  month: Month,
  { after, size = pageSize }: { readonly after: OrganisationId | null; readonly size?: number },
): Promise<MonthPreview> {
  const found: Preview[] = [];
  let next = after;
  for (let looks = 0; found.length < size && looks < mostLooks; looks += 1) {
    const page = await listOrganisationsToInvoice(work.tx, month, { after: next, limit: size - found.length });
    const ids = page.organisations.map(({ id }) => id);
    const previewOf = await previewEach(work, ids, month);
    found.push(
      ...page.organisations.map((organisation) => ({ ...previewOf(organisation.id), organisation })).filter(hasLines),
    );
    next = page.next;
    if (next === null) break;
  }
  const previews = found.toSorted((a, b) => a.organisation.name.localeCompare(b.organisation.name, "nl"));
  const totalCents = sumCents(previews.map((preview) => preview.proposed.proposal.totals.totalCents));
  return { month, isOver: isMonthOver(month, localDateOf(work.now())), previews, totalCents, next };
}

function hasLines({ proposed }: Preview): boolean {
  return proposed.proposal.lines.length > 0;
}

/** The proposals of some organisations for a month, in as many statements as for one. */
export async function previewEach(
  work: Work,
  organisationIds: readonly OrganisationId[],
  month: Month,
): Promise<(organisationId: OrganisationId) => Omit<Preview, "organisation">> {
  const { proposedOf, timers } = await atOnce({
    proposedOf: proposeForEach(work, organisationIds, month),
    timers: listTimersOfEach(work.tx, organisationIds, month),
  });
  return (organisationId) => {
    const proposed = proposedOf(organisationId);
    const { lines } = proposed.proposal;
    return {
      proposed,
      minutes: lines.reduce((sum, line) => sum + line.minutes, 0),
      timers: timers.get(organisationId) ?? [],
      lateMonths: [...new Set(lines.map((line) => line.month))].filter((each) => each < month),
    };
  };
}
