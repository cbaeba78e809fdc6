import type { Language } from "../../core/values/language.ts";

/**
 * An amount as people write it, in cents: `1250`, `1.250,50`, `1,250.50`, `€ 12,5`, and with a minus in front. A comma
 * or point with one or two digits after it is of the cents; thousands are grouped by the other of the two. Null for
 * anything else, and for what can be read in two ways: `1.250` is a thousand and more to one and one and a quarter to
 * another, so it is asked for again rather than charged.
 */
export function readMoney(text: string): bigint | null {
  const written = text.replaceAll(/[€\s\u00a0]/g, "");
  const [, sign = "", whole = "", cents = ""] =
    /^([-\u2212]?)(\d{1,9}|[1-9]\d{0,2}(?:\.\d{3})+(?=,)|[1-9]\d{0,2}(?:,\d{3})+(?=\.))(?:[.,](\d{1,2}))?$/.exec(
      written,
    ) ?? [];
  if (whole === "") return null;
  const amount = BigInt(whole.replaceAll(/[.,]/g, "")) * 100n + BigInt(cents.padEnd(2, "0"));
  return sign === "" ? amount : -amount;
}

/** What an amount field shows for cents: `1250,50`, which reads as it is written. */
export function writeMoney(cents: bigint, language: Language): string {
  const size = cents < 0n ? -cents : cents;
  const mark = language === "nl" ? "," : ".";
  return `${cents < 0n ? "-" : ""}${size / 100n}${mark}${String(size % 100n).padStart(2, "0")}`;
}
