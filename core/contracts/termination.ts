import { accept, type Result } from "../values/result.ts";
import { advanceContract, type RecordedContract } from "./contract-lifecycle.ts";

/**
 * Whether a contract that starts on one local date can end on another: on the last day of a month, not before the
 * start, within the start's calendar year. Source: contract K2, K4.
 */
export function isPossibleEnd(endsOn: Temporal.PlainDate, startsOn: Temporal.PlainDate): boolean {
  const isLastOfMonth = endsOn.day === endsOn.daysInMonth;
  return isLastOfMonth && endsOn.year === startsOn.year && Temporal.PlainDate.compare(endsOn, startsOn) >= 0;
}

/**
 * The contract after the customer terminates it on a local date. It ends on the last day of that month plus the terms'
 * months of notice, never later than before (K3, K4). A termination before the start withdraws it (K1). Refuses
 * `transition-refused` for a contract that is unsigned, terminated or over.
 */
export function decideTermination(
  contract: RecordedContract,
  today: Temporal.PlainDate,
  terms: { readonly noticeMonths: number },
): Result<RecordedContract> {
  const next = advanceContract(contract, "terminate", today);
  if (!next.ok) return next;
  if (next.value === "withdrawn") return accept({ recorded: "withdrawn" });
  if (!("period" in contract)) throw new Error("what can be terminated has a period");
  const { startsOn, endsOn } = contract.period;
  const notice = lastOfMonth(today.with({ day: 1 }).add({ months: terms.noticeMonths }));
  return accept({ recorded: "terminated", period: { startsOn, endsOn: earlier(notice, endsOn) } });
}

function lastOfMonth(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.with({ day: date.daysInMonth });
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}
