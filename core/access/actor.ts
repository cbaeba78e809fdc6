import type { OrganisationId, PersonId } from "../values/ids.ts";

export type SeatNumber = 1 | 2;

/** A person of a customer organisation, with a seat, the power to sign, or both (P2). */
export interface Contact {
  readonly kind: "contact";
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly seat: SeatNumber | null;
  readonly isSignatory: boolean;
}

/** A person of the provider. An administrator may do everything a consultant may. */
export interface Staff {
  readonly kind: "consultant" | "administrator";
  readonly personId: PersonId;
}

/** The product itself, in jobs and before a sign-in. */
export interface System {
  readonly kind: "system";
}

export type Actor = Contact | Staff | System;
