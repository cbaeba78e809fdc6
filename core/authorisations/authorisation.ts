import type { Window } from "../calendar/week.ts";
import { hourlyRateFor } from "../contracts/hourly-rate.ts";
import type { ContractTerms } from "../contracts/terms.ts";
import { amountForMinutes, type Cents } from "../values/money.ts";
import { accept, refuse, type Result } from "../values/result.ts";
import { advanceAuthorisation } from "./authorisation-lifecycle.ts";

export type AuthorisationKind = "work-order" | "quote";
export type AuthorisationState = "requested" | "approved" | "declined" | "withdrawn" | "delivered";

/** A consultant's request: minutes beyond the ceiling, and the windows in which the work is planned. */
export interface AskedAuthorisation {
  readonly minutes: number;
  readonly windows: readonly Window[];
  readonly validUntil: Temporal.PlainDate | null;
  /**
   * One price for the work, in cents excluding VAT, whatever time it takes; null for work that is charged by the hour.
   */
  readonly fixedPriceCents?: Cents | null;
}

/** The request that the customer decides on. The estimate is the highest possible cost, excluding VAT. */
export interface PricedAuthorisation {
  readonly kind: AuthorisationKind;
  readonly estimateCents: Cents;
  readonly fixedPriceCents: Cents | null;
  /** None for a quote with one price: it costs the same at any hour and agrees to no dearer window. (M5) */
  readonly windows: readonly Window[];
  readonly validUntil: Temporal.PlainDate | null;
  /** The year whose prices a quote holds until its last day, also across a year's end. */
  readonly termsYear: number;
}

interface Priced {
  readonly terms: ContractTerms;
  readonly isAdditional: boolean;
  readonly today: Temporal.PlainDate;
}

/**
 * Prices a request at the dearest of its windows, so that it never costs more than the estimate. Up to the terms' limit
 * it is a work order, above it a quote. A fixed price is its own estimate and always a quote. Refuses `invalid-input`
 * for no minutes, a price outside 1 cent to 1,000,000 euro, no windows, windows that the terms do not have, and a quote
 * whose validity date is missing or past. Source: contract T3, M4.
 */
export function priceAuthorisation(asked: AskedAuthorisation, priced: Priced): Result<PricedAuthorisation> {
  if (asked.minutes < 1 || asked.minutes > mostMinutes)
    return refuse({ code: "invalid-input", fields: { minutes: "out-of-range" } });
  const fixedPriceCents = asked.fixedPriceCents ?? null;
  return fixedPriceCents === null ? priceByTheHour(asked, priced) : priceAsOne(asked, fixedPriceCents, priced);
}

function priceByTheHour(
  asked: AskedAuthorisation,
  { terms, isAdditional, today }: Priced,
): Result<PricedAuthorisation> {
  const { minutes, windows } = asked;
  if (windows.length === 0) return refuse({ code: "invalid-input", fields: { windows: "required" } });
  if (!windows.every((window) => terms.windows.some(({ id }) => id === window)))
    return refuse({ code: "invalid-input", fields: { windows: "not-an-option" } });
  const rates = windows.map((window) => hourlyRateFor(window, isAdditional, terms));
  const dearest = rates.reduce((highest, rate) => (rate > highest ? rate : highest), 0n);
  const byTheHour = {
    estimateCents: amountForMinutes(minutes, dearest),
    fixedPriceCents: null,
    windows,
    termsYear: terms.year,
  };
  if (minutes <= terms.workOrderLimitMinutes) return accept({ kind: "work-order", ...byTheHour, validUntil: null });
  const validUntil = checkValidity(asked.validUntil, today);
  return validUntil.ok ? accept({ kind: "quote", ...byTheHour, validUntil: validUntil.value }) : validUntil;
}

function priceAsOne(
  asked: AskedAuthorisation,
  fixedPriceCents: Cents,
  { terms, today }: Priced,
): Result<PricedAuthorisation> {
  if (fixedPriceCents < 1n || fixedPriceCents > mostCents)
    return refuse({ code: "invalid-input", fields: { fixedPrice: "out-of-range" } });
  const validUntil = checkValidity(asked.validUntil, today);
  if (!validUntil.ok) return validUntil;
  return accept({
    kind: "quote",
    estimateCents: fixedPriceCents,
    fixedPriceCents,
    windows: [],
    validUntil: validUntil.value,
    termsYear: terms.year,
  });
}

function checkValidity(validUntil: Temporal.PlainDate | null, today: Temporal.PlainDate): Result<Temporal.PlainDate> {
  if (validUntil === null) return refuse({ code: "invalid-input", fields: { validUntil: "required" } });
  if (Temporal.PlainDate.compare(validUntil, today) < 0)
    return refuse({ code: "invalid-input", fields: { validUntil: "too-early" } });
  return accept(validUntil);
}

const mostMinutes = 60_000;
const mostCents = 100_000_000n;

/** A request at the moment the customer decides. */
export interface OpenAuthorisation {
  readonly state: AuthorisationState;
  readonly version: number;
  readonly minutes: number;
  readonly windows: readonly Window[];
  /** The window of the ticket's terms that needs no agreement. (M5) */
  readonly usualWindow: Window;
  readonly validUntil: Temporal.PlainDate | null;
  readonly isFixedPrice?: boolean;
}

export interface Decision {
  readonly decision: "approve" | "decline";
  /** The version of the request that the contact saw. */
  readonly version: number;
}

/** The effect of a decision: minutes added to the ceiling, and an agreement to work outside office hours. */
export interface DecidedAuthorisation {
  readonly state: "approved" | "declined";
  readonly minutesAdded: number;
  readonly agreesOutsideHours: boolean;
}

/**
 * Decides what a contact's answer to a request does. Approving a request that names dearer windows also agrees to work
 * in them from then on. Approving a fixed price adds no minutes: its work stays outside the ceiling. Refuses
 * `authorisation-decided`, `changed-meanwhile` when the contact saw another version, and `authorisation-expired` when a
 * quote is approved after its last day. Source: contract T3, M5.
 */
export function decideOnAuthorisation(
  authorisation: OpenAuthorisation,
  { decision, version }: Decision,
  today: Temporal.PlainDate,
): Result<DecidedAuthorisation> {
  const next = advanceAuthorisation(authorisation, decision, today);
  const isOpen = authorisation.state === "requested";
  if (isOpen && authorisation.version !== version) return refuse({ code: "changed-meanwhile" });
  if (!next.ok) return next;
  if (decision === "decline") return accept({ state: "declined", minutesAdded: 0, agreesOutsideHours: false });
  return accept({
    state: "approved",
    minutesAdded: authorisation.isFixedPrice === true ? 0 : authorisation.minutes,
    agreesOutsideHours: authorisation.windows.some((window) => window !== authorisation.usualWindow),
  });
}
