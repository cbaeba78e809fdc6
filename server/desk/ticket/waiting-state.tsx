import type { VNode } from "preact";
import { formatDay } from "../../../core/calendar/format-time.ts";
import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { turnWords } from "../../../core/tickets/turn-words.ts";
import type { Waiting } from "../../../core/tickets/turn.ts";
import { capitalised } from "../../../core/values/format.ts";
import type { View } from "../../http/route.ts";
import { defineMessages } from "../../ui/define-messages.ts";
import { State } from "../../ui/state.tsx";

export const waitingMessages = defineMessages({
  nl: {
    followUpOn: "Opvolgen op",
    followUpHint: "Vanaf die dag valt het ticket op in de wachtrij. Alleen medewerkers zien dit.",
    isDue: (day: string) => `Opvolgen sinds ${day}`,
    until: (state: string, day: string) => `${state} tot ${day}`,
  },
  en: {
    followUpOn: "Follow up on",
    followUpHint: "From that day on the ticket stands out in the queue. Only staff see this.",
    isDue: (day) => `Follow up since ${day}`,
    until: (state, day) => `${state} until ${day}`,
  },
});

interface WaitingStateProps {
  readonly ticket: { readonly waitsFor: Waiting; readonly followUpOn: Temporal.PlainDate | null };
  readonly view: Pick<View, "language" | "now">;
}

/** The turn of an open ticket and its follow-up day, on the board and on its page. */
export function WaitingState({ ticket: { waitsFor, followUpOn }, view: { language, now } }: WaitingStateProps): VNode {
  const words = waitingMessages(language);
  const state = capitalised(turnWords[language].states[waitsFor].name);
  if (followUpOn === null) return <State tone={waitsFor === "provider" ? "active" : "waiting"}>{state}</State>;
  const day = formatDay(followUpOn, language);
  const isDue = Temporal.PlainDate.compare(followUpOn, localDateOf(now)) <= 0;
  return (
    <State tone={isDue ? "refused" : "waiting"} icon={isDue ? "clock" : undefined}>
      {isDue ? words.isDue(day) : words.until(state, day)}
    </State>
  );
}
