import { localDateOf } from "../../core/calendar/time-zone.ts";
import { decidePublishing } from "../../core/contracts/publishing.ts";
import { type ContractTerms, defaultTerms } from "../../core/contracts/terms.ts";
import type { Work } from "../events/work.ts";
import { hasContractsIn } from "./publish-terms.ts";
import { findTerms, listPublishedYears } from "./read-contracts.ts";

/** The years with terms, and of this year and the next those whose terms can be published now (K5). */
export async function listTermsYears({ tx, now }: Work): Promise<{
  readonly published: readonly number[];
  readonly open: readonly number[];
}> {
  const today = localDateOf(now());
  const [publishedYears, hasContracts] = await Promise.all([listPublishedYears(tx), hasContractsIn(tx, today.year)]);
  const open = [today.year, today.year + 1].filter(
    (year) =>
      decidePublishing(defaultTerms(year), { today, publishedYears, hasContracts: hasContracts && year === today.year })
        .ok,
  );
  return { published: publishedYears, open };
}

/**
 * The numbers to begin a year's terms with: those of the last published year before it, or else the usual ones.
 */
export async function termsToBeginWith(
  { tx }: Work,
  { year, published }: { readonly year: number; readonly published: readonly number[] },
): Promise<ContractTerms> {
  const last = published.findLast((each) => each < year);
  const before = last === undefined ? null : await findTerms(tx, last);
  return before === null ? defaultTerms(year) : { ...before, year };
}
