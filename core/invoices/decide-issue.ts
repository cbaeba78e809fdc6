import { firstDayAfter, type Month } from "../values/month.ts";
import { accept, refuse, type Result } from "../values/result.ts";

/** A request to issue: the month, today's local date, and whether the proposal is still the one that was seen. */
export interface IssueRequest {
  readonly month: Month;
  readonly today: Temporal.PlainDate;
  readonly lineCount: number;
  readonly fingerprint: string;
  readonly seenFingerprint: string;
}

/**
 * Whether a month lies wholly in the past on a local day. It is invoiced from the first of the next month on. Source:
 * contract M2.
 */
export function isMonthOver(month: Month, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(today, firstDayAfter(month)) >= 0;
}

/**
 * Whether a proposal may be issued. Refuses `month-not-over` before the first of the next month (M2),
 * `nothing-to-invoice` without lines (M1) and `preview-outdated` when the proposal changed since it was seen.
 */
export function decideIssue(request: IssueRequest): Result<null> {
  const { month } = request;
  if (!isMonthOver(month, request.today)) return refuse({ code: "month-not-over", month });
  if (request.lineCount === 0) return refuse({ code: "nothing-to-invoice", month });
  if (request.fingerprint !== request.seenFingerprint) return refuse({ code: "preview-outdated" });
  return accept(null);
}
