import { abilitiesOf } from "../../core/access/abilities.ts";
import { type AuthorisationDeed, authorisationDeeds } from "../../core/authorisations/authorisation-deeds.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Work } from "../events/work.ts";
import type { TicketRow } from "../tickets/read-ticket.ts";
import { type Authorisation, listAuthorisations } from "./list-authorisations.ts";

/** A work order or quote as it is now. */
export interface AuthorisationNow extends Authorisation {
  /** Whether it waits for the customer's decision, by whomever. */
  readonly isUndecided: boolean;
  /** The deeds that the reader may do to it now. */
  readonly abilities: ReadonlySet<AuthorisationDeed>;
}

/** A ticket's last fifty requests for authorisation, newest first, with what the actor may do to each. */
export async function listWithAbilities(work: Work, ticket: TicketRow): Promise<readonly AuthorisationNow[]> {
  const today = localDateOf(work.now());
  const { organisationId } = ticket;
  return (await listAuthorisations(work.tx, ticket)).map((one) => {
    const facts = { ...one, isFixedPrice: one.fixedPriceCents !== null, today, ticket, organisationId };
    return {
      ...one,
      isUndecided: authorisationDeeds["authorisation.decide"](facts).ok,
      abilities: abilitiesOf(authorisationDeeds, work.actor, facts),
    };
  });
}
