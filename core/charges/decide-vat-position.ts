import { isOtherEuVatNumber, readVatNumber } from "../organisations/vat-number.ts";
import type { Month } from "../values/month.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import type { VatPositionFrom } from "./charge-work.ts";

/** A customer's VAT position from the first of a month on, and its number of that time; null for none. */
export interface VatRegistration extends VatPositionFrom {
  readonly vatNumber: string | null;
}

/** A change of a customer's VAT position, with its number as somebody typed it; an empty text for none. */
export interface VatPositionChange extends VatPositionFrom {
  readonly vatNumber: string;
}

export interface VatStanding {
  readonly positions: readonly VatRegistration[];
  /** The last month with a line on an invoice of the customer; null without any. */
  readonly lastInvoicedMonth: Month | null;
}

/**
 * Decides on a customer's VAT position from a month on, and answers its VAT number of that time in standard form. Any
 * position may follow any other, also one without a number: earlier months keep theirs, and their late work is still
 * reverse-charged. Refuses `vat-month-invoiced`, with the last invoiced month, for a change in an invoiced month,
 * except a corrected number of a position that began in the same month; `vat-number-wrong` for a text that is no VAT
 * number; and `vat-number-needed` for a business elsewhere in the EU without a number of another member state. Source:
 * contract "Charges, exactly" 5.
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
