import type { Selectable } from "kysely";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Tables } from "../db/tables.ts";

type MailRow = Selectable<Tables["outgoing_mails"]>;
export type MailKindName = MailRow["kind"];
export type MailState = MailRow["state"];
/** The states that somebody may want to look at. */
export const openStates = ["waiting", "refused", "given-up", "stopped"] as const;
export type OpenState = (typeof openStates)[number];

/** A mail to be sent: its subject and receiver. Its words are made when it goes. */
export interface DueMail {
  readonly id: string;
  readonly kind: MailKindName;
  readonly organisationId: OrganisationId | null;
  /** The id of its event, its code or its invitation. */
  readonly aboutId: string;
  /** Null for the organisation's address for invoices. */
  readonly personId: PersonId | null;
  readonly waitingSince: Temporal.Instant;
  readonly endsAt: Temporal.Instant | null;
}

/** The columns of a due mail. */
export const dueColumns = ["id", "kind", "organisationId", "aboutId", "personId", "waitingSince", "endsAt"] as const;

/** The number of mails that one transaction handles. */
export const mostAtOnce = 500;

export type NewMail = Omit<DueMail, "waitingSince">;
