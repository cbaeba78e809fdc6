/** The local calendar year an invoice's number belongs to: that of the day it is issued. */
export function numberYearOf(issuedOn: Temporal.PlainDate): number {
  return issuedOn.year;
}

/**
 * An invoice's number as people see it: the year and, from 1 and without gaps, its place in it: `2026-0001`. Source:
 * R13.
 */
export function invoiceNumber(year: number, place: number): string {
  if (!Number.isSafeInteger(place) || place < 1) throw new Error(`not a place in a year: ${place}`);
  return `${year}-${String(place).padStart(4, "0")}`;
}
