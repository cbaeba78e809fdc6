import type { VNode } from "preact";
import { wordRefusal } from "../http/word-refusal.ts";
import { writtenIn } from "../http/written-text.ts";
import type { Language } from "../ui/language.ts";
import { Notice } from "../ui/notice.tsx";
import { TextArea } from "../ui/text-field.tsx";
import type { Shown } from "./shown.ts";
import { deskTicketMessages } from "./ticket.messages.ts";

/** What was refused of a form that the page no longer offers, and what was written in it, so that it can be used elsewhere. */
export function TurnedAway({ shown, language }: { shown: Shown; language: Language }): VNode {
  const words = deskTicketMessages(language);
  const written = writtenIn(shown.fields);
  return (
    <div role="alert" tabIndex={-1} data-error-summary>
      <Notice tone="refused">
        <p>{wordRefusal(shown.refusal, language)}</p>
        {written !== "" && (
          <TextArea name="written" id="written" label={words.written} value={written} rows={5} readOnly />
        )}
      </Notice>
    </div>
  );
}
