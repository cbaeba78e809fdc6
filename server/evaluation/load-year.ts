import { workingCalendar } from "../../core/calendar/working-days.ts";
import { type ChargeRules, chargeRules } from "../../core/charges/rules.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import type { YearToEvaluate } from "../../core/evaluation/year-report.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { monthOf, periodOf } from "../../core/values/month.ts";
import { loadWork } from "../charges/load-work.ts";
import { listTicketsOfYear } from "../charges/tickets-of-year.ts";
import { findExtraHolidays, findTerms } from "../contracts/contract-on.ts";
import type { Transaction } from "../db/connect.ts";
import { timeZone } from "../ui/format.ts";
import { listAuthorisationsAsked, listCreditNotes, listNotChargedReasons, listTicketsCreatedInYear } from "./store.ts";

/** A calendar year's own rules, and the provider's days off that hold under any terms. */
export interface RulesOfOneYear {
  readonly year: number;
  readonly rules: ChargeRules;
  readonly extraHolidays: readonly Temporal.PlainDate[];
  /** False where terms were never published: then there is no contract either, and nothing to charge. */
  readonly isPublished: boolean;
}

/** The rules of a calendar year, made once for any number of organisations. */
export async function loadRulesOf(tx: Transaction, year: number): Promise<RulesOfOneYear> {
  const terms = await findTerms(tx, year);
  const extraHolidays = await findExtraHolidays(tx);
  const rules = chargeRules(terms ?? defaultTerms(year), extraHolidays);
  return { year, rules, extraHolidays, isPublished: terms !== null };
}

/** What an organisation's year is evaluated from; besides the most usual reasons it loads no text that people wrote. */
export interface LoadedYear extends YearToEvaluate {
  readonly approvedMinutes: ReadonlyMap<string, number>;
}

/** Loads an organisation's calendar year as it stands at an instant. */
export async function loadYear(
  tx: Transaction,
  organisationId: OrganisationId,
  { year, rules, extraHolidays, now }: RulesOfOneYear & { readonly now: Temporal.Instant },
): Promise<LoadedYear> {
  const stretch = {
    start: periodOf(monthOf(`${year}-01`), timeZone).start,
    end: periodOf(monthOf(`${year}-12`), timeZone).end,
  };
  const charged = await listTicketsOfYear(tx, organisationId, year);
  const created = await listTicketsCreatedInYear(tx, organisationId, year);
  const ticketIds = charged.map((ticket) => ticket.id);
  const { authorisedMinutes } = rules.terms;
  return {
    year,
    rules,
    workingDays: workingCalendar({ terms: rules.terms, extraHolidays }),
    work: await loadWork(tx, charged),
    tickets: created,
    authorisations: await listAuthorisationsAsked(tx, organisationId, { ...stretch, ticketIds }),
    notChargedReasons: await listNotChargedReasons(tx, organisationId, stretch),
    credits: await listCreditNotes(tx, organisationId, year),
    now,
    approvedMinutes: new Map(created.map((ticket) => [ticket.id, ticket.authorisedMinutes - authorisedMinutes])),
  };
}
