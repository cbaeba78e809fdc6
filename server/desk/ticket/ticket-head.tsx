import { capitalised } from "../../../core/values/format.ts";
import { notAssessed, outcomeNames, stepNames, urgencyNames } from "../../../core/tickets/ticket-words.ts";
import type { VNode } from "preact";
import type { Staff } from "../../../core/access/actor.ts";
import { steps } from "../../../core/tickets/step.ts";
import { urgencies } from "../../../core/tickets/progress.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { formatWaiting } from "../../../core/calendar/format-time.ts";
import { PageHead } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { State } from "../../ui/state.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import type { TicketData } from "./ticket-data.ts";
import { UrgencyState } from "../board/ticket-table.tsx";
import { deskTicketMessages } from "./ticket.messages.ts";
import { ReopenForm } from "./turn-forms.tsx";
import { turnMessages } from "./turn.messages.ts";
import { WaitingState } from "./waiting-state.tsx";

interface HeadProps {
  readonly data: TicketData;
  readonly view: View;
  readonly actor: Staff;
}

/** Reference, title, and the most important action. */
export function TicketHead({ data, view, actor }: HeadProps): VNode {
  const words = deskTicketMessages(view.language);
  const { ticket, organisation, terms, assignee } = data;
  const number =
    terms === null || terms.ticketsPerMonth === null
      ? words.number(ticket.numberInMonth)
      : words.numberOf(ticket.numberInMonth, terms.ticketsPerMonth);
  const isMine = ticket.assigneeId === actor.personId;
  const pickUp = data.abilities.has("ticket.pick-up") && !isMine && (
    <Form action={paths.desk.act(ticket.reference, "pick-up")} layout="bare" version={data.version}>
      <Button variant={assignee === null ? "primary" : "plain"}>
        {assignee === null ? words.pickUp : words.takeOver(assignee)}
      </Button>
    </Form>
  );
  return (
    <PageHead
      back={{ href: paths.desk.board, label: words.back }}
      kicker={
        <>
          {ticket.reference} · <a href={paths.desk.organisation(organisation.organisationId)}>{organisation.name}</a> ·{" "}
          {number}
          {ticket.isAdditional && ` · ${words.additional}`}
        </>
      }
      title={ticket.title}
      actions={data.abilities.has("ticket.reopen") ? <ReopenForm data={data} view={view} /> : pickUp || undefined}
    />
  );
}

/** The state of the ticket in one line. A choice of step or urgency takes effect at once (B4, D1-D3). */
export function StatusStrip({ data, view, actor }: HeadProps): VNode {
  const { language, now } = view;
  const words = deskTicketMessages(language);
  const { ticket, assignee } = data;
  const turn =
    ticket.outcome === null ? (
      <WaitingState ticket={ticket} view={view} />
    ) : (
      <State tone="done">{words.closedAs(outcomeNames[language][ticket.outcome])}</State>
    );
  return (
    <dl class="strip">
      <Fact term={words.turn}>
        {turn}{" "}
        {ticket.status === "open" && (
          <span class="text-muted">{words.since(formatWaiting(ticket.waitingSince, now, language))}</span>
        )}
        {ticket.microsoftCase !== null && (
          <span class="text-muted"> {turnMessages(language).caseOf(ticket.microsoftCase)}</span>
        )}
        {data.duplicateOf !== null && (
          <>
            {" "}
            <a class="link" href={paths.desk.ticket(data.duplicateOf)}>
              {data.duplicateOf}
            </a>
          </>
        )}
      </Fact>
      <Fact term={words.assignee}>
        {ticket.assigneeId === actor.personId
          ? words.you
          : (assignee ?? <span class="text-muted">{words.nobody}</span>)}
      </Fact>
      <Fact term={words.step}>
        {data.abilities.has("ticket.move-step") ? (
          <StepForm data={data} view={view} actor={actor} />
        ) : (
          capitalised(stepNames[language][ticket.step])
        )}
      </Fact>
      <Fact term={words.urgency}>
        {data.abilities.has("ticket.set-urgency") ? (
          <>
            <UrgencyForm data={data} view={view} actor={actor} />
            {ticket.urgency !== null && <UrgencyReason data={data} view={view} actor={actor} />}
          </>
        ) : (
          <UrgencyState urgency={ticket.urgency} language={language} />
        )}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: preact.ComponentChildren }): VNode {
  return (
    <div class="strip-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function StepForm({ data: { ticket, version }, view: { language } }: HeadProps): VNode {
  const words = deskTicketMessages(language);
  const ahead = steps.slice(steps.indexOf(ticket.step));
  return (
    <Form action={paths.desk.act(ticket.reference, "step")} layout="bare" version={version}>
      <Select
        name="step"
        id="ticket-step"
        label={words.step}
        hideLabel
        autosubmit
        options={ahead.map((value) => ({ value, label: capitalised(stepNames[language][value]) }))}
        value={ticket.step}
      />
      <noscript>
        <Button size="small">{words.save}</Button>
      </noscript>
    </Form>
  );
}

function UrgencyForm({ data: { ticket, version }, view: { language } }: HeadProps): VNode {
  const words = deskTicketMessages(language);
  return (
    <Form action={paths.desk.act(ticket.reference, "urgency")} layout="bare" version={version}>
      <Select
        name="urgency"
        id="ticket-urgency"
        label={words.urgency}
        hideLabel
        autosubmit
        prompt={notAssessed[language]}
        options={urgencies.map((value) => ({ value, label: capitalised(urgencyNames[language][value]) }))}
        value={ticket.urgency ?? ""}
      />
      <noscript>
        <Button size="small">{words.save}</Button>
      </noscript>
    </Form>
  );
}

/** The reason of the urgency, in words for the customer. */
function UrgencyReason({ data: { ticket, version }, view: { language } }: HeadProps): VNode {
  const words = deskTicketMessages(language);
  return (
    <Disclosure id="explain-urgency" label={words.explain} variant="quiet">
      <Form action={paths.desk.act(ticket.reference, "urgency")} id="urgency-reason-form" version={version}>
        <input type="hidden" name="urgency" value={ticket.urgency ?? ""} />
        <TextArea
          name="reason"
          id="urgency-reason"
          label={words.urgencyReason}
          hint={words.urgencyReasonHint}
          value={ticket.urgencyReason ?? ""}
          maxLength={500}
          rows={2}
          required
        />
        <FormActions>
          <Button>{words.sendReason}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
