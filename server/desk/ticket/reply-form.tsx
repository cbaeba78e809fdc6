import { turnWords } from "../../../core/tickets/turn-words.ts";
import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import type { WaitingUpload } from "../../tickets/read-waiting-uploads.ts";
import { Button } from "../../ui/button.tsx";
import { FileFields } from "../../tickets/file-fields.tsx";
import { NewsBar, ReadSoFar } from "../../tickets/read-so-far.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import type { Language } from "../../../core/values/language.ts";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { CaseNumberField } from "./case-number.tsx";
import { conversationMessages } from "./conversation.messages.ts";
import type { TypedForm } from "../../http/refused-form.ts";

interface ReplyFormProps {
  readonly reference: string;
  readonly language: Language;
  readonly form: TypedForm;
  readonly kept: readonly WaitingUpload[];
  /** The version of the ticket that the page shows. */
  readonly version: number;
  /** Microsoft's case number, if known. */
  readonly caseNumber: string | null;
}

/** An answer to the customer, with the next turn. */
export function ReplyForm({ reference, language, form, kept, version, caseNumber }: ReplyFormProps): VNode {
  const words = conversationMessages(language);
  const thens = (["customer", "provider", "microsoft", "planning"] as const).map((value) => ({
    value,
    label: turnWords[language].states[value].name,
  }));
  return (
    <>
      <ReadSoFar form="reply" version={version} />
      <NewsBar language={language} />
      <Form action={paths.desk.act(reference, "reply")} id="reply" files draft idempotencyKey={randomUUID()}>
        <Refused form={form} language={language} />
        <TextArea
          {...form.field("body")}
          id="reply-body"
          shortcut="r"
          label={words.reply}
          hint={words.replyHint}
          rows={5}
          required
        />
        <FileFields label={words.files} keptLabel={words.keptFiles} kept={kept} />
        <CaseNumberField id="reply-case" language={language} known={caseNumber} form={form} />
        <FormActions>
          <Button variant="primary">{words.send}</Button>
          <Select {...form.field("waitsFor", "customer")} label={words.nextTurn} hideLabel options={thens} />
        </FormActions>
      </Form>
    </>
  );
}

/** A note for colleagues, closed at first. */
export function NoteForm({
  reference,
  language,
  form,
}: Omit<ReplyFormProps, "kept" | "version" | "caseNumber">): VNode {
  const words = conversationMessages(language);
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.note}</summary>
      <Form action={paths.desk.act(reference, "note")} id="note" draft idempotencyKey={randomUUID()}>
        <Refused form={form} language={language} />
        <TextArea
          {...form.field("body")}
          id="note-body"
          shortcut="n"
          label={words.noteText}
          hideLabel
          rows={3}
          required
        />
        <FormActions>
          <Button>{words.saveNote}</Button>
        </FormActions>
      </Form>
    </details>
  );
}

/** The refusal of a form above its fields. */
export function Refused({ form, language }: { form: TypedForm; language: Language }): VNode | null {
  return <RefusalSummary refusal={form.refusal} uploads={form.uploads} language={language} />;
}
