import type { VNode } from "preact";
import { z } from "zod";
import { localDate } from "../http/fields.ts";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { formatDate } from "../../core/calendar/format-time.ts";
import type { Language } from "../../core/values/language.ts";
import { contractFormMessages } from "./contract-forms.messages.ts";
import type { Terminable } from "./contract-standing.ts";

/** The last day on the form; empty for a contract that had not started. */
export const ending = z.strictObject({ endsOn: z.union([localDate, z.literal("")]) });

export function seenEndOf({ endsOn }: z.output<typeof ending>): Temporal.PlainDate | null {
  return endsOn === "" ? null : Temporal.PlainDate.from(endsOn);
}

/** The last day, the effect on open tickets, and the button, for both faces. */
export function EndForm(props: { contract: Terminable; action: string; language: Language }): VNode {
  const { contract, action, language } = props;
  const words = contractFormMessages(language);
  const on = contract.endsOn === null ? null : formatDate(contract.endsOn, language);
  return (
    <>
      <p>{on === null ? words.neverStarts : words.endsOn(on)}</p>
      {on !== null && <p class="text-muted">{words.endsTickets}</p>}
      <Form action={action} layout="bare">
        <input type="hidden" name="endsOn" value={contract.endsOn?.toString() ?? ""} />
        <Button variant="danger">{on === null ? words.takeBackConfirm : words.endConfirm(on)}</Button>
      </Form>
    </>
  );
}
