import { type Cents, sumCents } from "../values/money.ts";
import type { Month } from "../values/month.ts";
import { isOwnVat, type OwnVat } from "../values/own-vat.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import type { Charge } from "./charge.ts";

/** A ticket's costs in a month at a VAT rate, the most that a correction can take off; in cents excluding VAT. (CE7) */
export interface CorrectableCost {
  readonly month: Month;
  /** Always `standard` abroad, where nothing carries VAT. */
  readonly vat: OwnVat;
  readonly leftCents: Cents;
}

/**
 * The costs of a ticket that can be corrected: one for each month and VAT rate with more than nothing, in the order of
 * the charges. The charges already include earlier corrections and forgiven amounts. Source: "Charges, exactly" 5 and
 * 7.
 */
export function correctableCosts(
  charges: readonly Pick<Charge, "month" | "vat" | "amountCents">[],
): readonly CorrectableCost[] {
  const own = charges.map(({ month, vat, amountCents }) => ({ month, vat: ownVatOf(vat.category), amountCents }));
  return [...Map.groupBy(own, ({ month, vat }) => `${month} ${vat}`).values()].flatMap((together) => {
    const [first] = together;
    const leftCents = sumCents(together.map(({ amountCents }) => amountCents));
    return first === undefined || leftCents <= 0n ? [] : [{ month: first.month, vat: first.vat, leftCents }];
  });
}

function ownVatOf(category: string): OwnVat {
  return isOwnVat(category) ? category : "standard";
}

/** A requested reduction. `amountCents` excludes VAT. */
export interface AskedCorrection {
  readonly month: Month;
  readonly vat: OwnVat;
  readonly amountCents: Cents;
  /** The customer reads this. */
  readonly reason: string;
}

/**
 * Whether a ticket's price can be reduced as requested. It can only go down: a raise would charge work that nobody
 * authorised (T2, T3). Refuses `invalid-input` for an amount that is not above zero, `reason-needed`, and
 * `beyond-cost`, with the ticket's costs of that month at that VAT rate, for a larger amount. Source: "Charges,
 * exactly" 7; T2, T3.
 */
export function decideCorrection(asked: AskedCorrection, costs: readonly CorrectableCost[]): Result<null> {
  const { amountCents } = asked;
  if (amountCents <= 0n) return refuse({ code: "invalid-input", fields: { amount: "out-of-range" } });
  if (asked.reason.trim() === "") return refuse({ code: "reason-needed" });
  const cost = costs.find(({ month, vat }) => month === asked.month && vat === asked.vat);
  const leftCents = cost?.leftCents ?? 0n;
  return amountCents <= leftCents ? accept(null) : refuse({ code: "beyond-cost", leftCents, askedCents: amountCents });
}
