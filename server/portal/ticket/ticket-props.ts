import type { Contact } from "../../../core/access/actor.ts";
import type { RefusedForm } from "../../http/refused-form.ts";
import type { View } from "../../http/route.ts";
import type { WaitingUpload } from "../../tickets/attachments.ts";
import type { LoadedTicket } from "./load-ticket.ts";

/** The forms of the ticket's page. */
export type FormName = "reply" | "decide" | "outside-hours" | "withdraw" | "reopen";

/** What every part of the ticket's page is given. */
export interface TicketProps {
  readonly loaded: LoadedTicket;
  readonly actor: Contact;
  readonly view: View;
  readonly refused: RefusedForm<FormName> | null;
  /** The uploads that wait for a form that was refused. */
  readonly kept: readonly WaitingUpload[];
}
