import { chargeWork, type OrganisationWork } from "../charges/charge-work.ts";
import type { ChargedTicket } from "../charges/charged-work.ts";
import type { ChargeRules } from "../charges/rules.ts";
import { totalsOf, type Totals } from "../charges/totals.ts";
import { type Cents, sumCents } from "../values/money.ts";
import type { Month } from "../values/month.ts";
import { type BeyondCeiling, beyondCeiling } from "./beyond-ceiling.ts";
import { compareCharges, type ReplayedLine } from "./compare-charges.ts";
import { addSums, type Sums, totalsByMonth } from "./sums.ts";
import { type BareCharge, isCreatedInAsked, type Sides, type TermsChange } from "./terms-change.ts";
import { workUnderOtherTerms } from "./under-other-terms.ts";

/** Work, the terms of its months, and the other terms to charge it under. */
export interface WorkToReplay extends TermsChange {
  readonly work: OrganisationWork;
  /** The minutes that approvals added to a ticket's ceiling, by its id; no entry means none. (T3) */
  readonly approvedMinutes?: ReadonlyMap<string, number>;
}

export interface ReplayedMonth extends Sides<Totals> {
  readonly month: Month;
  /** Excluding VAT; above zero when the other terms cost more. */
  readonly differenceCents: Cents;
}

/** The same work charged under its own terms (`before`) and under other ones (`after`). */
export interface Replay {
  readonly lines: readonly ReplayedLine[];
  readonly months: readonly ReplayedMonth[];
  readonly totals: Sides<Sums>;
  /** Of the totals, excluding VAT. */
  readonly differenceCents: Cents;
  /** The additional tickets among those created in these months. (T4) */
  readonly additionalTickets: Sides<number>;
  /** Cents of start fees. (T1) */
  readonly startFees: Sides<Cents>;
  /** Charged all the same: at the time nobody needed to ask for an authorisation. (T2) */
  readonly beyondCeiling: readonly BeyondCeiling[];
}

/**
 * Charges the same work under its own terms and under other ones, month by month and line by line. It shows the effect
 * of a change of prices before anybody proposes it. Months without charges on either side are left out. Totals are sums
 * of rounded lines; VAT is computed per month, as on its invoice. Pure: the work is not changed. Source: contract K5,
 * "Charges, exactly" 4 to 7.
 */
export function replay({ work, approvedMinutes = new Map(), ...change }: WorkToReplay): Replay {
  const tried = workUnderOtherTerms(work, change);
  const before = chargesOf(work, change.from, change);
  const after = chargesOf(tried, change.to, change);
  const months = compareMonths(before, after);
  const totals = { before: addSums(months.map((one) => one.before)), after: addSums(months.map((one) => one.after)) };
  const created = (tickets: readonly ChargedTicket[]) => tickets.filter((ticket) => isCreatedInAsked(ticket, change));
  return {
    lines: compareCharges({ before, after }, { before: work.tickets, after: tried.tickets }, change),
    months,
    totals,
    differenceCents: totals.after.subtotalCents - totals.before.subtotalCents,
    additionalTickets: {
      before: created(work.tickets).filter((ticket) => ticket.isAdditional).length,
      after: created(tried.tickets).filter((ticket) => ticket.isAdditional).length,
    },
    startFees: { before: startFeesIn(before), after: startFeesIn(after) },
    beyondCeiling: beyondCeiling({ ...tried, tickets: created(tried.tickets) }, change.to.terms, approvedMinutes),
  };
}

const nothing = totalsOf([]);

function chargesOf(work: OrganisationWork, rules: ChargeRules, { isAsked }: TermsChange): readonly BareCharge[] {
  const charges = chargeWork(work, () => rules, { timeZone: rules.calendar.timeZone, isAsked });
  return charges.map(({ reasons: _, ...bare }) => bare);
}

function compareMonths(before: readonly BareCharge[], after: readonly BareCharge[]): readonly ReplayedMonth[] {
  const totals = { before: totalsByMonth(before), after: totalsByMonth(after) };
  return [...new Set([...totals.before.keys(), ...totals.after.keys()])].toSorted().map((month) => {
    const sides = { before: totals.before.get(month) ?? nothing, after: totals.after.get(month) ?? nothing };
    return { month, ...sides, differenceCents: sides.after.subtotalCents - sides.before.subtotalCents };
  });
}

function startFeesIn(charges: readonly BareCharge[]): Cents {
  return sumCents(charges.filter((charge) => charge.kind === "start-fee").map((charge) => charge.amountCents));
}
