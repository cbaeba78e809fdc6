import type { IssuedInvoice } from "../invoices/read-issued.ts";

/**
 * Where an invoice is not the one whose issue is on record in the organisation's chain of events (R38). Its payload
 * holds nothing personal, so nobody erased that by right.
 */
export function problemsOfEvent({ event, stored, snapshotHash }: IssuedInvoice): readonly string[] {
  if (event === undefined) return ["no event says that it was issued"];
  if (event === "erased") return ["what the event of its issue says was erased"];
  if (event === "unreadable") return ["the event of its issue says something else"];
  // Invoices of the first version say nothing of what they keep.
  const { number, totalCents, snapshot = snapshotHash } = event.payload;
  return [
    ...(number === stored.number ? [] : [`the event of its issue says number ${number}`]),
    ...(totalCents === stored.totals.totalCents
      ? []
      : [`the total is ${stored.totals.totalCents} cents, the event of its issue says ${totalCents}`]),
    ...(snapshot === snapshotHash ? [] : ["what it keeps of its issue is not what the event of its issue vouches for"]),
  ];
}
