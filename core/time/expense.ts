import type { Cents } from "../values/money.ts";
import { isOwnVat } from "../values/own-vat.ts";
import type { FieldProblem } from "../values/refusal.ts";
import { accept, refuse, type Result } from "../values/result.ts";

const mostCents = 100_000_000n;
const longestDescription = 200;

/** Another cost than travel, such as parking or a cable, as somebody wants to write it down. (A3) */
export interface ProposedExpense {
  /** The local date it was made on, to whose month it belongs. */
  readonly on: Temporal.PlainDate;
  /** In cents, excluding VAT. */
  readonly amountCents: Cents;
  /** The rate that the thing itself carries: `standard`, `reduced` or `zero`. */
  readonly vat: string;
  readonly description: string;
}

/** What a cost is judged by; all are local dates. */
export interface ExpenseFacts {
  readonly today: Temporal.PlainDate;
  readonly createdOn: Temporal.PlainDate;
  readonly closedOn: Temporal.PlainDate | null;
  /** Whether a signed addendum is in force on the date of the cost. */
  readonly isUnderAddendum: boolean;
}

/**
 * Whether a cost can be written down on a ticket. Refuses `invalid-input` for an amount that is not from 1 cent to
 * 1,000,000 euro, a VAT rate that no thing carries and a description that is missing or over 200 characters long;
 * `entry-in-future`, `entry-before-ticket`, `entry-after-closing`; `no-addendum` without a signed one in force on its
 * date. Source: contract A3, "Charges, exactly" 5.
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
