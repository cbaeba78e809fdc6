import { localDateIn } from "./local-time.ts";

/**
 * The provider's one time zone. Every local date, time and month follows its clock, and terms with another zone are
 * refused. Source: contract M4, T6, "Charges, exactly" 1.
 */
export const timeZone = "Europe/Amsterdam";

/** The local date of an instant by the provider's clock. Source: contract M4, T6. */
export function localDateOf(instant: Temporal.Instant): Temporal.PlainDate {
  return localDateIn(instant, timeZone);
}
