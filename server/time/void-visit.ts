import type { Staff } from "../../core/access/actor.ts";
import type { Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";
import { findVisit } from "./read-visits.ts";
import { takeBack, type ToTakeBack } from "./take-back.ts";

/**
 * Takes back a mistaken visit with its travel, with a reason (A3). Refuses `not-found`, `not-allowed`, `reason-needed`,
 * and `changed-meanwhile` for one that was already taken back.
 */
export async function voidVisit(work: Work<Staff>, asked: ToTakeBack): Promise<Result<null>> {
  return takeBack(work, asked, {
    table: "visits",
    find: async (ticket, id) => findVisit(work.tx, ticket, id),
    ownerOf: (visit) => visit.ownerId,
    named: ({ id }) => ({ visitId: id }),
    eventOf: ({ id, minutes, kilometres }, reason) => ({
      kind: "visit-voided",
      payload: { visitId: id, minutes, kilometres, reason },
    }),
  });
}
