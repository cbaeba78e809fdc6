/** The local calendar year of an invoice's number: the year of its issue. */
export function numberYearOf(issuedOn: Temporal.PlainDate): number {
  return issuedOn.year;
}

/**
 * The public number of an invoice: the year and its place in the year, without gaps: `2026-0001`. Source: R13.
 */
export function invoiceNumber(year: number, place: number): string {
  if (!Number.isSafeInteger(place) || place < 1) throw new Error(`not a place in a year: ${place}`);
  return `${year}-${String(place).padStart(4, "0")}`;
}
