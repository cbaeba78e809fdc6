/** The kinds of change to a thing that somebody else may be looking at. */
export const changeKinds = [
  "ticket-urgency-set",
  "ticket-step-moved",
  "ticket-waiting-set",
  "ticket-picked-up",
  "ticket-replied",
  "ticket-reopened",
  "authorisation-requested",
  "authorisation-approved",
  "authorisation-declined",
  "authorisation-withdrawn",
  "authorisation-delivered",
  "time-voided",
  "visit-voided",
  "expense-voided",
  "correction-withdrawn",
  "start-fee-waived",
  "article-written",
  "article-published",
  "article-retired",
  "article-restored",
  "organisation-changed",
  "organisation-archived",
  "organisation-restored",
  "vat-position-set",
  "provider-set",
  "staff-changed",
  "account-changed",
  "person-suspended",
  "person-brought-back",
  "contract-offered",
  "contract-signed",
  "contract-recorded",
  "contract-terminated",
  "contract-withdrawn",
  "contract-addendum-offered",
  "contract-addendum-signed",
  "contract-addendum-withdrawn",
  "own-holiday-added",
  "own-holiday-removed",
] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** A change by somebody else, for whoever decides after it (R12). */
export interface Change {
  readonly kind: ChangeKind;
  /** The name; null if the reader may not know it. */
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string;
  /** The value before and after, if the change has one. */
  readonly from: string | null;
  readonly to: string | null;
}
