import type { Staff } from "../../../core/access/actor.ts";
import type { Result } from "../../../core/values/result.ts";
import { paths } from "../../faces/paths.ts";
import { referenceOf } from "../../faces/params.ts";
import { type Answer, redirect, refused } from "../../http/answer.ts";
import type { RefusedRequest } from "../../http/route.ts";
import type { FormName } from "./shown.ts";
import { showTicket } from "./ticket-page.tsx";

/** To the ticket's page, with a sentence about what was done; or why it was not. */
export function backToTicket(done: Result<unknown>, reference: string, toast: string): Answer {
  return done.ok ? redirect(paths.desk.ticket(reference), { toast }) : refused(done.refusal);
}

/**
 * What a route answers when one form of the ticket's page was refused: the page, with that form as it was filled in.
 */
export function showFormAgain(form: FormName): (request: RefusedRequest<Staff>) => Promise<Answer> {
  return async (request) => showTicket(request, referenceOf(request.params), { shown: { form, ...request } });
}
