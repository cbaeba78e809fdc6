import { requireAbility } from "../../core/access/abilities.ts";
import { requirePermission } from "../../core/access/can.ts";
import { type AuthorisationDeed, authorisationDeeds } from "../../core/authorisations/authorisation-deeds.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { AuthorisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Work } from "../events/work.ts";
import { lockTicket } from "../tickets/lock-ticket.ts";
import type { TicketRow } from "../tickets/read-ticket.ts";
import { refuseSettled } from "./refuse-settled.ts";
import { findLockedAuthorisation } from "./store.ts";

export type LockedAuthorisation = NonNullable<Awaited<ReturnType<typeof findLockedAuthorisation>>>;

interface Locked {
  readonly ticket: TicketRow;
  readonly authorisation: LockedAuthorisation;
}

/**
 * A work order or quote for a deed, locked with its ticket until the transaction ends (R12). Refuses `not-found`, and
 * the reason why the actor may not do the deed to it now, with the person who settled it.
 */
export async function lockAuthorisation(
  work: Work,
  { reference, id }: { readonly reference: string; readonly id: AuthorisationId },
  deed: AuthorisationDeed,
): Promise<Result<Locked>> {
  const { actor } = work;
  const locked = await lockTicket(work, reference, "ticket.read");
  if (!locked.ok) return locked;
  const ticket = locked.value;
  const permitted = requirePermission(actor, deed, ticket);
  if (!permitted.ok) return permitted;
  const authorisation = await findLockedAuthorisation(work.tx, ticket, id);
  if (authorisation === undefined) return refuse({ code: "not-found" });
  const { organisationId } = ticket;
  const thing = { ...authorisation, ticket, organisationId, today: localDateOf(work.now()) };
  const able = requireAbility(authorisationDeeds, { actor, deed, thing });
  return able.ok ? accept({ ticket, authorisation }) : refuseSettled(work, able.refusal, { ticket, id });
}
