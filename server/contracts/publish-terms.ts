import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Staff, System } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import { decidePublishing } from "../../core/contracts/publishing.ts";
import type { ContractTerms } from "../../core/contracts/terms.ts";
import { termsToJson } from "../../core/contracts/terms-json.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Transaction } from "../db/connect.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import { attempt, type Work } from "../events/work.ts";
import { insertTerms } from "./store-contracts.ts";
import { listPublishedYears } from "./read-contracts.ts";

/**
 * Publishes checked terms of a calendar year; they never change afterwards (K5). An administrator does this, or the
 * product itself for the person at the machine. Refuses `not-allowed`, `terms-already-published`, `terms-year-begun`
 * and `terms-other-time-zone`.
 */
export async function publishYearTerms(work: Work<Staff | System>, terms: ContractTerms): Promise<Result<null>> {
  const allowed = requirePermission(work.actor, "terms.publish", { organisationId: null });
  if (!allowed.ok) return allowed;
  const { year } = terms;
  const decided = decidePublishing(terms, {
    today: localDateOf(work.now()),
    publishedYears: await listPublishedYears(work.tx),
    hasContracts: await hasContractsIn(work.tx, year),
  });
  if (!decided.ok) return decided;
  return attempt(
    work,
    async () => {
      await keepTerms(work, terms);
      return accept(null);
    },
    // Somebody else published them at the same moment.
    (error) => (violatedConstraint(error) === "terms_pkey" ? refuse({ code: "terms-already-published", year }) : null),
  );
}

/** Publishes terms whatever the year's contracts are. Only the product itself does this, for a demo's past (K5). */
export async function publishTerms(work: Work<System>, terms: ContractTerms): Promise<void> {
  await keepTerms(work, terms);
}

async function keepTerms(work: Work<Staff | System>, terms: ContractTerms): Promise<void> {
  await insertTerms(work.tx, terms, work.now());
  await recordEvent(work, {
    kind: "terms-published",
    organisationId: null,
    subject: String(terms.year),
    // So that the chain proves the published terms.
    payload: { year: terms.year, terms: termsToJson(terms) },
  });
}

/** Whether any contract was signed for days of a year. */
export async function hasContractsIn(tx: Transaction, year: number): Promise<boolean> {
  const row = await tx
    .selectFrom("contracts")
    .select("id")
    .where("startsOn", "<=", Temporal.PlainDate.from({ year, month: 12, day: 31 }))
    .where("endsOn", ">=", Temporal.PlainDate.from({ year, month: 1, day: 1 }))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
