import type { VNode } from "preact";
import type { Language } from "../../../core/values/language.ts";
import { TextField } from "../../ui/text-field.tsx";
import type { TypedForm } from "../../http/refused-form.ts";
import { turnMessages } from "./turn.messages.ts";

/** Microsoft's case number. The field appears when Microsoft is chosen, and must be filled in once (S2). */
export function CaseNumberField(props: {
  id: string;
  language: Language;
  known: string | null;
  form: TypedForm;
}): VNode {
  const { id, language, known, form } = props;
  const words = turnMessages(language);
  return (
    <div class="when-microsoft">
      <TextField
        {...form.field("caseNumber", known ?? "")}
        id={id}
        label={words.caseNumber}
        maxLength={100}
        width="short"
      />
    </div>
  );
}
