import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { fieldError } from "../../refusals/refusals.ts";
import { FileFields } from "../../tickets/file-fields.tsx";
import { NewsBar, ReadSoFar } from "../../tickets/read-so-far.tsx";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Prose } from "../../ui/prose.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import type { Shown } from "./ticket-shown.ts";
import { portalTicketMessages } from "./ticket.messages.ts";

/** Writing in the conversation, with files. */
export function ReplyForm({ loaded, actor, view, refused }: Shown): VNode {
  const { language } = view;
  const words = portalTicketMessages(language);
  const mine = refused?.form === "reply" ? refused : null;
  const refusal = mine?.refusal ?? null;
  return (
    <div class="section">
      <ReadSoFar form="reply" version={loaded.version} />
      <NewsBar language={language} />
      <Form action={paths.portal.reply(loaded.ticket.reference)} id="reply" files draft idempotencyKey={randomUUID()}>
        <RefusalSummary refusal={refusal} uploads={mine?.uploads} language={language}>
          {refusal?.code === "answered-meanwhile" && <LastOfOthers loaded={loaded} actor={actor} view={view} />}
        </RefusalSummary>
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

/** What came in while somebody wrote, where they look when it is not sent. */
function LastOfOthers({ loaded, actor, view }: Omit<Shown, "refused">): VNode | null {
  const message = loaded.messages.findLast(({ author_id: author }) => author !== actor.personId);
  if (message === undefined) return null;
  return (
    <blockquote class="answered-by">
      <p class="text-muted">
        {message.author_name}, <Moment at={message.written_at} now={view.now} />
      </p>
      <Prose text={message.body} markup={message.markup} />
    </blockquote>
  );
}
