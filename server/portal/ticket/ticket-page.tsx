import { capitalised } from "../../../core/values/format.ts";
import { outcomeNames } from "../../../core/tickets/ticket-words.ts";
import type { ComponentChildren, VNode } from "preact";
import { stageOf } from "../../../core/tickets/ticket-lifecycle.ts";
import { CostSoFar } from "../../charges/cost-so-far.tsx";
import { paths } from "../../faces/paths.ts";
import { PortalPage } from "../../faces/portal-page.tsx";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { TicketStanding, TicketSteps } from "../../tickets/portal-state.tsx";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDate, formatMonth } from "../../../core/calendar/format-time.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/section.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { AuthorisationHistory, OpenAuthorisation } from "./ticket-authorisations.tsx";
import { TicketConversation } from "./ticket-conversation.tsx";
import { MoreToDo } from "./ticket-more.tsx";
import { ReplyForm } from "./ticket-reply-form.tsx";
import { mayAct, type Shown } from "./ticket-shown.ts";
import { TicketTime } from "./ticket-time.tsx";
import { portalTicketMessages } from "./ticket.messages.ts";

/** A ticket for its customer: how far it is, what it costs, what waits, what was said, what was done. */
export function TicketPage(shown: Shown): VNode {
  const { loaded, view } = shown;
  const { ticket } = loaded;
  return (
    <PortalPage
      view={view}
      title={`${ticket.reference} ${ticket.title}`}
      draftForm={mayAct(shown) ? "reply" : undefined}
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
      {mayAct(shown) && <ReplyForm {...shown} />}
      {shown.actor.seat === null && ticket.status === "open" && (
        <Notice>{portalTicketMessages(view.language).readOnly}</Notice>
      )}
      <TicketTime {...shown} />
      <AuthorisationHistory {...shown} />
      <MoreToDo {...shown} />
    </PortalPage>
  );
}

function Kicker({ loaded: { ticket }, view }: Shown): ComponentChildren {
  const words = portalTicketMessages(view.language);
  const place = words.place(ticket.number_in_month, formatMonth(ticket.month, view.language));
  return [ticket.reference, place, ...(ticket.is_additional ? [words.additional] : [])].join(" · ");
}

function Lead({ loaded: { ticket, names, authorisations }, view }: Shown): VNode {
  // A request waits for the customer, also when they wrote something since.
  const isAsked = ticket.status === "open" && authorisations.some(({ state }) => state === "requested");
  const handler = ticket.assignee_id === null || ticket.status === "closed" ? undefined : names.get(ticket.assignee_id);
  return (
    <>
      <TicketStanding ticket={isAsked ? { ...ticket, waits_for: "customer" } : ticket} language={view.language} />
      {handler !== undefined && <> {portalTicketMessages(view.language).handledBy(handler)}</>}
    </>
  );
}

/** What was refused and has no form on the page to be shown on, with what was typed; the others say it themselves. */
function RefusedAbove(shown: Shown): VNode | null {
  const { refused, view } = shown;
  if (refused === null || (mayAct(shown) && refused.form === "reply")) return null;
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

/** Opening it again changes nothing of what it cost (T4). */
function Reopen({ loaded: { ticket }, view }: Shown): VNode {
  return (
    <Form action={paths.portal.reopen(ticket.reference)} layout="bare">
      <Button size="small">{portalTicketMessages(view.language).reopen}</Button>
    </Form>
  );
}

function ClosedNotice(shown: Shown): VNode | null {
  const { loaded, view } = shown;
  const { ticket, messages, duplicateOf } = loaded;
  if (ticket.outcome === null || ticket.closed_at === null) return null;
  const words = portalTicketMessages(view.language);
  const solution = messages.find((message) => message.is_solution);
  const title = words.closed(
    capitalised(outcomeNames[view.language][ticket.outcome]),
    formatDate(ticket.closed_at, view.language),
  );
  const isResolved = stageOf(ticket) === "resolved";
  const goesOn = duplicateOf !== null && <a href={paths.portal.ticket(duplicateOf)}>{words.goesOnIn(duplicateOf)}</a>;
  const toSolution = solution && <a href={`#message-${solution.id}`}>{words.toSolution}</a>;
  return (
    <Notice tone={isResolved ? "done" : "plain"} title={title} action={goesOn || toSolution}>
      {isResolved ? words.closedHint : words.closedForGood}
      {isResolved && shown.actor.seat !== null && loaded.rates !== null && <Reopen {...shown} />}
    </Notice>
  );
}
