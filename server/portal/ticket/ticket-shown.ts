import type { Contact } from "../../../core/access/actor.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import type { Fields, Upload } from "../../http/read-input.ts";
import type { View } from "../../http/route.ts";
import type { WaitingUpload } from "../../tickets/attachments.ts";
import type { LoadedTicket } from "./load-ticket.ts";

/** A form of the ticket's page that was refused, with what was typed in it. */
export interface RefusedForm {
  readonly form: "reply" | "decide" | "outside-hours" | "withdraw" | "reopen";
  readonly refusal: Refusal;
  readonly fields: Fields;
  readonly uploads: readonly Upload[];
  readonly kept: readonly WaitingUpload[];
}

/** What every part of the ticket's page is given. */
export interface Shown {
  readonly loaded: LoadedTicket;
  readonly actor: Contact;
  readonly view: View;
  readonly refused: RefusedForm | null;
}

/** Only a seated contact acts, and only on an open ticket (P2). */
export function mayAct({ loaded, actor }: Pick<Shown, "loaded" | "actor">): boolean {
  return actor.seat !== null && loaded.ticket.status === "open";
}
