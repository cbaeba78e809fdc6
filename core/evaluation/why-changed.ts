import { windowOf, type ContractTerms } from "../contracts/terms.ts";
import type { ChargeKind } from "../charges/charge.ts";
import type { ChargedTicket } from "../charges/charged-work.ts";
import { type BareCharge, hasSameWindows, type Sides, type TermsChange } from "./terms-change.ts";

/**
 * The reason for a different line under other terms: the rule of the contract and its value on each side. Plain JSON;
 * rates in cents an hour.
 */
export type Change =
  | { readonly rule: "T1"; readonly kind: "start-fee"; readonly minutesBefore: number; readonly minutesAfter: number }
  | { readonly rule: "T1"; readonly kind: "covered-administration" }
  | { readonly rule: "M4"; readonly kind: "rate"; readonly rateBefore: number; readonly rateAfter: number }
  | { readonly rule: "M4"; readonly kind: "windows" }
  | { readonly rule: "T4"; readonly kind: "additional"; readonly number: number; readonly isAdditional: boolean }
  | { readonly rule: "T5"; readonly kind: "additional-rate"; readonly rateBefore: number; readonly rateAfter: number }
  | { readonly rule: "CE5"; readonly kind: "vat"; readonly percentBefore: number; readonly percentAfter: number }
  | { readonly rule: "CE7"; readonly kind: "forgiven-or-corrected" };

type Pair = Sides<readonly BareCharge[]>;

/**
 * Answers the reasons for different lines of one thing, for all lines of two ways of charging; none for equal lines.
 * Forgiven and corrected amounts explain the rest: they take off no more than there is. Source: contract M4, T1, T4,
 * T5, "Charges, exactly" 5 and 7.
 */
export function whyChanged(
  charges: Pair,
  tickets: Sides<readonly ChargedTicket[]>,
  { from, to }: TermsChange,
): (lines: Pair) => readonly Change[] {
  const ticketsBefore = new Map(tickets.before.map((ticket) => [ticket.id, ticket]));
  const ticketsAfter = new Map(tickets.after.map((ticket) => [ticket.id, ticket]));
  const workedBefore = workOfTickets(charges.before);
  const workedAfter = workOfTickets(charges.after);
  const hasOtherWindows: Partial<Record<ChargeKind, boolean>> = {
    "start-fee": from.terms.usualWindow !== to.terms.usualWindow,
    work: !hasSameWindows(from.terms, to.terms),
  };

  return (lines) => {
    const line = lines.before[0] ?? lines.after[0];
    if (line === undefined) return [];
    const [before, after] = [ticketsBefore.get(line.ticketId), ticketsAfter.get(line.ticketId)];
    const key = ticketMonthOf(line);
    const hasOtherWork = workedBefore.get(key) !== workedAfter.get(key);
    const changes: readonly Change[] = [
      ...startFeeChanges(lines, before, after),
      ...(hasOtherMinutes(lines) && line.kind === "work" && hasOtherWork && hasOtherFee(before, after)
        ? [{ rule: "T1", kind: "covered-administration" } as const]
        : []),
      ...(hasOtherMinutes(lines) && hasOtherWindows[line.kind] === true
        ? [{ rule: "M4", kind: "windows" } as const]
        : []),
      ...rateChanges(lines, { before, after }, { before: from.terms, after: to.terms }),
      ...vatChanges(lines),
    ];
    const isExplained = changes.some(({ kind }) => kind !== "vat") || amountOf(lines.before) === amountOf(lines.after);
    return isExplained ? changes : [...changes, { rule: "CE7", kind: "forgiven-or-corrected" }];
  };
}

/** The minutes of work of each ticket in each month, over all windows. */
function workOfTickets(charges: readonly BareCharge[]): ReadonlyMap<string, number> {
  const minutes = new Map<string, number>();
  for (const charge of charges)
    if (charge.kind === "work")
      minutes.set(ticketMonthOf(charge), (minutes.get(ticketMonthOf(charge)) ?? 0) + charge.minutes);
  return minutes;
}

function ticketMonthOf({ ticketId, month }: BareCharge): string {
  return `${month} ${ticketId}`;
}

function hasOtherFee(before: ChargedTicket | undefined, after: ChargedTicket | undefined): boolean {
  return before?.startFeeMinutes !== after?.startFeeMinutes;
}

function hasOtherMinutes(lines: Pair): boolean {
  const inShort = (charges: readonly BareCharge[]) =>
    charges.map(({ window, minutes }) => `${window} ${minutes}`).join();
  return inShort(lines.before) !== inShort(lines.after);
}

function startFeeChanges(
  { before: [line], after: [other] }: Pair,
  before: ChargedTicket | undefined,
  after: ChargedTicket | undefined,
): readonly Change[] {
  if ((line ?? other)?.kind !== "start-fee" || !hasOtherFee(before, after)) return [];
  const [minutesBefore, minutesAfter] = [before?.startFeeMinutes ?? 0, after?.startFeeMinutes ?? 0];
  return [{ rule: "T1", kind: "start-fee", minutesBefore, minutesAfter }];
}

function rateChanges(
  { before: [line], after: [other] }: Pair,
  tickets: Sides<ChargedTicket | undefined>,
  terms: Sides<ContractTerms>,
): readonly Change[] {
  const [rateBefore, rateAfter] = [line?.hourlyRateCents, other?.hourlyRateCents];
  if (line === undefined || other === undefined || line.window !== other.window) return [];
  if (typeof rateBefore !== "bigint" || typeof rateAfter !== "bigint" || rateBefore === rateAfter) return [];
  const isAdditional = tickets.after?.isAdditional === true;
  const number = tickets.after?.numberInMonth ?? 0;
  if (tickets.before?.isAdditional !== isAdditional) return [{ rule: "T4", kind: "additional", number, isAdditional }];
  const rates = { rateBefore: Number(rateBefore), rateAfter: Number(rateAfter) };
  const isOfWindow = isRateOfWindow(line, terms.before) && isRateOfWindow(other, terms.after);
  return [isOfWindow ? { rule: "M4", kind: "rate", ...rates } : { rule: "T5", kind: "additional-rate", ...rates }];
}

function isRateOfWindow({ window, hourlyRateCents }: BareCharge, terms: ContractTerms): boolean {
  return window !== null && windowOf(window, terms).hourlyRate === hourlyRateCents;
}

function vatChanges({ before: [line], after: [other] }: Pair): readonly Change[] {
  if (line === undefined || other === undefined || line.vat.percent === other.vat.percent) return [];
  return [{ rule: "CE5", kind: "vat", percentBefore: line.vat.percent, percentAfter: other.vat.percent }];
}

function amountOf(charges: readonly BareCharge[]): bigint {
  return charges.reduce((sum, charge) => sum + charge.amountCents, 0n);
}
