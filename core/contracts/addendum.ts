import type { Cents } from "../values/money.ts";
import type { FieldProblem } from "../values/refusal.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import type { ContractPeriod } from "./period.ts";

/** How travelling to a visit is charged, in cents excluding VAT: for each kilometre, or for each visit. (A3) */
export type TravelTerms =
  | { readonly kind: "per-kilometre"; readonly centsPerKilometre: Cents }
  | { readonly kind: "fixed"; readonly centsPerVisit: Cents };

/** The numbers of an on-site addendum, signed like the contract and with rates of its own. (A3) */
export interface AddendumTerms {
  /** Cents an hour on site, excluding VAT, at any time of the week. */
  readonly visitHourlyRate: Cents;
  /** A visit is charged for at least so many minutes. */
  readonly minimumVisitMinutes: number;
  readonly travel: TravelTerms;
}

const mostCents = { hour: 100_000_000n, kilometre: 10_000n, visit: 1_000_000n } as const;
const mostMinimumMinutes = 24 * 60;

/**
 * Whether an addendum with these numbers can be offered: a rate above zero, a minimum of at most a day, travel that may
 * cost nothing. Refuses `invalid-input` by the names of its numbers. Source: contract A3.
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
 * The period of an offered addendum that a signatory signs on a local date: from that day, or from the start of a
 * contract that is yet to begin, through the contract's last day; with it visits and costs can be written down. That it
 * is a signatory who signs is `can`'s to say. Refuses `changed-meanwhile` for one that was signed or withdrawn, and
 * `no-contract` when its contract is over. Source: contract A3, P2.
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

/** An addendum that was signed, with the contract it belongs to as that stands now. */
export interface SignedAddendum {
  readonly id: string;
  readonly period: ContractPeriod;
  /** Shorter than when it was signed where the contract was terminated since. (K3) */
  readonly contract: ContractPeriod;
}

/**
 * The addendum that visits and costs of a local date rest on: of those whose period and whose contract include it the
 * one that began last, so that a later one replaces an earlier one from its first day on; null for none. Source:
 * contract A3, K3.
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
