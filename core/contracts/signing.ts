import { accept, refuse, type Result } from "../values/result.ts";
import { advanceContract, type RecordedContract } from "./contract-lifecycle.ts";
import { contractPeriod } from "./period.ts";

/**
 * The contract that a signatory signs on a local date. It must be offered, and its terms must be published. Its period
 * follows from the date. Refuses `transition-refused`, also for an offer whose year has no month left, and
 * `terms-not-published`. Source: contract K1-K5.
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
