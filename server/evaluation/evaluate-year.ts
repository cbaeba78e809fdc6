import type { Contact, Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { chargeRules } from "../../core/charges/rules.ts";
import type { Replay } from "../../core/evaluation/replay.ts";
import { type YearReport, yearReport } from "../../core/evaluation/year-report.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { findTerms } from "../contracts/read-contracts.ts";
import type { Work } from "../events/work.ts";
import { findTicketTitles } from "../tickets/list-tickets.ts";
import { loadRulesOf, loadYear } from "./load-year.ts";
import { replayYear } from "./replay-year.ts";

/** A year's evaluation for a page. */
export interface YearEvaluation {
  readonly report: YearReport;
  /** The titles of the dearest tickets, by id. */
  readonly titles: ReadonlyMap<string, string>;
  /** The same year under the next year's terms, if published; only for people who may compare. */
  readonly next: { readonly year: number; readonly replay: Replay } | null;
}

/**
 * Evaluates an organisation's calendar year (K5). Refuses `not-allowed`. Only an administrator sees the effect of the
 * coming year's terms, because it comes before a proposal.
 */
export async function evaluateYear(
  { tx, actor, now }: Work<Contact | Staff>,
  { organisationId, year }: { readonly organisationId: OrganisationId; readonly year: number },
): Promise<Result<YearEvaluation>> {
  if (!can(actor, "evaluation.read", { organisationId })) return refuse({ code: "not-allowed" });
  const rules = await loadRulesOf(tx, year);
  const loaded = await loadYear(tx, organisationId, { ...rules, now: now() });
  const report = yearReport(loaded);
  const titles = await findTicketTitles(
    tx,
    organisationId,
    report.dearest.map(({ ticketId }) => ticketId),
  );
  const next = can(actor, "evaluation.compare", { organisationId }) ? await findTerms(tx, year + 1) : null;
  return accept({
    report,
    titles: new Map(titles.map((ticket) => [ticket.id, ticket.title])),
    next:
      next === null ? null : { year: next.year, replay: replayYear(loaded, chargeRules(next, rules.extraHolidays)) },
  });
}
