import type { IssuedInvoice } from "../invoices/read-issued.ts";

/**
 * The differences of an invoice from the recorded event of its issue (R38). The payload holds nothing personal, so
 * nobody had a right to erase it.
 */
export function problemsOfEvent({ event, stored, snapshotHash }: IssuedInvoice): readonly string[] {
  if (event === undefined) return ["no event says that it was issued"];
  if (event === "erased") return ["what the event of its issue says was erased"];
  if (event === "unreadable") return ["the event of its issue says something else"];
  // Invoices of the first version do not record their snapshot.
  const { number, totalCents, snapshot = snapshotHash } = event.payload;
  return [
    ...(number === stored.number ? [] : [`the event of its issue says number ${number}`]),
    ...(totalCents === stored.totals.totalCents
      ? []
      : [`the total is ${stored.totals.totalCents} cents, the event of its issue says ${totalCents}`]),
    ...(snapshot === snapshotHash ? [] : ["what it keeps of its issue is not what the event of its issue vouches for"]),
  ];
}
