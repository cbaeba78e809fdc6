import { capitalised } from "../../core/values/format.ts";
import { turnWords } from "../../core/tickets/turn-words.ts";
import { outcomeNames, stepNames } from "../../core/tickets/ticket-words.ts";
import type { VNode } from "preact";
import { steps } from "../../core/tickets/step.ts";
import { stageOf } from "../../core/tickets/ticket-lifecycle.ts";
import type { Language } from "../../core/values/language.ts";
import { State } from "../ui/state.tsx";
import { StepTracker } from "../ui/step-tracker.tsx";
import type { TicketRow } from "./read-ticket.ts";
import { ticketMessages } from "./ticket.messages.ts";

type Standing = Pick<TicketRow, "status" | "waitsFor" | "outcome" | "pickedUpAt"> & {
  readonly microsoftCase?: string | null;
};

/** The turn or the outcome, in words for the customer. */
export function TicketStanding({ ticket, language }: { ticket: Standing; language: Language }): VNode {
  const words = ticketMessages(language);
  if (ticket.outcome !== null) {
    const isDone = ticket.outcome === "solved" || ticket.outcome === "workaround" || ticket.outcome === "redesign";
    return <State tone={isDone ? "done" : "neutral"}>{capitalised(outcomeNames[language][ticket.outcome])}</State>;
  }
  switch (ticket.waitsFor) {
    case "customer":
    case "authorisation":
      return <State tone="waiting">{words.waitsForYou}</State>;
    case "microsoft":
      return <State tone="neutral">{waitsForMicrosoft(ticket.microsoftCase ?? null, language)}</State>;
    case "planning":
      return <State tone="neutral">{capitalised(turnWords[language].states.planning.name)}</State>;
    case "provider":
      break;
  }
  if (ticket.pickedUpAt === null) return <State tone="neutral">{words.notPickedUp}</State>;
  return <State tone="active">{words.inHand}</State>;
}

function waitsForMicrosoft(caseNumber: string | null, language: Language): string {
  const words = ticketMessages(language);
  const waits = capitalised(turnWords[language].states.microsoft.name);
  return caseNumber === null ? waits : `${waits}, ${words.microsoftCase(caseNumber)}`;
}

/**
 * The three steps and a ticket's place among them (D1-D3). A resolved ticket has been through all of them, a withdrawn
 * one through those it reached.
 */
export function TicketSteps({
  ticket,
  language,
}: {
  ticket: Pick<TicketRow, "outcome" | "step">;
  language: Language;
}): VNode {
  const words = ticketMessages(language);
  const at = steps.indexOf(ticket.step);
  const isHandled = stageOf(ticket) === "resolved";
  const stateOf = (index: number) => {
    if (index < at || isHandled) return "done";
    return index === at && ticket.outcome === null ? "current" : "coming";
  };
  return (
    <StepTracker
      label={words.stepsLabel}
      steps={steps.map((step, index) => ({ label: capitalised(stepNames[language][step]), state: stateOf(index) }))}
    />
  );
}
