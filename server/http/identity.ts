import type { Contact, Staff } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Language } from "../ui/language.ts";

/** Who a session stands for, looked up anew for every request (R03). */
export interface Identity {
  /** Empty while somebody of several organisations has not chosen one yet. */
  readonly actor: Contact | Staff | null;
  readonly sessionId: string;
  readonly personId: PersonId;
  readonly personName: string;
  readonly language: Language;
  /** When the session ends unless it is used until then. */
  readonly endsAt: Temporal.Instant;
  readonly organisationName: string | null;
  /** How many organisations this person may choose from. */
  readonly organisationCount: number;
}
