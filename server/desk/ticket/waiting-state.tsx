import type { VNode } from "preact";
import { turnWords } from "../../../core/tickets/turn-words.ts";
import type { Waiting } from "../../../core/tickets/turn.ts";
import { capitalised } from "../../../core/values/format.ts";
import type { View } from "../../http/route.ts";
import { State } from "../../ui/state.tsx";

interface WaitingStateProps {
  readonly ticket: { readonly waitsFor: Waiting };
  readonly view: Pick<View, "language" | "now">;
}

/** Who or what an open ticket waits for, on the board and on its page. */
export function WaitingState({ ticket: { waitsFor }, view: { language } }: WaitingStateProps): VNode {
  return (
    <State tone={waitsFor === "provider" ? "active" : "waiting"}>
      {capitalised(turnWords[language].states[waitsFor].name)}
    </State>
  );
}
