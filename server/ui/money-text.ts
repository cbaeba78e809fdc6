import type { Language } from "../../core/values/language.ts";

/**
 * Reads a typed amount, in cents: `1250`, `1.250,50`, `1,250.50`, `€ 12,5`, with or without a minus. A comma or point
 * before the last one or two digits separates cents; the other one groups thousands. Null for any other text, and for
 * one with two readings: `1.250` is more than a thousand for some and one and a quarter for others, so it is asked for
 * again.
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

/** The text of cents in an amount field: `1250,50`. It reads back as the same amount. */
export function writeMoney(cents: bigint, language: Language): string {
  const size = cents < 0n ? -cents : cents;
  const mark = language === "nl" ? "," : ".";
  return `${cents < 0n ? "-" : ""}${size / 100n}${mark}${String(size % 100n).padStart(2, "0")}`;
}
