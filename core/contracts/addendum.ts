import type { Cents } from "../values/money.ts";
import type { FieldProblem } from "../values/refusal.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import type { ContractPeriod } from "./period.ts";

/** The price of travelling to a visit, in cents excluding VAT: per kilometre, or per visit. (A3) */
export type TravelTerms =
  | { readonly kind: "per-kilometre"; readonly centsPerKilometre: Cents }
  | { readonly kind: "fixed"; readonly centsPerVisit: Cents };

/** The numbers of an on-site addendum. It is signed like the contract and has rates of its own. (A3) */
export interface AddendumTerms {
  /** Cents an hour on site, excluding VAT, at any time of the week. */
  readonly visitHourlyRate: Cents;
  /** The minimum number of charged minutes per visit. */
  readonly minimumVisitMinutes: number;
  readonly travel: TravelTerms;
}

const mostCents = { hour: 100_000_000n, kilometre: 10_000n, visit: 1_000_000n } as const;
const mostMinimumMinutes = 24 * 60;

/**
 * Whether an addendum with these numbers can be offered: a rate above zero, a minimum of at most a day, travel at zero
 * or more. Refuses `invalid-input` with the names of the wrong numbers. Source: contract A3.
 */
export function checkAddendumTerms({ visitHourlyRate, minimumVisitMinutes, travel }: AddendumTerms): Result<null> {
  const fields: Record<string, FieldProblem> = {};
  if (visitHourlyRate < 1n || visitHourlyRate > mostCents.hour) fields["visitHourlyRate"] = "out-of-range";
  if (!Number.isInteger(minimumVisitMinutes)) fields["minimumVisitMinutes"] = "not-whole";
  else if (minimumVisitMinutes < 0 || minimumVisitMinutes > mostMinimumMinutes)
    fields["minimumVisitMinutes"] = "out-of-range";
  const [cents, most] =
    travel.kind === "fixed" ? [travel.centsPerVisit, mostCents.visit] : [travel.centsPerKilometre, mostCents.kilometre];
  if (cents < 0n || cents > most) fields["travelCents"] = "out-of-range";
  return Object.keys(fields).length === 0 ? accept(null) : refuse({ code: "invalid-input", fields });
}

/** An addendum as it is recorded. */
export type RecordedAddendum =
  | { readonly recorded: "offered" }
  | { readonly recorded: "signed"; readonly period: ContractPeriod }
  | { readonly recorded: "withdrawn" };

/**
 * The period of an addendum that a signatory signs on a local date: from that day, or from the start of a future
 * contract, through the contract's last day. Visits and costs can be recorded in it. `can` checks that a signatory
 * signs. Refuses `changed-meanwhile` for one that was signed or withdrawn, and `no-contract` when its contract is over.
 * Source: contract A3, P2.
 */
export function decideAddendum(
  addendum: RecordedAddendum,
  contract: ContractPeriod,
  today: Temporal.PlainDate,
): Result<ContractPeriod> {
  if (addendum.recorded !== "offered") return refuse({ code: "changed-meanwhile" });
  const { startsOn, endsOn } = contract;
  if (Temporal.PlainDate.compare(today, endsOn) > 0) return refuse({ code: "no-contract", on: today.toString() });
  return accept({ startsOn: Temporal.PlainDate.compare(today, startsOn) > 0 ? today : startsOn, endsOn });
}

/** A signed addendum, with its contract in its present state. */
export interface SignedAddendum {
  readonly id: string;
  readonly period: ContractPeriod;
  /** Shorter than at signing if the contract was terminated since. (K3) */
  readonly contract: ContractPeriod;
}

/**
 * The addendum for visits and costs of a local date: the latest whose period and contract include the date, so that a
 * later addendum replaces an earlier one from its first day on; null for none. Source: contract A3, K3.
 */
export function addendumOn<Addendum extends SignedAddendum>(
  addenda: readonly Addendum[],
  on: Temporal.PlainDate,
): Addendum | null {
  const inForce = addenda.filter(({ period, contract }) => includes(period, on) && includes(contract, on));
  return inForce.toSorted(compareByBeginning).at(-1) ?? null;
}

function includes({ startsOn, endsOn }: ContractPeriod, on: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(startsOn, on) <= 0 && Temporal.PlainDate.compare(on, endsOn) <= 0;
}

function compareByBeginning(a: SignedAddendum, b: SignedAddendum): number {
  return Temporal.PlainDate.compare(a.period.startsOn, b.period.startsOn) || (a.id < b.id ? -1 : 1);
}
