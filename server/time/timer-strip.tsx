import type { VNode } from "preact";
import type { Staff } from "../../core/access/actor.ts";
import type { Work } from "../events/work.ts";
import { paths } from "../faces/paths.ts";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import type { Language } from "../ui/language.ts";
import { Timer } from "../ui/moment.tsx";
import { findTimer } from "./entries.ts";
import { timerMessages } from "./timer.messages.ts";

/** The consultant's running timer for the bar of every desk page; undefined when none runs. */
export async function loadTimerStrip(work: Work<Staff>, language: Language): Promise<VNode | undefined> {
  const timer = await findTimer(work.tx, work.actor.personId);
  return timer === undefined ? undefined : (
    <TimerStrip reference={timer.reference} startedAt={timer.startedAt} now={work.now()} language={language} />
  );
}

interface TimerStripProps {
  readonly reference: string;
  readonly startedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly language: Language;
}

function TimerStrip({ reference, startedAt, now, language }: TimerStripProps): VNode {
  const words = timerMessages(language);
  return (
    <>
      <a href={paths.desk.ticket(reference)}>{reference}</a>
      <Timer startedAt={startedAt} now={now} />
      <Form action={paths.desk.stopTimer} layout="bare" label={words.timer}>
        <Button variant="quiet" size="small" icon="stop" shortcut="t" label={words.stopOn(reference)}>
          {words.stop}
        </Button>
      </Form>
    </>
  );
}
