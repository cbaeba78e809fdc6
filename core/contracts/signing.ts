import { accept, refuse, type Result } from "../values/result.ts";
import { advanceContract, type RecordedContract } from "./contract-lifecycle.ts";
import { contractPeriod } from "./period.ts";

/**
 * A contract that a signatory signs on a local date: only one that is offered, only under terms that are published. Its
 * period follows from that date. Refuses `transition-refused`, also for an offer whose year has no month left to start
 * in, and `terms-not-published`. Source: contract K1-K5.
 */
export function decideSigning(
  contract: RecordedContract,
  today: Temporal.PlainDate,
  { publishedYears }: { readonly publishedYears: readonly number[] },
): Result<RecordedContract> {
  const next = advanceContract(contract, "sign", today);
  if (!next.ok) return next;
  const period = "offer" in contract ? contractPeriod({ signedOn: today, ...contract.offer }) : null;
  if (period === null) throw new Error("what can be signed has an offer with a month left");
  const year = period.endsOn.year;
  if (!publishedYears.includes(year)) return refuse({ code: "terms-not-published", year });
  return accept({ recorded: "signed", period });
}
