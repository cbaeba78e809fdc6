import type { ChargeRules } from "../../core/charges/rules.ts";
import { replay, type Replay } from "../../core/evaluation/replay.ts";
import { isInYear } from "../../core/evaluation/year-counts.ts";
import type { WorkOfYear } from "./load-year.ts";

/** An organisation's calendar year as it was charged, and under other rules (K5). */
export function replayYear({ year, rules, work, approvedMinutes }: WorkOfYear, to: ChargeRules): Replay {
  return replay({ work, from: rules, to, isAsked: isInYear(year), approvedMinutes });
}
