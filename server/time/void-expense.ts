import type { Staff } from "../../core/access/actor.ts";
import type { Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";
import { findExpense } from "./read-expenses.ts";
import { takeBack, type ToTakeBack } from "./take-back.ts";

/**
 * Takes back a mistaken cost, with a reason (A3). Refuses `not-found`, `not-allowed`, `reason-needed`, and
 * `changed-meanwhile` for one that was already taken back.
 */
export async function voidExpense(work: Work<Staff>, asked: ToTakeBack): Promise<Result<null>> {
  return takeBack(work, asked, {
    table: "expenses",
    find: async (ticket, id) => findExpense(work.tx, ticket, id),
    ownerOf: (expense) => expense.ownerId,
    named: ({ id }) => ({ expenseId: id }),
    eventOf: ({ id, description, amountCents }, reason) => ({
      kind: "expense-voided",
      payload: { expenseId: id, description, amountCents, reason },
    }),
  });
}
