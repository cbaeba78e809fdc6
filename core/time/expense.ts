import type { Cents } from "../values/money.ts";
import { isOwnVat } from "../values/own-vat.ts";
import type { FieldProblem } from "../values/refusal.ts";
import { accept, refuse, type Result } from "../values/result.ts";

const mostCents = 100_000_000n;
const longestDescription = 200;

/** A cost other than travel that somebody wants to record, such as parking or a cable. (A3) */
export interface ProposedExpense {
  /** The local date of the cost. It decides the month. */
  readonly on: Temporal.PlainDate;
  /** In cents, excluding VAT. */
  readonly amountCents: Cents;
  /** The VAT rate of the thing itself: `standard`, `reduced` or `zero`. */
  readonly vat: string;
  readonly description: string;
}

/** The facts for judging a cost. All dates are local. */
export interface ExpenseFacts {
  readonly today: Temporal.PlainDate;
  readonly createdOn: Temporal.PlainDate;
  readonly closedOn: Temporal.PlainDate | null;
  /** Whether a signed addendum is in force on the date of the cost. */
  readonly isUnderAddendum: boolean;
}

/**
 * Whether a cost can be recorded on a ticket. Refuses `invalid-input` for an amount outside 1 cent to 1,000,000 euro,
 * an unknown VAT rate and a description that is missing or longer than 200 characters; `entry-in-future`,
 * `entry-before-ticket`, `entry-after-closing`; and `no-addendum` without a signed addendum in force on its date.
 * Source: contract A3, "Charges, exactly" 5.
 */
export function decideExpense(expense: ProposedExpense, facts: ExpenseFacts): Result<null> {
  const fields = problemsOf(expense);
  if (Object.keys(fields).length > 0) return refuse({ code: "invalid-input", fields });
  const { on } = expense;
  const { today, createdOn, closedOn } = facts;
  if (isBefore(today, on)) return refuse({ code: "entry-in-future" });
  if (isBefore(on, createdOn)) return refuse({ code: "entry-before-ticket" });
  if (closedOn !== null && isBefore(closedOn, on)) return refuse({ code: "entry-after-closing" });
  return facts.isUnderAddendum ? accept(null) : refuse({ code: "no-addendum", on: on.toString() });
}

function problemsOf({ amountCents, vat, description }: ProposedExpense): Readonly<Record<string, FieldProblem>> {
  const fields: Record<string, FieldProblem> = {};
  if (amountCents < 1n || amountCents > mostCents) fields["amount"] = "out-of-range";
  if (!isOwnVat(vat)) fields["vat"] = "not-an-option";
  if (description.trim() === "") fields["description"] = "required";
  else if (description.length > longestDescription) fields["description"] = "too-long";
  return fields;
}

function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}
