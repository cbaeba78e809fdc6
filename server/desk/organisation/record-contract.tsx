import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { localDateOf } from "../../../core/calendar/time-zone.ts";
import type { OrganisationId, PersonId } from "../../../core/values/ids.ts";
import { recordingMessages } from "../../contracts/recording.messages.ts";
import { paths } from "../../faces/paths.ts";
import type { TypedForm } from "../../http/refused-form.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Select } from "../../ui/select.tsx";
import { DateField } from "../../ui/time-fields.tsx";

export interface RecordContractProps {
  readonly organisationId: OrganisationId;
  /** The years whose terms a contract on paper can be under; none for somebody who may not record one. */
  readonly years: readonly number[];
  readonly signatories: readonly { readonly id: PersonId; readonly name: string }[];
  readonly form: TypedForm;
  readonly view: View;
}

/** A folded form for a contract that was signed on paper. */
export function RecordContract({ organisationId, years, signatories, form, view }: RecordContractProps): VNode | null {
  if (years.length === 0 || signatories.length === 0) return null;
  const { language } = view;
  const words = recordingMessages(language);
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.record}</summary>
      <p class="text-muted">{words.recordHint}</p>
      <Form action={paths.desk.recordContract(organisationId)} id="record-contract" idempotencyKey={randomUUID()}>
        <RefusalSummary refusal={form.refusal} language={language} />
        <Select
          {...form.field("termsYear", String(years[0]))}
          label={words.termsYear}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <DateField {...form.field("signedOn")} label={words.signedOn} max={localDateOf(view.now).toString()} required />
        <Select
          {...form.field("signedBy", signatories[0]?.id)}
          label={words.signedBy}
          options={signatories.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button>{words.recordNow}</Button>
      </Form>
    </details>
  );
}
