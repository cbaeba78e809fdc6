import { capitalised } from "../../../core/values/format.ts";
import { stepNames, urgencyNames } from "../../../core/tickets/ticket-words.ts";
import type { VNode } from "preact";
import { urgencies } from "../../../core/tickets/progress.ts";
import { steps } from "../../../core/tickets/step.ts";
import { paths } from "../../faces/paths.ts";
import { wordRefusal } from "../../refusals/refusals.ts";
import { writtenIn } from "../../http/written-text.ts";
import type { Language } from "../../../core/values/language.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import type { RefusedForm } from "../../http/refused-form.ts";
import type { FormName } from "./form-names.ts";
import type { TicketData } from "./ticket-data.ts";
import { deskTicketMessages } from "./ticket.messages.ts";

interface NoLongerOfferedProps {
  readonly refused: RefusedForm<FormName>;
  readonly data: TicketData;
  readonly language: Language;
}

/** The refusal and the text of a form that the page no longer offers, so that the text can be used elsewhere. */
export function FormNoLongerOffered({ refused, data, language }: NoLongerOfferedProps): VNode {
  const words = deskTicketMessages(language);
  const written = writtenIn(refused.fields);
  const isNews = refused.refusal.code === "changed-meanwhile" || refused.refusal.code === "not-sent";
  return (
    <div role="alert" tabIndex={-1} data-error-summary>
      <Notice tone={isNews ? "waiting" : "refused"}>
        <p>{wordRefusal(refused.refusal, language)}</p>
        <Anyway {...{ refused, data, language }} />
        {written !== "" && (
          <TextArea name="written" id="written" label={words.written} value={written} rows={5} readOnly />
        )}
      </Notice>
    </div>
  );
}

/** Repeats the same choice, now that the person knows the other's change (R12). */
function Anyway({ refused, data, language }: NoLongerOfferedProps): VNode | null {
  if (refused.refusal.code !== "changed-meanwhile" || data.ticket.status !== "open") return null;
  const words = deskTicketMessages(language);
  const chosen = (name: string) => refused.fields[name]?.[0] ?? "";
  const step = steps.find((one) => one === chosen("step") && steps.indexOf(one) > steps.indexOf(data.ticket.step));
  const urgency = urgencies.find((one) => one === chosen("urgency"));
  if (step !== undefined)
    return (
      <Again {...{ data, name: "step", value: step }}>{words.anyway(capitalised(stepNames[language][step]))}</Again>
    );
  if (urgency === undefined) return null;
  return (
    <Again {...{ data, name: "urgency", value: urgency }}>
      {words.anyway(capitalised(urgencyNames[language][urgency]))}
    </Again>
  );
}

interface AgainProps {
  readonly data: TicketData;
  readonly name: "step" | "urgency";
  readonly value: string;
  readonly children: string;
}

function Again({ data, name, value, children }: AgainProps): VNode {
  return (
    <Form action={paths.desk.act(data.ticket.reference, name)} layout="bare" version={data.version}>
      <input type="hidden" name={name} value={value} />
      <Button size="small">{children}</Button>
    </Form>
  );
}
