import { requirePermission } from "../../core/access/can.ts";
import { decideSeat, type HeldSeat, type SeatDecision } from "../../core/organisations/seats.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { newId } from "../db/new-id.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import type { MailAddress } from "../people/mail-address.ts";
import { recordAssigned } from "./assign-seat.ts";
import { findOrganisation } from "./find-organisations.ts";
import { heldSeats } from "./list-seats.ts";
import { emptySeat, giveSeat, holdPeople, namePerson } from "./designating.ts";

interface SeatSeen {
  readonly organisationId: OrganisationId;
  readonly number: number;
  /** Who held the seat when the form was made; null for an empty one. */
  readonly held: PersonId | null;
}

/** Somebody of a customer who is named, not chosen: nobody can look through other people. */
export interface NamedPerson {
  readonly name: string;
  readonly mailAddress: MailAddress;
}

interface Terms {
  readonly contactSeats: number;
}

/**
 * Gives a seat to somebody who is named by their address: somebody new, or somebody known, who keeps the name they
 * have. A former holder loses access at once; their texts stay (P2). The people are locked, so that hand-overs take
 * turns. Refuses `not-allowed` to anybody but a signatory or an administrator, `not-found`, `changed-meanwhile` when
 * the seat is no longer as it was seen (R12), `seat-unknown`, `already-seated`, and `invalid-input` with
 * `gets-no-access` for an address that no contact can have.
 */
export async function designateContact(
  work: Work,
  { organisationId, number, held, person }: SeatSeen & { readonly person: NamedPerson },
  terms: Terms,
): Promise<Result<SeatDecision>> {
  const seats = await holdSeats(work, { organisationId, number, held });
  if (!seats.ok) return seats;
  const personId = await findNamed(work, organisationId, person);
  if (!personId.ok) return personId;
  const decided = decideSeat(seats.value, { kind: "give", number, personId: personId.value }, terms);
  if (!decided.ok || decided.value.kind === "unchanged") return decided;
  const at = work.now();
  await giveSeat(work.tx, { organisationId, number, mailAddress: person.mailAddress.toLowerCase(), at });
  const { formerId } = decided.value;
  await recordAssigned(work, { organisationId, number, personId: personId.value, formerId });
  return decided;
}

/**
 * Empties a seat. Its holder loses access at once; their texts stay (P2). Refuses `not-allowed`, `changed-meanwhile`
 * when somebody else holds the seat than was seen (R12), `seat-unknown`, `seat-vacant`.
 */
export async function vacateSeat(
  work: Work,
  { organisationId, number, held }: SeatSeen,
): Promise<Result<SeatDecision>> {
  const seats = await holdSeats(work, { organisationId, number, held });
  if (!seats.ok) return seats;
  // A seat that a later year no longer gives can still be emptied.
  const contactSeats = Math.max(number, ...seats.value.map((seat) => seat.number));
  const decided = decideSeat(seats.value, { kind: "vacate", number }, { contactSeats });
  if (!decided.ok) return decided;
  const { formerId } = decided.value;
  if (formerId === null) return refuse({ code: "seat-vacant", seat: number });
  await emptySeat(work.tx, organisationId, number);
  await recordEvent(work, {
    kind: "seat-vacated",
    organisationId,
    subject: formerId,
    payload: { seat: number, before: formerId },
  });
  return decided;
}

async function holdSeats(work: Work, { organisationId, number, held }: SeatSeen): Promise<Result<readonly HeldSeat[]>> {
  const allowed = requirePermission(work.actor, "seat.assign", { organisationId });
  if (!allowed.ok) return allowed;
  if (!(await holdPeople(work.tx, organisationId))) return refuse({ code: "not-allowed" });
  const seats = await heldSeats(work.tx, organisationId);
  const holder = seats.find((seat) => seat.number === number)?.personId ?? null;
  return holder === held ? accept(seats) : refuse({ code: "changed-meanwhile" });
}

/** The person of an address, who is added if nobody has it. The actions that use it name what it refuses. */
export async function findNamed(
  { tx, now }: Work,
  organisationId: OrganisationId,
  { name, mailAddress }: NamedPerson,
): Promise<Result<PersonId>> {
  const organisation = await findOrganisation(tx, organisationId);
  if (organisation === undefined) return refuse({ code: "not-found" });
  const { language } = organisation;
  const personId = await namePerson(tx, organisationId, {
    id: newId<PersonId>(),
    name,
    mailAddress: mailAddress.toLowerCase(),
    language,
    at: now(),
  });
  return personId === null ? refuse({ code: "invalid-input", fields: { mail: "gets-no-access" } }) : accept(personId);
}
