import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { typedForm } from "../../http/refused-form.ts";
import { FileFields } from "../../tickets/file-fields.tsx";
import { NewsBar, ReadSoFar } from "../../tickets/read-so-far.tsx";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Prose } from "../../ui/prose.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import type { TicketProps } from "./ticket-props.ts";
import { portalTicketMessages } from "./ticket.messages.ts";

/** Writing in the conversation, with files. */
export function ReplyForm({ loaded, actor, view, refused, kept }: TicketProps): VNode {
  const { language } = view;
  const words = portalTicketMessages(language);
  const form = typedForm("reply", refused, language);
  return (
    <div class="section">
      <ReadSoFar form="reply" version={loaded.version} />
      <NewsBar language={language} />
      <Form action={paths.portal.reply(loaded.ticket.reference)} id="reply" files draft idempotencyKey={randomUUID()}>
        <RefusalSummary refusal={form.refusal} uploads={form.uploads} language={language}>
          {form.refusal?.code === "answered-meanwhile" && <LastOfOthers loaded={loaded} actor={actor} view={view} />}
        </RefusalSummary>
        <TextArea {...form.field("body")} label={words.reply} hint={words.replyHint} rows={3} required />
        <FileFields label={words.files} keptLabel={words.keptFiles} kept={kept} />
        <FormActions>
          <Button variant="primary">{words.send}</Button>
        </FormActions>
      </Form>
    </div>
  );
}

/** A newer message of somebody else, shown where the writer looks after the refusal. */
function LastOfOthers({ loaded, actor, view }: Pick<TicketProps, "loaded" | "actor" | "view">): VNode | null {
  const message = loaded.messages.findLast(({ authorId: author }) => author !== actor.personId);
  if (message === undefined) return null;
  return (
    <blockquote class="answered-by">
      <p class="text-muted">
        {message.authorName}, <Moment at={message.writtenAt} now={view.now} />
      </p>
      <Prose text={message.body} markup={message.markup} />
    </blockquote>
  );
}
