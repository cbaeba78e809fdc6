/** The VAT of a thing itself in the Netherlands: the full rate, the reduced one or none. (CE5) */
export const ownVats = ["standard", "reduced", "zero"] as const;

export type OwnVat = (typeof ownVats)[number];

/** Whether a text names a VAT rate of a thing itself. Source: contract "Charges, exactly" 5. */
export function isOwnVat(text: string): text is OwnVat {
  return ownVats.some((vat) => vat === text);
}
