import { capitalised } from "../../../core/values/format.ts";
import { outcomeNames } from "../../../core/tickets/ticket-words.ts";
import type { ComponentChildren, VNode } from "preact";
import { z } from "zod";
import type { Contact } from "../../../core/access/actor.ts";
import { stageOf } from "../../../core/tickets/ticket-lifecycle.ts";
import { accept, refuse } from "../../../core/values/result.ts";
import { CostSoFar } from "../../charges/cost-so-far.tsx";
import { readPageKey } from "../../db/page-key.ts";
import { paths } from "../../faces/paths.ts";
import { PortalPage } from "../../faces/portal-page.tsx";
import { contacts } from "../../http/access.ts";
import { pageKey } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { ofTicket } from "../../http/params.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { listWaitingUploads } from "../../tickets/read-waiting-uploads.ts";
import { TicketStanding, TicketSteps } from "../../tickets/portal-state.tsx";
import { attachmentsOf } from "../../tickets/typed-attachments.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDate, formatMonth } from "../../../core/calendar/format-time.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/section.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { loadPortalTicket } from "./load-ticket.ts";
import { AuthorisationHistory, OpenAuthorisation } from "./ticket-authorisations.tsx";
import { TicketConversation } from "./ticket-conversation.tsx";
import { MoreToDo } from "./ticket-more.tsx";
import { ReplyForm } from "./ticket-reply-form.tsx";
import type { FormName, TicketProps } from "./ticket-props.ts";
import { TicketTime } from "./ticket-time.tsx";
import { portalTicketMessages } from "./ticket.messages.ts";

/** The page of a ticket for its customer. Its deeds are declared in ticket-routes.ts. */
export const ticketPage = formPage<Contact, { reference: string }, { before?: string | undefined }, FormName>({
  path: paths.portal.ticket(":reference"),
  access: contacts,
  permission: "ticket.read",
  params: ofTicket,
  query: z.strictObject({ before: pageKey }),
  address: ({ reference }) => paths.portal.ticket(reference),
  show: async ({ work, actor, params: { reference }, input: { before }, view }, refused) => {
    const loaded = await loadPortalTicket(work, reference, readPageKey(before));
    if (loaded === null) return refuse({ code: "not-found" });
    const kept = await listWaitingUploads(work, refused === null ? [] : attachmentsOf(refused));
    return accept(<TicketPage {...{ loaded, actor, view, refused, kept }} />);
  },
});

/** The ticket's progress, its cost, what waits, the conversation, the work. */
function TicketPage(shown: TicketProps): VNode {
  const { loaded, view } = shown;
  const { ticket } = loaded;
  return (
    <PortalPage
      view={view}
      title={`${ticket.reference} ${ticket.title}`}
      draftForm={shown.loaded.abilities.has("ticket.reply") ? "reply" : undefined}
    >
      <PageHead
        back={{ href: paths.portal.tickets, label: portalTicketMessages(view.language).back }}
        kicker={<Kicker {...shown} />}
        title={ticket.title}
        lead={<Lead {...shown} />}
      />
      <RefusedAbove {...shown} />
      <ClosedNotice {...shown} />
      {ticket.outcome !== "withdrawn" && <TicketSteps ticket={ticket} language={view.language} />}
      <CostSoFar charges={loaded.charges} language={view.language} ticket={ticket} />
      <OpenAuthorisation {...shown} />
      <TicketConversation {...shown} />
      {shown.loaded.abilities.has("ticket.reply") && <ReplyForm {...shown} />}
      {ticket.status === "open" && !loaded.abilities.has("ticket.reply") && (
        <Notice>{portalTicketMessages(view.language).readOnly}</Notice>
      )}
      <TicketTime {...shown} />
      <AuthorisationHistory {...shown} />
      <MoreToDo {...shown} />
    </PortalPage>
  );
}

function Kicker({ loaded: { ticket }, view }: TicketProps): ComponentChildren {
  const words = portalTicketMessages(view.language);
  const place = words.place(ticket.numberInMonth, formatMonth(ticket.month, view.language));
  return [ticket.reference, place, ...(ticket.isAdditional ? [words.additional] : [])].join(" · ");
}

function Lead({ loaded: { ticket, names, authorisations }, view }: TicketProps): VNode {
  // A request waits for the customer, even after they wrote something.
  const isAsked = authorisations.some(({ isUndecided }) => isUndecided);
  const handler = ticket.assigneeId === null || ticket.status === "closed" ? undefined : names.get(ticket.assigneeId);
  return (
    <>
      <TicketStanding ticket={isAsked ? { ...ticket, waitsFor: "customer" } : ticket} language={view.language} />
      {handler !== undefined && <> {portalTicketMessages(view.language).handledBy(handler)}</>}
    </>
  );
}

/** A refusal without a form on the page, with the typed text. Other refusals are shown on their forms. */
function RefusedAbove(shown: TicketProps): VNode | null {
  const { refused, view } = shown;
  if (refused === null || (shown.loaded.abilities.has("ticket.reply") && refused.form === "reply")) return null;
  const words = portalTicketMessages(view.language);
  const typed = refused.fields["body"]?.[0] ?? "";
  return (
    <>
      <RefusalSummary {...refused} language={view.language} title={words.refusedTitle} />
      {typed !== "" && (
        <TextArea name="unsent" label={words.unsent} hint={words.unsentHint} value={typed} rows={3} readOnly />
      )}
    </>
  );
}

/** Reopening changes nothing about the cost (T4). */
function Reopen({ loaded: { ticket }, view }: TicketProps): VNode {
  return (
    <Form action={paths.portal.reopen(ticket.reference)} layout="bare">
      <Button size="small">{portalTicketMessages(view.language).reopen}</Button>
    </Form>
  );
}

function ClosedNotice(shown: TicketProps): VNode | null {
  const { loaded, view } = shown;
  const { ticket, messages, duplicateOf } = loaded;
  if (ticket.outcome === null || ticket.closedAt === null) return null;
  const words = portalTicketMessages(view.language);
  const solution = messages.find((message) => message.isSolution);
  const title = words.closed(
    capitalised(outcomeNames[view.language][ticket.outcome]),
    formatDate(ticket.closedAt, view.language),
  );
  const isResolved = stageOf(ticket) === "resolved";
  const goesOn = duplicateOf !== null && <a href={paths.portal.ticket(duplicateOf)}>{words.goesOnIn(duplicateOf)}</a>;
  const toSolution = solution && <a href={`#message-${solution.id}`}>{words.toSolution}</a>;
  return (
    <Notice tone={isResolved ? "done" : "plain"} title={title} action={goesOn || toSolution}>
      {isResolved ? words.closedHint : words.closedForGood}
      {loaded.abilities.has("ticket.reopen") && loaded.rates !== null && <Reopen {...shown} />}
    </Notice>
  );
}
