/**
 * A kind of problem that customers have, told once and played many times. Slots: {who} and {other} are colleagues of
 * the contact, {place} a department or location, {domain} the organisation's own domain, {count} a small number.
 */
export interface TicketTemplate {
  readonly key: string;
  readonly titles: readonly string[];
  readonly descriptions: readonly string[];
  /** What the consultant has to know first, and what the contact answers. */
  readonly question?: { readonly asks: string; readonly answers: string };
  readonly progress?: string;
  /** Between consultants; the customer never sees it. */
  readonly note?: string;
  readonly research: string;
  readonly resolution: string;
  readonly solution: string;
  readonly outcome?: "workaround" | "redesign" | "escalated" | "not-solved";
  readonly article?: { readonly title: string; readonly body: string; readonly isPublic: boolean };
  /** Minutes of work, roughly; `large` goes beyond the ceiling and needs the customer's agreement. */
  readonly size: "small" | "medium" | "large";
  readonly urgency: "low" | "normal" | "high" | "critical";
}
