import type { ContractTerms } from "../contracts/terms.ts";
import { type OwnVat, ownVats } from "../values/own-vat.ts";

/** The Dutch categories of VAT. The last two carry none. */
export const vatCategories = [...ownVats, "reverse-charge", "outside-scope"] as const;

export type VatCategory = (typeof vatCategories)[number];

/** A customer's VAT position: in the Netherlands, a business elsewhere in the EU, or outside the EU. */
export const vatPositions = ["domestic", "eu-business", "outside-eu"] as const;

export type VatPosition = (typeof vatPositions)[number];

/** The VAT of an amount. Amounts of the same category and rate are added up before VAT is computed. (CE5) */
export interface Vat {
  readonly category: VatCategory;
  /** A whole percentage; 0 for the categories without VAT. */
  readonly percent: number;
}

/**
 * The VAT on something for a customer. A domestic customer pays the thing's own rate. A business elsewhere in the EU
 * accounts for VAT itself (`reverse-charge`). A customer outside the EU is outside the scope of Dutch VAT. Source:
 * contract "Charges, exactly" 5.
 */
export function vatFor(
  own: OwnVat,
  position: VatPosition,
  terms: Pick<ContractTerms, "vatPercent" | "reducedVatPercent">,
): Vat {
  if (position === "eu-business") return { category: "reverse-charge", percent: 0 };
  if (position === "outside-eu") return { category: "outside-scope", percent: 0 };
  return { category: own, percent: { standard: terms.vatPercent, reduced: terms.reducedVatPercent, zero: 0 }[own] };
}

/** Whether two amounts have the same VAT rate. Source: contract "Charges, exactly" 5. */
export function isSameVat(a: Vat, b: Vat): boolean {
  return a.category === b.category && a.percent === b.percent;
}
