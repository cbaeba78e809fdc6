import type { Window } from "../calendar/week.ts";
import type { Charge } from "../charges/charge.ts";
import type { WorkedEntry } from "../charges/charged-work.ts";
import type { ChargeRules } from "../charges/rules.ts";
import { type Step, steps } from "../tickets/step.ts";
import type { Names } from "../values/language.ts";
import { type Cents, sumCents } from "../values/money.ts";
import { monthOf } from "../values/month.ts";

/** The minutes worked in a step. Minutes under a start fee or a fixed price count as chargeable. */
export interface MinutesOfStep {
  readonly step: Step;
  readonly chargeableMinutes: number;
  readonly notChargedMinutes: number;
}

/** The minutes charged in a window, with start fees, and their cents excluding VAT. */
export interface MinutesOfWindow {
  readonly window: Window;
  readonly names: Names;
  readonly minutes: number;
  readonly amountCents: Cents;
}

/**
 * The minutes worked in each step within a calendar year by the local clock. Source: contract D1-D3, "Charges, exactly"
 * 3.
 */
export function minutesByStep(
  entries: readonly WorkedEntry[],
  { year, rules }: { readonly year: number; readonly rules: ChargeRules },
): readonly MinutesOfStep[] {
  const { start } = rules.calendar.periodOf(monthOf(`${year}-01`));
  const { end } = rules.calendar.periodOf(monthOf(`${year}-12`));
  const within = (entry: WorkedEntry) =>
    Math.max(0, Math.min(minuteOf(entry.end), end) - Math.max(minuteOf(entry.start), start));
  const sum = (some: readonly WorkedEntry[]) => some.reduce((minutes, entry) => minutes + within(entry), 0);
  return steps.map((step) => {
    const ofStep = entries.filter((entry) => entry.step === step);
    return {
      step,
      chargeableMinutes: sum(ofStep.filter((entry) => entry.isChargeable)),
      notChargedMinutes: sum(ofStep.filter((entry) => !entry.isChargeable)),
    };
  });
}

/**
 * The charges of each window, in the order of the terms, then windows that only a quote still holds. Windows without
 * charges are left out. Source: contract M4.
 */
export function minutesByWindow(charges: readonly Charge[], { terms }: ChargeRules): readonly MinutesOfWindow[] {
  const inOrder: (Window | null)[] = terms.windows.map(({ id }) => id);
  const byWindow = Map.groupBy(charges, (charge) => charge.window);
  const windows = [...new Set([...inOrder, ...byWindow.keys()])];
  return windows.flatMap((window): readonly MinutesOfWindow[] => {
    const ofWindow = byWindow.get(window) ?? [];
    const names = ofWindow[0]?.windowNames ?? null;
    if (window === null || names === null) return [];
    const minutes = ofWindow.reduce((sum, charge) => sum + charge.minutes, 0);
    return [{ window, names, minutes, amountCents: sumCents(ofWindow.map((charge) => charge.amountCents)) }];
  });
}

function minuteOf(instant: Temporal.Instant): number {
  return instant.epochMilliseconds / 60_000;
}
