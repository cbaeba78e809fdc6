import type { OrganisationId, PersonId } from "../values/ids.ts";

export type SeatNumber = 1 | 2;

/** Somebody of a customer organisation: holding a seat, the power to sign, or both (P2). */
export interface Contact {
  readonly kind: "contact";
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly seat: SeatNumber | null;
  readonly isSignatory: boolean;
}

/** Somebody of the provider. An administrator may do all that a consultant may. */
export interface Staff {
  readonly kind: "consultant" | "administrator";
  readonly personId: PersonId;
}

/** The product itself: sign-in before anybody is known, and jobs. */
export interface System {
  readonly kind: "system";
}

export type Actor = Contact | Staff | System;
