import type { Names } from "../values/language.ts";
import { counted } from "./clause-values.ts";
import type { ContractTerms } from "./terms.ts";

/** The aimed time to pick up a ticket, in both languages: `3 dagen`, or `2 werkdagen`. Source: contract B3. */
export function wordPickupAim({ days, kind }: ContractTerms["pickupAim"]): Names {
  return kind === "working"
    ? { nl: counted(days, "werkdag", "werkdagen"), en: counted(days, "working day", "working days") }
    : { nl: counted(days, "dag", "dagen"), en: counted(days, "day", "days") };
}
