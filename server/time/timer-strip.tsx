import type { VNode } from "preact";
import type { Work } from "../events/work.ts";
import { paths } from "../faces/paths.ts";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import type { Language } from "../../core/values/language.ts";
import { Timer } from "../ui/moment.tsx";
import { findTimer } from "./read-timer.ts";
import { timerMessages } from "./timer.messages.ts";

/** The form of time on a ticket's page. Stopping the timer there also sends its content. */
export const timeForm = "time-form";

/** The consultant's running timer for the bar of every desk page, including a ticket's; undefined without one. */
export async function loadTimerStrip(
  { tx, actor, now }: Work,
  language: Language,
  shownTicket: string | null,
): Promise<VNode | undefined> {
  const timer = actor.kind === "system" ? undefined : await findTimer(tx, actor.personId);
  if (timer === undefined) return undefined;
  const { reference, startedAt } = timer;
  return <TimerStrip {...{ reference, startedAt, language }} now={now()} isHere={shownTicket === reference} />;
}

interface TimerStripProps {
  readonly reference: string;
  readonly startedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly language: Language;
  readonly isHere: boolean;
}

function TimerStrip({ reference, startedAt, now, language, isHere }: TimerStripProps): VNode {
  const words = timerMessages(language);
  const form = isHere ? { form: timeForm, formAction: paths.desk.stopTimer, formNoValidate: true } : {};
  return (
    <>
      <a href={paths.desk.ticket(reference)}>{reference}</a>
      <Timer startedAt={startedAt} now={now} />
      <Form action={paths.desk.stopTimer} layout="bare" label={words.timer}>
        <Button variant="quiet" size="small" icon="stop" shortcut="t" label={words.stopOn(reference)} {...form}>
          {words.stop}
        </Button>
      </Form>
    </>
  );
}
