/** What people do to a thing that somebody else may be looking at. */
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
  "vat-position-set",
  "contract-offered",
  "contract-signed",
  "contract-terminated",
  "contract-withdrawn",
  "contract-addendum-offered",
  "contract-addendum-signed",
  "contract-addendum-withdrawn",
  "own-holiday-added",
  "own-holiday-removed",
] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** What somebody else did meanwhile, so that whoever comes later decides knowing it (R12). */
export interface Change {
  readonly kind: ChangeKind;
  /** The name, as far as the reader may know it. */
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string;
  /** The value before and after, where the change is of one. */
  readonly from: string | null;
  readonly to: string | null;
}
