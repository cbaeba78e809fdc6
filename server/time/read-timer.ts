import type { PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";

export async function findTimer(tx: Transaction, consultantId: PersonId, options: { lock?: boolean } = {}) {
  const query = tx
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
  return options.lock === true ? query.forUpdate("running_timers").executeTakeFirst() : query.executeTakeFirst();
}

export type RunningTimer = NonNullable<Awaited<ReturnType<typeof findTimer>>>;
