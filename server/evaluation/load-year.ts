import { timeZone } from "../../core/calendar/time-zone.ts";
import { workingCalendar } from "../../core/calendar/working-days.ts";
import { type ChargeRules, chargeRules } from "../../core/charges/rules.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import type { YearToEvaluate } from "../../core/evaluation/year-report.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { monthOf, periodOf } from "../../core/values/month.ts";
import { atOnce } from "../db/at-once.ts";
import { findTicketTitles } from "../tickets/list-tickets.ts";
import type { OrganisationWork } from "../../core/charges/charge-work.ts";
import { loadWork } from "../charges/load-work.ts";
import { listTicketsOfMonths } from "../charges/list-tickets-to-charge.ts";
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
  const { terms, extraHolidays } = await atOnce({ terms: findTerms(tx, year), extraHolidays: findExtraHolidays(tx) });
  return { year, rules: chargeRules(terms ?? defaultTerms(year), extraHolidays), extraHolidays };
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
  rules: Pick<RulesOfOneYear, "year" | "rules">,
): Promise<WorkOfYear> {
  const { year } = rules;
  const { created, charged } = await atOnce({
    created: listTicketsCreatedInYear(tx, organisationId, year),
    charged: listTicketsOfMonths(tx, organisationId, monthsOf(year)),
  });
  return workOfYear(rules, { created, work: await loadWork(tx, charged) });
}

interface ReadWork {
  readonly created: Awaited<ReturnType<typeof listTicketsCreatedInYear>>;
  readonly work: OrganisationWork;
}

function workOfYear({ year, rules }: Pick<RulesOfOneYear, "year" | "rules">, { created, work }: ReadWork): WorkOfYear {
  const { authorisedMinutes } = rules.terms;
  const approvedMinutes = new Map(created.map((ticket) => [ticket.id, ticket.authorisedMinutes - authorisedMinutes]));
  return { year, rules, work, tickets: created, approvedMinutes };
}

export interface LoadedYear extends YearToEvaluate, WorkOfYear {
  readonly extraHolidays: readonly Temporal.PlainDate[];
  /** The titles of all tickets with charges, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

function monthsOf(year: number) {
  return { first: monthOf(`${year}-01`), last: monthOf(`${year}-12`) };
}

/** Loads the input for evaluating an organisation's calendar year, as of an instant. */
export async function loadYear(
  tx: Transaction,
  organisationId: OrganisationId,
  { year, now }: { readonly year: number; readonly now: Temporal.Instant },
): Promise<LoadedYear> {
  const { first, last } = monthsOf(year);
  const { start } = periodOf(first, timeZone);
  const { end } = periodOf(last, timeZone);
  const { of, created, charged, ...texts } = await atOnce({
    of: loadRulesOf(tx, year),
    created: listTicketsCreatedInYear(tx, organisationId, year),
    charged: listTicketsOfMonths(tx, organisationId, monthsOf(year)),
    notChargedReasons: listNotChargedReasons(tx, organisationId, { start, end }),
    credits: listCreditNotes(tx, organisationId, year),
  });
  const ticketIds = charged.map((ticket) => ticket.id);
  const { work, authorisations, titles } = await atOnce({
    work: loadWork(tx, charged),
    authorisations: listAuthorisationsAsked(tx, organisationId, { ticketIds, start, end }),
    titles: findTicketTitles(tx, organisationId, ticketIds),
  });
  const { extraHolidays } = of;
  return {
    ...workOfYear(of, { created, work }),
    ...texts,
    workingDays: workingCalendar({ terms: of.rules.terms, extraHolidays }),
    authorisations,
    titles: new Map(titles.map((ticket) => [ticket.id, ticket.title])),
    extraHolidays,
    now,
  };
}
