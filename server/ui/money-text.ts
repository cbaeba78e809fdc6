/**
 * An amount as people write it, in cents: `1250`, `1.250,50`, `1,250.50`, `€ 12,5`, and with a minus in front. The last comma or point
 * is of the cents when at most two digits follow it; what parts the thousands is one and the same, and another than that. Null for
 * anything else.
 */
export function readMoney(text: string): bigint | null {
  const written = text.replaceAll(/[€\s\u00a0]/g, "");
  const [, sign = "", whole = "", thousands, point, cents = ""] =
    /^([-\u2212]?)(\d{1,3}(?:([.,])\d{3}(?:\3\d{3})*)?|\d{1,9})(?:([.,])(\d{1,2}))?$/.exec(written) ?? [];
  if (whole === "" || (thousands !== undefined && thousands === point)) return null;
  const amount = BigInt(whole.replaceAll(/[.,]/g, "")) * 100n + BigInt(cents.padEnd(2, "0"));
  return sign === "" ? amount : -amount;
}
