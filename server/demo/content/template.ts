/**
 * A kind of problem, told once and played many times. Slots: {who} and {other} are colleagues of the contact, {place} a
 * department or location, {domain} the organisation's own domain, {count} a small number.
 */
export interface TicketTemplate {
  readonly key: string;
  readonly titles: readonly string[];
  readonly descriptions: readonly string[];
  /** The consultant's first question, and the contact's answer. */
  readonly question?: { readonly asks: string; readonly answers: string };
  readonly progress?: string;
  /** Between consultants. The customer never sees it. */
  readonly note?: string;
  readonly research: string;
  readonly resolution: string;
  readonly solution: string;
  readonly outcome?: "workaround" | "redesign" | "escalated" | "not-solved";
  readonly article?: { readonly title: string; readonly body: string; readonly isPublic: boolean };
  /** Rough minutes of work. `large` goes beyond the ceiling and needs the customer's agreement. */
  readonly size: "small" | "medium" | "large";
  readonly urgency: "low" | "normal" | "high" | "critical";
}
