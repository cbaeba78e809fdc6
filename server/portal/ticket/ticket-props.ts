import type { Contact } from "../../../core/access/actor.ts";
import type { RefusedForm } from "../../http/refused-form.ts";
import type { View } from "../../http/route.ts";
import type { WaitingUpload } from "../../tickets/read-waiting-uploads.ts";
import type { LoadedTicket } from "./load-ticket.ts";

/** The forms of the ticket's page. */
export type FormName = "reply" | "decide" | "outside-hours" | "withdraw" | "reopen";

/** The properties of every part of the ticket's page. */
export interface TicketProps {
  readonly loaded: LoadedTicket;
  readonly actor: Contact;
  readonly view: View;
  readonly refused: RefusedForm<FormName> | null;
  /** The waiting uploads of a refused form. */
  readonly kept: readonly WaitingUpload[];
}
