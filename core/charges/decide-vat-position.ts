import { isOtherEuVatNumber, readVatNumber } from "../organisations/vat-number.ts";
import type { Month } from "../values/month.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import type { VatPositionFrom } from "./charge-work.ts";

/** Where a customer stands for VAT from the first of a month on, with the number it has then; null for none. */
export interface VatRegistration extends VatPositionFrom {
  readonly vatNumber: string | null;
}

/** Where a customer is to stand, with its number as somebody typed it; an empty text for none. */
export interface VatPositionChange extends VatPositionFrom {
  readonly vatNumber: string;
}

export interface VatStanding {
  readonly positions: readonly VatRegistration[];
  /** The last month of which a line stands on an invoice of the customer; null when none does. */
  readonly lastInvoicedMonth: Month | null;
}

/**
 * Decides where a customer stands for VAT from a month on, and answers its VAT number of that time as it is written.
 * From any position to any other, also without a number, which earlier months keep: late work of theirs is still
 * reverse-charged under it. Refuses `vat-month-invoiced` with the last month that was invoiced to the customer, unless
 * the change begins after it or puts right the number of a position that began then; `vat-number-wrong` for what is no
 * VAT number, and `vat-number-needed` for a business elsewhere in the EU without a number of another member state.
 * Source: contract "Charges, exactly" 5.
 */
export function decideVatPosition(
  { from, position, vatNumber }: VatPositionChange,
  { positions, lastInvoicedMonth }: VatStanding,
): Result<{ readonly vatNumber: string | null }> {
  const isOfNumberAlone = positions.some((each) => each.from === from && each.position === position);
  if (lastInvoicedMonth !== null && from <= lastInvoicedMonth && !isOfNumberAlone)
    return refuse({ code: "vat-month-invoiced", month: lastInvoicedMonth });
  const number = readVatNumber(vatNumber);
  if (number === null && vatNumber.trim() !== "") return refuse({ code: "vat-number-wrong" });
  if (position === "eu-business" && (number === null || !isOtherEuVatNumber(number)))
    return refuse({ code: "vat-number-needed" });
  return accept({ vatNumber: number });
}
