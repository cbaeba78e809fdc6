import { timeZone } from "../../core/calendar/time-zone.ts";
import { workingCalendar } from "../../core/calendar/working-days.ts";
import { type ChargeRules, chargeRules } from "../../core/charges/rules.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import type { YearToEvaluate } from "../../core/evaluation/year-report.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { monthOf, periodOf } from "../../core/values/month.ts";
import { loadWork } from "../charges/load-work.ts";
import { listTicketsOfYear } from "../charges/tickets-of-year.ts";
import { findExtraHolidays, findTerms } from "../contracts/read-contracts.ts";
import type { Transaction } from "../db/connect.ts";
import {
  listAuthorisationsAsked,
  listCreditNotes,
  listNotChargedReasons,
  listTicketsCreatedInYear,
} from "./read-year.ts";

/** A calendar year's own rules, and the provider's own holidays, which hold under any terms. */
export interface RulesOfOneYear {
  readonly year: number;
  readonly rules: ChargeRules;
  readonly extraHolidays: readonly Temporal.PlainDate[];
}

/** The rules of a calendar year. A year without published terms has no contract and nothing to charge. */
export async function loadRulesOf(tx: Transaction, year: number): Promise<RulesOfOneYear> {
  const terms = (await findTerms(tx, year)) ?? defaultTerms(year);
  const extraHolidays = await findExtraHolidays(tx);
  return { year, rules: chargeRules(terms, extraHolidays), extraHolidays };
}

/** The work of an organisation's year, for charging under its own rules or others. */
export interface WorkOfYear extends Pick<YearToEvaluate, "year" | "rules" | "work" | "tickets"> {
  /** The minutes that approvals added to the ceiling, by ticket (T3). */
  readonly approvedMinutes: ReadonlyMap<string, number>;
}

/**
 * Loads the work of an organisation's calendar year for charging. Of people's texts it loads only the reasons of
 * corrections and credits.
 */
export async function loadWorkOfYear(
  tx: Transaction,
  organisationId: OrganisationId,
  { year, rules }: Pick<RulesOfOneYear, "year" | "rules">,
): Promise<WorkOfYear> {
  const tickets = await listTicketsCreatedInYear(tx, organisationId, year);
  const { authorisedMinutes } = rules.terms;
  return {
    year,
    rules,
    work: await loadWork(tx, await listTicketsOfYear(tx, organisationId, year)),
    tickets,
    approvedMinutes: new Map(tickets.map((ticket) => [ticket.id, ticket.authorisedMinutes - authorisedMinutes])),
  };
}

/** Loads the input for evaluating an organisation's calendar year, as of an instant. */
export async function loadYear(
  tx: Transaction,
  organisationId: OrganisationId,
  rules: RulesOfOneYear & { readonly now: Temporal.Instant },
): Promise<YearToEvaluate & WorkOfYear> {
  const { year, extraHolidays, now } = rules;
  const { start } = periodOf(monthOf(`${year}-01`), timeZone);
  const { end } = periodOf(monthOf(`${year}-12`), timeZone);
  const loaded = await loadWorkOfYear(tx, organisationId, rules);
  const ticketIds = loaded.work.tickets.map((ticket) => ticket.id);
  return {
    ...loaded,
    workingDays: workingCalendar({ terms: loaded.rules.terms, extraHolidays }),
    authorisations: await listAuthorisationsAsked(tx, organisationId, { ticketIds, start, end }),
    notChargedReasons: await listNotChargedReasons(tx, organisationId, { start, end }),
    credits: await listCreditNotes(tx, organisationId, year),
    now,
  };
}
