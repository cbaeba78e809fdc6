import type { VNode } from "preact";
import { formatDate } from "../../../core/calendar/format-time.ts";
import type { ContractId } from "../../../core/values/ids.ts";
import { recordingMessages } from "../../contracts/recording.messages.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Card } from "../../ui/section.tsx";

/** A contract on paper that no signatory has confirmed. */
export interface Unconfirmed {
  readonly id: ContractId;
  readonly termsYear: number;
  readonly signedOn: Temporal.PlainDate;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly signedByName: string | null;
}

interface RecordedContractProps {
  readonly recorded: Unconfirmed | undefined;
  readonly mayConfirm: boolean;
  readonly view: View;
}

/** What the provider recorded of a contract on paper. A signatory confirms it; other contacts read along. */
export function RecordedContract({ recorded, mayConfirm, view: { language } }: RecordedContractProps): VNode | null {
  if (recorded === undefined) return null;
  const words = recordingMessages(language);
  const day = (date: Temporal.PlainDate) => formatDate(date, language);
  return (
    <Card tone="waiting" title={words.toConfirm(recorded.termsYear)} id="recorded">
      <p>
        {words.asRecorded(day(recorded.signedOn), recorded.signedByName ?? "")}{" "}
        {words.runs(day(recorded.startsOn), day(recorded.endsOn))}
      </p>
      <p class="text-muted">{mayConfirm ? words.otherwise : words.onlySignatory}</p>
      {mayConfirm && (
        <Form action={paths.portal.confirmContract(recorded.id)} layout="bare">
          <Button variant="primary">{words.confirm}</Button>
        </Form>
      )}
    </Card>
  );
}
