import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { paths } from "../faces/paths.ts";
import { fieldError, wordRefusal } from "../http/word-refusal.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choices.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { FileField } from "../ui/file-field.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { TextArea } from "../ui/text-field.tsx";
import type { Shown } from "./ticket-shown.ts";
import { portalTicketMessages } from "./ticket.messages.ts";

/** Writing in the conversation, with files. */
export function ReplyForm({ loaded, view, refused }: Shown): VNode {
  const { language } = view;
  const words = portalTicketMessages(language);
  const mine = refused?.form === "reply" ? refused : null;
  const refusal = mine?.refusal ?? null;
  return (
    <div class="section">
      <Form action={paths.portal.reply(loaded.ticket.reference)} id="reply" files draft idempotencyKey={randomUUID()}>
        <ErrorSummary errors={refusal === null ? [] : [{ text: wordRefusal(refusal, language) }]} />
        <TextArea
          name="body"
          label={words.reply}
          hint={words.replyHint}
          rows={3}
          value={mine?.fields["body"]?.[0]}
          error={fieldError(refusal, "body", language)}
          required
        />
        {mine !== null && mine.kept.length > 0 && (
          <fieldset class="field">
            <legend class="field-label">{words.keptFiles}</legend>
            {mine.kept.map((file) => (
              <Checkbox
                key={file.id}
                name="attachments[]"
                id={`kept-${file.id}`}
                label={file.name}
                value={file.id}
                checked
              />
            ))}
          </fieldset>
        )}
        <FileField name="files" label={words.files} limitMegabytes={25} optional />
        <FormActions>
          <Button variant="primary">{words.send}</Button>
        </FormActions>
      </Form>
    </div>
  );
}
