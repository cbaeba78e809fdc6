import { accept, refuse, type Result } from "../values/result.ts";
import { advanceContract, contractStateOn, type Offer, type RecordedContract } from "./contract-lifecycle.ts";
import { decideRenewal, type RenewalTerms } from "./renewal.ts";
import { decideSigning } from "./signing.ts";

/** The facts of an organisation for offering a contract. */
export interface ToOffer {
  readonly termsYear: number;
  readonly publishedYears: readonly number[];
  /** The contract that ends last, with its own terms; null if no contract has a period. */
  readonly latest: { readonly contract: RecordedContract; readonly terms: RenewalTerms } | null;
  /** Whether an offer under that year's terms already waits for a signature. */
  readonly isOffered: boolean;
}

/**
 * The contract offered to an organisation under the terms of a year, on a local date. It must be possible to sign it
 * that day; for the year after a running contract it must be a renewal. Refuses `transition-refused` for an existing
 * offer or a year without a month left, `terms-not-published`, `renewal-too-early` with the first day, and
 * `invalid-input` for a year further ahead. Source: contract K1-K5.
 */
export function decideOffer(asked: ToOffer, today: Temporal.PlainDate): Result<Offer> {
  const { termsYear, latest, isOffered, publishedYears } = asked;
  const offer: Offer = { termsYear, currentEndsOn: latest === null ? null : endOf(latest.contract) };
  const drafted = advanceContract({ recorded: isOffered ? "offered" : "draft", offer }, "offer", today);
  if (!drafted.ok) return drafted;
  const renewed = checkRenewal(asked, today);
  if (!renewed.ok) return renewed;
  const signable = decideSigning({ recorded: "offered", offer }, today, { publishedYears });
  return signable.ok ? accept(offer) : signable;
}

/** Accepts an offer that does not renew a running contract, or that renews it for the next year. */
function checkRenewal({ termsYear, latest }: ToOffer, today: Temporal.PlainDate): Result<null> {
  if (latest === null || !isToRun(latest.contract, today)) return accept(null);
  if (termsYear <= (endOf(latest.contract)?.year ?? termsYear)) return accept(null);
  const renewal = decideRenewal(latest.contract, today, latest.terms);
  if (!renewal.ok) return renewal;
  return renewal.value.termsYear === termsYear
    ? accept(null)
    : refuse({ code: "invalid-input", fields: { termsYear: "not-an-option" } });
}

function isToRun(contract: RecordedContract, today: Temporal.PlainDate): boolean {
  const state = contractStateOn(contract, today);
  return state === "signed" || state === "active";
}

function endOf(contract: RecordedContract): Temporal.PlainDate | null {
  return "period" in contract ? contract.period.endsOn : null;
}
