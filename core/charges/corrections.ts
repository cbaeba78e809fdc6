import { limitTo, type Cents, sumCents } from "../values/money.ts";
import { type Charge, textOfKey } from "./charge.ts";
import type { ChargedTicket, Correction, Forgiveness, MonthToCharge } from "./charged-work.ts";
import { reasonsOfVat } from "./lines.ts";
import { isSameVat, vatFor } from "./vat.ts";

/**
 * Takes forgiven amounts off a ticket's charges of the month, never below zero. So later work is charged, and forgiven
 * amounts stay forgiven. Source: contract "Charges, exactly" 7.
 */
export function forgive(charges: readonly Charge[], forgiven: readonly Forgiveness[]): readonly Charge[] {
  if (forgiven.length === 0) return charges;
  const byKey = Map.groupBy(forgiven, ({ key }) => textOfKey(key));
  return charges.map((charge) => (byKey.get(textOfKey(charge)) ?? []).reduce(takeOff, charge));
}

function takeOff(charge: Charge, { minutes, amountCents, reason, creditNote }: Forgiveness): Charge {
  const minutesOff = Math.min(charge.minutes, minutes);
  const amountOff = limitTo(amountCents, charge.amountCents);
  return {
    ...charge,
    minutes: charge.minutes - minutesOff,
    amountCents: charge.amountCents - amountOff,
    reasons: [
      ...charge.reasons,
      { rule: "CE7", kind: "forgiven", minutes: minutesOff, amountCents: Number(amountOff), reason, creditNote },
    ],
  };
}

/**
 * The price corrections of a ticket's month, each a line below zero with its reason. Together they take off at most the
 * ticket's costs of that month at that VAT rate: nobody is ever paid for not working. A forgiven part of a correction
 * is taken off it first; the rest applies as far as it goes. Source: contract "Charges, exactly" 7.
 */
export function correctionCharges(
  ticket: ChargedTicket,
  charges: readonly Charge[],
  work: MonthToCharge,
): readonly Charge[] {
  const own = (work.corrections ?? []).filter((each) => each.ticketId === ticket.id && each.month === work.month);
  const lines: Charge[] = [];
  for (const correction of own.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const vat = vatFor(correction.vat, work.vatPosition ?? "domestic", work.rules.terms);
    const left = sumCents([...charges, ...lines].filter((line) => isSameVat(line.vat, vat)).map(amountOf));
    const whole = correctionLine(ticket, correction, { ...work, vat, amountCents: -correction.amountCents });
    for (const line of forgive([whole], work.forgiven ?? [])) {
      const amountCents = limitTo(line.amountCents, -left);
      if (amountCents !== 0n) lines.push({ ...line, amountCents });
    }
  }
  return lines;
}

function correctionLine(
  ticket: ChargedTicket,
  { id, reason }: Correction,
  { month, vat, amountCents }: Pick<Charge, "month" | "vat" | "amountCents">,
): Charge {
  return {
    ticketId: ticket.id,
    reference: ticket.reference,
    month,
    kind: "correction",
    window: null,
    windowNames: null,
    sourceId: id,
    vat,
    minutes: 0,
    hourlyRateCents: null,
    amountCents,
    reasons: [{ rule: "CE7", kind: "corrected", reason }, ...reasonsOfVat(vat)],
  };
}

function amountOf({ amountCents }: Charge): Cents {
  return amountCents;
}
