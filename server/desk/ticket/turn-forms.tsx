import { turnWords } from "../../../core/tickets/turn-words.ts";
import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { Select } from "../../ui/select.tsx";
import { DateField } from "../../ui/time-fields.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { CaseNumberField } from "./case-number.tsx";
import { Refused } from "./reply-form.tsx";
import type { TypedForm } from "../../http/refused-form.ts";
import type { TicketData } from "./ticket-data.ts";
import { turnMessages } from "./turn.messages.ts";
import { waitingMessages } from "./waiting-state.tsx";

interface TurnFormProps {
  readonly data: TicketData;
  readonly view: View;
  readonly form: TypedForm;
}

/** Giving the turn without a message (D1, S2). */
export function WaitingForm({ data, view: { language }, form }: TurnFormProps): VNode {
  const words = turnMessages(language);
  const { reference, microsoftCase: known, waitsFor: turn, followUpOn } = data.ticket;
  const turns = (["planning", "microsoft", "customer", "provider"] as const).filter(
    (value) => value !== turn || value !== "provider",
  );
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.wait}</summary>
      <Form action={paths.desk.act(reference, "waiting")} id="waiting-form" version={data.version}>
        <Refused form={form} language={language} />
        <Select
          {...form.field("waitsFor", turns.find((one) => one === turn) ?? turns[0])}
          id="waiting-for"
          label={words.waitFor}
          hint={words.waitHint}
          options={turns.map((value) => ({ value, label: turnWords[language].states[value].name }))}
        />
        <CaseNumberField id="waiting-case" language={language} known={known} form={form} />
        <DateField
          {...form.field("followUpOn", followUpOn?.toString())}
          id="waiting-follow-up"
          label={waitingMessages(language).followUpOn}
          hint={waitingMessages(language).followUpHint}
        />
        <FormActions>
          <Button>{words.setWaiting}</Button>
        </FormActions>
      </Form>
    </details>
  );
}

/** Closing a ticket as a duplicate of another one of the same customer (T4). */
export function MergeForm({ data, view: { language }, form }: TurnFormProps): VNode {
  const words = turnMessages(language);
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.merge}</summary>
      <p class="text-muted">{words.mergeIntro}</p>
      <Form action={paths.desk.act(data.ticket.reference, "merge")} id="merge-form">
        <Refused form={form} language={language} />
        <TextField
          {...form.field("into")}
          id="merge-into"
          label={words.mergeInto}
          placeholder="K26-00042"
          maxLength={20}
          width="short"
          required
        />
        <FormActions>
          <Button>{words.mergeNow}</Button>
        </FormActions>
      </Form>
    </details>
  );
}

/** Reopening a resolved ticket (T4). */
export function ReopenForm({ data, view: { language } }: Omit<TurnFormProps, "form">): VNode {
  return (
    <Form action={paths.desk.act(data.ticket.reference, "reopen")} layout="bare">
      <Button>{turnMessages(language).reopen}</Button>
    </Form>
  );
}
