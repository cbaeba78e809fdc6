import type { Contact, Staff } from "../../../core/access/actor.ts";
import { accept, type Result } from "../../../core/values/result.ts";
import { decideAuthorisation } from "../../authorisations/decide-authorisation.ts";
import { listAuthorisations } from "../../authorisations/list-authorisations.ts";
import { requestAuthorisation } from "../../authorisations/request-authorisation.ts";
import type { Work } from "../../events/work.ts";
import { articlesOfTicket } from "../../knowledge/list-articles.ts";
import { moveArticle } from "../../knowledge/move-article.ts";
import { agreeOutsideHours } from "../../tickets/agree-outside-hours.ts";
import { createTicket } from "../../tickets/create-ticket.ts";
import { moveStep } from "../../tickets/move-step.ts";
import { pickUpTicket } from "../../tickets/pick-up-ticket.ts";
import { replyToTicket } from "../../tickets/reply-to-ticket.ts";
import { resolveTicket } from "../../tickets/resolve-ticket.ts";
import { setUrgency } from "../../tickets/set-urgency.ts";
import { setWaiting } from "../../tickets/set-waiting.ts";
import { findTicket } from "../../tickets/read-ticket.ts";
import { withdrawTicket } from "../../tickets/withdraw-ticket.ts";
import { writeNote } from "../../tickets/write-note.ts";
import { logTimeEntry } from "../../time/log-time-entry.ts";
import { startTimer } from "../../time/start-timer.ts";
import { instantAt } from "./local-calendar.ts";
import { known, type Registry } from "./people.ts";
import type { PlannedArticle, TicketDeed, TicketStep } from "./plan.ts";

/** Carries out a contact's deed by the product's own action. */
export async function actAsContact(
  work: Work<Contact>,
  registry: Registry,
  { ticket, deed }: TicketStep,
): Promise<Result<unknown>> {
  if (deed.kind === "create") {
    const created = await createTicket(work, { ...deed, isAdditionalConfirmed: true, attachmentIds: [] });
    if (created.ok) registry.tickets.set(ticket, created.value.reference);
    return created;
  }
  const reference = known(registry.tickets, ticket);
  switch (deed.kind) {
    case "reply":
      return replyToTicket(work, { reference, body: deed.body, attachmentIds: [] });
    case "withdraw":
      return withdrawTicket(work, { reference });
    case "agree-outside-hours":
      return agreeOutsideHours(work, { reference });
    case "decide-authorisation":
      return decide(work, reference, deed);
    default:
      throw new Error(`a contact does not ${deed.kind}`);
  }
}

async function decide(
  work: Work<Contact>,
  reference: string,
  { decision, reason }: Extract<TicketDeed, { kind: "decide-authorisation" }>,
): Promise<Result<unknown>> {
  const ticket = await findTicket(work.tx, reference);
  const open =
    ticket === undefined
      ? undefined
      : (await listAuthorisations(work.tx, ticket)).find((one) => one.state === "requested");
  if (open === undefined) throw new Error(`nothing to decide on ${reference}`);
  return decideAuthorisation(work, { reference, id: open.id, version: open.version, decision, reason });
}

/** Carries out a deed of staff by the product's own action. */
export async function actAsStaff(
  work: Work<Staff>,
  registry: Registry,
  { ticket, deed }: TicketStep,
): Promise<Result<unknown>> {
  const reference = known(registry.tickets, ticket);
  switch (deed.kind) {
    case "pick-up":
      return pickUpTicket(work, { reference });
    case "set-urgency":
      return setUrgency(work, { reference, ...deed });
    case "set-waiting":
      return setWaiting(work, { reference, ...deed });
    case "move-step":
      return moveStep(work, { reference, step: deed.step });
    case "log-time":
      return logTime(work, reference, deed);
    case "start-timer":
      return startTimer(work, { reference, step: deed.step });
    case "reply":
      return replyToTicket(work, {
        reference,
        body: deed.body,
        attachmentIds: [],
        waitsFor: deed.waitsFor,
        ...caseOf(reference),
      });
    case "note":
      return writeNote(work, { reference, body: deed.body });
    case "request-authorisation":
      return requestAuthorisation(work, { reference, ...deed });
    case "resolve":
      return resolve(work, registry, { reference, deed });
    default:
      throw new Error(`a consultant does not ${deed.kind}`);
  }
}

/** A case number like Microsoft's, the same each time the history is made. */
function caseOf(reference: string): { caseNumber: string } {
  return { caseNumber: `26${reference.replaceAll(/\D/g, "").padStart(14, "0")}` };
}

async function logTime(
  work: Work<Staff>,
  reference: string,
  { step, slot, notCharged, description }: Extract<TicketDeed, { kind: "log-time" }>,
): Promise<Result<unknown>> {
  return logTimeEntry(work, {
    reference,
    step,
    start: instantAt(slot.start),
    end: instantAt(slot.end),
    isChargeable: notCharged === null,
    reason: notCharged,
    description,
  });
}

type Resolving = { reference: string; deed: Extract<TicketDeed, { kind: "resolve" }> };

async function resolve(
  work: Work<Staff>,
  registry: Registry,
  { reference, deed }: Resolving,
): Promise<Result<unknown>> {
  const { message, outcome } = deed;
  const resolved = await resolveTicket(work, {
    reference,
    message,
    outcome,
    article: articleOf(registry, deed.article),
    ...(outcome === "escalated" && caseOf(reference)),
  });
  if (!resolved.ok || deed.article.kind !== "new") return resolved;
  const ticket = await findTicket(work.tx, reference);
  const [article] = ticket === undefined ? [] : await articlesOfTicket(work.tx, ticket);
  if (article === undefined) return accept(null);
  registry.articles.set(deed.article.template, article.id);
  return moveArticle(work, { id: article.id, move: "publish" });
}

function articleOf(registry: Registry, article: PlannedArticle) {
  if (article.kind === "existing") return { kind: "existing", id: known(registry.articles, article.template) } as const;
  return article;
}
