import type { Contact, Staff } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Language } from "../../core/values/language.ts";

/** The person behind a session, looked up anew for every request (R03). */
export interface Identity {
  /** Null until a person of several organisations has chosen one. */
  readonly actor: Contact | Staff | null;
  readonly sessionId: string;
  readonly personId: PersonId;
  readonly personName: string;
  readonly language: Language;
  /** The end of the session if it is not used until then. */
  readonly endsAt: Temporal.Instant;
  readonly organisationName: string | null;
  /** The number of organisations to choose from. */
  readonly organisationCount: number;
}
