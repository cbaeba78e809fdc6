import { localDateOf } from "../../core/calendar/time-zone.ts";
import { type ContractTerms, defaultTerms } from "../../core/contracts/terms.ts";
import type { Work } from "../events/work.ts";
import { findTerms } from "./read-contracts.ts";

/** The terms of this year. Before they are published, the usual ones give the number of seats. */
export async function termsNow({ tx, now }: Pick<Work, "tx" | "now">): Promise<ContractTerms> {
  const { year } = localDateOf(now());
  return (await findTerms(tx, year)) ?? defaultTerms(year);
}
