import type { VNode } from "preact";
import { formatDuration } from "../../../core/values/format.ts";
import type { Language } from "../../../core/values/language.ts";
import { deskTicketMessages } from "./ticket.messages.ts";

interface ResearchMeterProps {
  /** Minutes of research left before the customer is consulted. */
  readonly left: number;
  /** The reached threshold of the terms, 0 when no minutes are left; null before any. */
  readonly warning: number | null;
  readonly language: Language;
}

/** The research left, shown in amber from the terms' first warning on (D2). It blocks nothing. */
export function ResearchMeter({ left, warning, language }: ResearchMeterProps): VNode {
  const words = deskTicketMessages(language);
  const time = (minutes: number) => formatDuration(minutes, language);
  if (warning === null) return <p class="field-hint">{words.researchLeft(time(left))}</p>;
  return (
    <p class="hint-waiting">{warning === 0 ? words.researchDone : words.researchLast(time(left), time(warning))}</p>
  );
}
