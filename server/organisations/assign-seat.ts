import { can } from "../../core/access/can.ts";
import { decideSeat, type SeatDecision } from "../../core/organisations/seats.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { findSeats } from "./find-organisations.ts";
import { saveSeat } from "./store.ts";

/**
 * Gives a seat to a person. A former holder loses it at once; their texts stay (P2). The contract's terms give the
 * number of seats. Refuses `not-allowed` to anybody but a signatory or an
 * administrator, `seat-unknown`, `already-seated`.
 */
export async function assignSeat(
  work: Work,
  { organisationId, number, personId }: { organisationId: OrganisationId; number: number; personId: PersonId },
  terms: { readonly contactSeats: number },
): Promise<Result<SeatDecision>> {
  if (!can(work.actor, "seat.assign", { organisationId })) return refuse({ code: "not-allowed" });
  const seats = await findSeats(work.tx, organisationId);
  const held = seats.map((seat) => ({ number: seat.number, personId: seat.id }));
  const decided = decideSeat(held, { kind: "give", number, personId }, terms);
  if (!decided.ok || decided.value.kind === "unchanged") return decided;
  await saveSeat(work.tx, { organisationId, seatNumber: number, personId, assignedAt: work.now() });
  await recordAssigned(work, { organisationId, number, personId, formerId: decided.value.formerId });
  return accept(decided.value);
}

interface Assigned {
  readonly organisationId: OrganisationId;
  readonly number: number;
  readonly personId: PersonId;
  readonly formerId: PersonId | null;
}

/** Records who got a seat, and who had it. */
export async function recordAssigned(
  work: Work,
  { organisationId, number, personId, formerId }: Assigned,
): Promise<void> {
  await recordEvent(work, {
    kind: "seat-assigned",
    organisationId,
    subject: personId,
    payload: { seat: number, before: formerId, after: personId },
  });
}
