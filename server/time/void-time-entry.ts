import type { Staff } from "../../core/access/actor.ts";
import type { Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";
import { findEntry } from "./read-entries.ts";
import { takeBack, type ToTakeBack } from "./take-back.ts";

/**
 * Takes back a mistaken time entry, with a reason; the ticket's totals follow (T2). Refuses `not-found`, `not-allowed`,
 * `reason-needed`, and `changed-meanwhile` for one that was already taken back.
 */
export async function voidTimeEntry(work: Work<Staff>, asked: ToTakeBack): Promise<Result<null>> {
  return takeBack(work, asked, {
    table: "time_entries",
    find: async (ticket, id) => findEntry(work.tx, ticket, id),
    ownerOf: (entry) => entry.consultantId,
    named: ({ id }) => ({ entryId: id }),
    eventOf: ({ id, minutes }, reason) => ({
      kind: "time-voided",
      payload: { entryId: id, minutes, reason },
    }),
  });
}
