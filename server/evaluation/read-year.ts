import { sql } from "kysely";
import type { AskedInYear } from "../../core/evaluation/count-authorisations.ts";
import type { CreditOfYear, EvaluatedTicket, NotChargedReason } from "../../core/evaluation/year-report.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { isOneOf } from "../db/is-one-of.ts";
import type { Transaction } from "../db/connect.ts";

interface Stretch {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** An organisation's tickets of a calendar year: their course, and their ceilings (T2). */
export async function listTicketsCreatedInYear(
  tx: Transaction,
  organisationId: OrganisationId,
  year: number,
): Promise<readonly (EvaluatedTicket & { readonly authorisedMinutes: number })[]> {
  return tx
    .selectFrom("tickets")
    .select(["id", "outcome", "pickedUpAt", "closedAt", "authorisedMinutes"])
    .where("organisationId", "=", organisationId)
    .where("month", ">=", `${year}-01`)
    .where("month", "<=", `${year}-12`)
    .execute();
}

/** The requests on tickets within a period, in their present state. */
export async function listAuthorisationsAsked(
  tx: Transaction,
  organisationId: OrganisationId,
  { ticketIds, start, end }: Stretch & { readonly ticketIds: readonly string[] },
): Promise<readonly AskedInYear[]> {
  return tx
    .selectFrom("authorisations")
    .select(["state", "minutes"])
    .where("organisationId", "=", organisationId)
    .where(isOneOf("ticketId", ticketIds))
    .where("requestedAt", ">=", start)
    .where("requestedAt", "<", end)
    .execute();
}

const mostReasons = 10;

/** The reasons with the most minutes without charge within a period, each cut to a line. */
export async function listNotChargedReasons(
  tx: Transaction,
  organisationId: OrganisationId,
  { start, end }: Stretch,
): Promise<readonly NotChargedReason[]> {
  const { rows } = await sql<NotChargedReason>`
    select left(reason, 200) as reason,
      (sum(extract(epoch from least(ends_at, ${end}::timestamptz) - greatest(starts_at, ${start}::timestamptz))) / 60)::integer as minutes
    from time_entries
    where organisation_id = ${organisationId} and not is_chargeable and voided_at is null
      -- No entry is longer than 24 hours, so the index finds the few that reach in.
      and starts_at > ${start.subtract({ hours: 24 })}::timestamptz and starts_at < ${end}::timestamptz and ends_at > ${start}::timestamptz
    group by 1 order by 2 desc, 1 limit ${mostReasons}`.execute(tx);
  return rows;
}

const mostCredits = 100;

/** The last hundred credit notes of a calendar year's months, newest first. */
export async function listCreditNotes(
  tx: Transaction,
  organisationId: OrganisationId,
  year: number,
): Promise<readonly CreditOfYear[]> {
  return tx
    .selectFrom("invoices")
    .select(["number", "issuedOn", "subtotalCents as amountCents"])
    .where("organisationId", "=", organisationId)
    .where("kind", "=", "credit-note")
    .where("month", ">=", `${year}-01`)
    .where("month", "<=", `${year}-12`)
    .orderBy("id", "desc")
    .limit(mostCredits)
    .execute();
}
