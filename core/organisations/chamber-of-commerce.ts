/**
 * The standard form of a number in the Dutch trade register (KvK): eight digits, without spaces and dots; null for a
 * text that cannot be one. It has no check digit, so only the register knows whether it was given out.
 */
export function readChamberOfCommerce(text: string): string | null {
  const number = text.replaceAll(/[\s.]/g, "");
  return /^\d{8}$/.test(number) ? number : null;
}
