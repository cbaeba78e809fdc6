import { isOtherEuVatNumber, readVatNumber } from "../organisations/vat-number.ts";
import type { Month } from "../values/month.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import type { VatPositionFrom } from "./charge-work.ts";

/** Where a customer is to stand for VAT from the first of a month on, with the number it has; an empty text for none. */
export interface VatPositionChange extends VatPositionFrom {
  readonly vatNumber: string;
}

export interface VatStanding {
  readonly positions: readonly VatPositionFrom[];
  /** The last month of which a line stands on an invoice of the customer; null when none does. */
  readonly lastInvoicedMonth: Month | null;
}

/**
 * Decides where a customer stands for VAT from a month on, and answers its VAT number as it is written. Refuses `vat-month-invoiced`
 * with the last month that was invoiced to the customer, unless the change begins after it; `vat-number-wrong` for what is no VAT
 * number, and `vat-number-needed` for a business elsewhere in the EU, now or at any time, without a number of another member
 * state. Source: contract "Charges, exactly" 5.
 */
export function decideVatPosition(
  { from, position, vatNumber }: VatPositionChange,
  { positions, lastInvoicedMonth }: VatStanding,
): Result<{ readonly vatNumber: string | null }> {
  if (lastInvoicedMonth !== null && from <= lastInvoicedMonth)
    return refuse({ code: "vat-month-invoiced", month: lastInvoicedMonth });
  const number = readVatNumber(vatNumber);
  if (number === null && vatNumber.trim() !== "") return refuse({ code: "vat-number-wrong" });
  const isElsewhere = position === "eu-business";
  if (isElsewhere && (number === null || !isOtherEuVatNumber(number))) return refuse({ code: "vat-number-needed" });
  const wasElsewhere = positions.some((each) => each.position === "eu-business" && each.from !== from);
  if (wasElsewhere && number === null) return refuse({ code: "vat-number-needed" });
  return accept({ vatNumber: number });
}
