import type { Step } from "../../../core/tickets/step.ts";
import { instantAt, type Span } from "./local-calendar.ts";
import type { TicketStep } from "./plan.ts";

const consultant = "joris@kwartier.example";

/** A colleague is working right now: his timer runs on his newest open ticket. */
export function runTimer(steps: readonly TicketStep[], span: Span): TicketStep[] {
  const at = instantAt(span.now - 12);
  const open = new Map<string, { step: TicketStep; at: Step; waits: boolean }>();
  for (const step of steps) {
    const { deed } = step;
    const known = open.get(step.ticket);
    if (deed.kind === "pick-up" && step.by === consultant && Temporal.Instant.compare(step.at, at) < 0)
      open.set(step.ticket, { step, at: "administration", waits: false });
    if (known === undefined) continue;
    if (deed.kind === "move-step" && Temporal.Instant.compare(step.at, at) < 0) known.at = deed.step;
    if (deed.kind === "request-authorisation") known.waits = true;
    if (deed.kind === "reply") known.waits = deed.waitsFor !== "provider";
    if (deed.kind === "resolve" || deed.kind === "withdraw") open.delete(step.ticket);
  }
  const last = [...open.values()].findLast((one) => !one.waits) ?? [...open.values()].at(-1);
  return last === undefined ? [] : [{ ...last.step, at, deed: { kind: "start-timer", step: last.at } }];
}
