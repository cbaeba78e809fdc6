import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { resolvedOutcomes } from "../../../core/tickets/outcome.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { ReadSoFar } from "../../tickets/read-so-far.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox, RadioCards } from "../../ui/choices.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { CaseNumberField } from "./case-number.tsx";
import { conversationMessages } from "./conversation.messages.ts";
import { deskMessages } from "./desk.messages.ts";
import { Refused } from "./reply-form.tsx";
import type { Retry } from "./shown.ts";
import type { TicketData } from "./ticket-data.ts";

interface ResolveFormProps {
  readonly data: TicketData;
  readonly view: View;
  readonly retry: Retry;
}

/** Closing a ticket: outcome, message to the customer, and what was learned (D3). */
export function ResolveForm({ data, view, retry }: ResolveFormProps): VNode {
  const { language } = view;
  const words = conversationMessages(language);
  const { reference } = data.ticket;
  return (
    <details class="fold" id="resolve" open={retry.isShown || data.articleText !== ""}>
      <summary>{words.resolve}</summary>
      <p class="text-muted">{words.resolveIntro}</p>
      <Form action={paths.desk.ticket(reference)} method="get" layout="inline" label={words.searchArticles}>
        <TextField
          name="articles"
          id="article-search"
          label={words.searchArticles}
          value={data.articleText}
          maxLength={100}
        />
        <Button>{words.search}</Button>
      </Form>
      <ReadSoFar form="resolve-form" version={data.version} />
      <Form action={paths.desk.act(reference, "resolve")} id="resolve-form" draft idempotencyKey={randomUUID()}>
        <Refused retry={retry} language={language} />
        <Select
          name="outcome"
          label={words.outcome}
          options={resolvedOutcomes.map((value) => ({ value, label: deskMessages(language).outcomes[value] }))}
          value={retry.typed("outcome", "solved")}
          error={retry.error("outcome")}
        />
        <CaseNumberField id="resolve-case" language={language} known={data.ticket.microsoft_case} retry={retry} />
        <TextArea
          name="message"
          label={words.message}
          value={retry.typed("message")}
          error={retry.error("message")}
          rows={5}
          required
        />
        <ArticleChoice data={data} view={view} retry={retry} />
        <FormActions>
          <Button variant="primary">{words.close}</Button>
        </FormActions>
      </Form>
    </details>
  );
}

function ArticleChoice({ data, view, retry }: ResolveFormProps): VNode {
  const words = conversationMessages(view.language);
  const kinds = (["existing", "new", "none"] as const).map((value) => ({ value, label: words.articleKinds[value] }));
  return (
    <>
      <RadioCards
        name="article"
        label={words.article}
        options={kinds}
        value={retry.typed("article", data.foundArticles.length > 0 ? "existing" : "new")}
        error={retry.error("article")}
        columns
      />
      <div class="when-existing">
        <Select
          name="articleId"
          label={words.chooseArticle}
          prompt={words.articlePrompt}
          options={data.foundArticles.map((one) => ({ value: one.id, label: one.title }))}
          value={retry.typed("articleId")}
          error={retry.error("articleId")}
        />
      </div>
      <div class="when-new form-stack">
        <TextField
          name="articleTitle"
          label={words.newTitle}
          value={retry.typed("articleTitle")}
          error={retry.error("articleTitle")}
          maxLength={200}
        />
        <TextArea
          name="articleBody"
          label={words.newBody}
          value={retry.typed("articleBody")}
          error={retry.error("articleBody")}
          rows={4}
        />
        <Checkbox name="isPublic" label={words.isPublic} checked={retry.typed("isPublic") === "yes"} />
      </div>
      <div class="when-none">
        <TextField
          name="noArticleReason"
          label={words.noArticleReason}
          value={retry.typed("noArticleReason")}
          error={retry.error("noArticleReason")}
          maxLength={500}
        />
      </div>
    </>
  );
}
