import type { Contact, Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { chargeRules } from "../../core/charges/rules.ts";
import type { Replay } from "../../core/evaluation/replay.ts";
import { type YearReport, yearReport } from "../../core/evaluation/year-report.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { findTerms } from "../contracts/read-contracts.ts";
import { atOnce } from "../db/at-once.ts";
import type { Work } from "../events/work.ts";
import { loadYear } from "./load-year.ts";
import { replayYear } from "./replay-year.ts";

/** A year's evaluation for a page. */
export interface YearEvaluation {
  readonly report: YearReport;
  /** The titles of its tickets, by id. */
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
  const { loaded, next } = await atOnce({
    loaded: loadYear(tx, organisationId, { year, now: now() }),
    next: can(actor, "evaluation.compare", { organisationId }) ? findTerms(tx, year + 1) : null,
  });
  return accept({
    report: yearReport(loaded),
    titles: loaded.titles,
    next:
      next === null ? null : { year: next.year, replay: replayYear(loaded, chargeRules(next, loaded.extraHolidays)) },
  });
}
