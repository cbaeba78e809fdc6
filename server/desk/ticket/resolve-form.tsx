import { capitalised } from "../../../core/values/format.ts";
import { outcomeNames } from "../../../core/tickets/ticket-words.ts";
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
import { Refused } from "./reply-form.tsx";
import type { TypedForm } from "../../http/refused-form.ts";
import type { TicketData } from "./ticket-data.ts";

interface ResolveFormProps {
  readonly data: TicketData;
  readonly view: View;
  readonly form: TypedForm;
}

/** Closing a ticket: outcome, message to the customer, and article (D3). */
export function ResolveForm({ data, view, form }: ResolveFormProps): VNode {
  const { language } = view;
  const words = conversationMessages(language);
  const { reference } = data.ticket;
  return (
    <details class="fold" id="resolve" open={form.isAgain || data.articleText !== ""}>
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
        <Refused form={form} language={language} />
        <Select
          {...form.field("outcome", "solved")}
          label={words.outcome}
          options={resolvedOutcomes.map((value) => ({ value, label: capitalised(outcomeNames[language][value]) }))}
        />
        <CaseNumberField id="resolve-case" language={language} known={data.ticket.microsoftCase} form={form} />
        <TextArea {...form.field("message")} label={words.message} rows={5} required />
        <ArticleChoice data={data} view={view} form={form} />
        <FormActions>
          <Button variant="primary">{words.close}</Button>
        </FormActions>
      </Form>
    </details>
  );
}

function ArticleChoice({ data, view, form }: ResolveFormProps): VNode {
  const words = conversationMessages(view.language);
  const kinds = (["existing", "new", "none"] as const).map((value) => ({ value, label: words.articleKinds[value] }));
  return (
    <>
      <RadioCards
        {...form.field("article", data.foundArticles.length > 0 ? "existing" : "new")}
        label={words.article}
        options={kinds}
        columns
      />
      <div class="when-existing">
        <Select
          {...form.field("articleId")}
          label={words.chooseArticle}
          prompt={words.articlePrompt}
          options={data.foundArticles.map((one) => ({ value: one.id, label: one.title }))}
        />
      </div>
      <div class="when-new form-stack">
        <TextField {...form.field("articleTitle")} label={words.newTitle} maxLength={200} />
        <TextArea {...form.field("articleBody")} label={words.newBody} rows={4} />
        <Checkbox name="isPublic" label={words.isPublic} checked={form.typed("isPublic") === "yes"} />
      </div>
      <div class="when-none">
        <TextField {...form.field("noArticleReason")} label={words.noArticleReason} maxLength={500} />
      </div>
    </>
  );
}
