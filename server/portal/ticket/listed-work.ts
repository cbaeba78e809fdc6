import { localDateOf } from "../../../core/calendar/time-zone.ts";
import type { ListedEntry } from "../../time/read-entries.ts";
import type { ListedExpense } from "../../time/read-expenses.ts";
import type { ListedVisit } from "../../time/read-visits.ts";
import type { LoadedTicket } from "./load-ticket.ts";

/** An item in the page's list of work on a ticket. */
export type ListedWork = { readonly id: string } & (
  | { readonly kind: "entry"; readonly of: ListedEntry; readonly isAtOnePrice: boolean }
  | { readonly kind: "visit"; readonly of: ListedVisit }
  | { readonly kind: "expense"; readonly of: ListedExpense }
);

type Work = Pick<LoadedTicket, "entries" | "visits" | "expenses" | "authorisations">;

/** Time, visits and costs of a ticket in one list, newest first; a day's costs come last. */
export function listWork({ entries, visits, expenses, authorisations }: Work): readonly ListedWork[] {
  const onePrice = new Set(authorisations.filter((one) => one.fixedPriceCents !== null).map((one) => one.id));
  const all: readonly ListedWork[] = [
    ...entries.map((of) => ({
      kind: "entry" as const,
      id: of.id,
      of,
      isAtOnePrice: of.authorisationId !== null && onePrice.has(of.authorisationId),
    })),
    ...visits.map((of) => ({ kind: "visit" as const, id: of.id, of })),
    ...expenses.map((of) => ({ kind: "expense" as const, id: of.id, of })),
  ];
  return all.toSorted(compareNewestFirst);
}

function compareNewestFirst(a: ListedWork, b: ListedWork): number {
  const byDay = Temporal.PlainDate.compare(dayOf(b), dayOf(a));
  if (byDay !== 0) return byDay;
  if (a.kind === "expense" || b.kind === "expense") return Number(a.kind === "expense") - Number(b.kind === "expense");
  return Temporal.Instant.compare(b.of.start, a.of.start);
}

function dayOf(work: ListedWork): Temporal.PlainDate {
  return work.kind === "expense" ? work.of.on : localDateOf(work.of.start);
}
