import type { PersonId } from "../../core/values/ids.ts";
import { type Statements, compiledOne } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { onceInReading } from "../db/once-in-reading.ts";

/** The running timer of a consultant. */
export const findTimer = onceInReading(compiledOne(timerOf));

/** The same, locked until the transaction ends. */
export async function lockTimer(tx: Transaction, consultantId: PersonId) {
  return timerOf(tx, consultantId).forUpdate("running_timers").executeTakeFirst();
}

function timerOf(from: Statements, consultantId: PersonId) {
  return from
    .selectFrom("running_timers")
    .innerJoin("tickets", (join) =>
      join
        .onRef("tickets.organisationId", "=", "running_timers.organisationId")
        .onRef("tickets.id", "=", "running_timers.ticketId"),
    )
    .select([
      "tickets.reference",
      "tickets.title",
      "tickets.organisationId",
      "tickets.id as ticketId",
      "running_timers.step",
      "running_timers.authorisationId",
      "running_timers.startedAt",
    ])
    .where("running_timers.consultantId", "=", consultantId);
}

export type RunningTimer = NonNullable<Awaited<ReturnType<typeof findTimer>>>;
