import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { paths } from "../faces/paths.ts";
import { RefusalSummary } from "../http/refusal-summary.tsx";
import { fieldError } from "../http/word-refusal.ts";
import { FileFields } from "../tickets/file-fields.tsx";
import { Button } from "../ui/button.tsx";
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
        <RefusalSummary refusal={refusal} uploads={mine?.uploads} language={language} />
        <TextArea
          name="body"
          label={words.reply}
          hint={words.replyHint}
          rows={3}
          value={mine?.fields["body"]?.[0]}
          error={fieldError(refusal, "body", language)}
          required
        />
        <FileFields label={words.files} keptLabel={words.keptFiles} kept={mine?.kept ?? []} />
        <FormActions>
          <Button variant="primary">{words.send}</Button>
        </FormActions>
      </Form>
    </div>
  );
}
