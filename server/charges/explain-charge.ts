import { timeZone } from "../../core/calendar/time-zone.ts";
import type { Charge } from "../../core/charges/charge.ts";
import {
  type Explained,
  explainCharge as explain,
  summariseCharge as summarise,
} from "../../core/charges/explain-charge.ts";
import type { Language } from "../../core/values/language.ts";

/** Explains an amount in the provider's time zone: one sentence for each rule that took part. */
export function explainCharge(charge: Explained, language: Language): readonly string[] {
  return explain(charge, { language, timeZone });
}

/** Sums up a charge on one line, in the provider's time zone. */
export function summariseCharge(charge: Explained & Pick<Charge, "minutes">, language: Language): string {
  return summarise(charge, { language, timeZone });
}
