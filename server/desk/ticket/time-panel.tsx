import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { capitalised, formatDuration } from "../../../core/values/format.ts";
import { stepNames } from "../../../core/tickets/ticket-words.ts";
import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { authorisationsInForce } from "../../../core/authorisations/entry-authorisation.ts";
import { steps } from "../../../core/tickets/step.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { FieldRow, Form, FormActions } from "../../ui/form.tsx";
import type { Language } from "../../../core/values/language.ts";
import { timeForm } from "../../time/timer-strip.tsx";
import { Timer } from "../../ui/moment.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ClockField, DateField, DurationField } from "../../ui/time-fields.tsx";
import { nameAuthorisation, underNothing } from "./authorisation-choice.ts";
import { isOffered } from "./offered-forms.ts";
import { Refused } from "./reply-form.tsx";
import type { TypedForm } from "../../http/refused-form.ts";
import type { TicketData } from "./ticket-data.ts";
import { workMessages } from "./work.messages.ts";

interface TimePanelProps {
  readonly data: TicketData;
  readonly view: View;
  readonly form: TypedForm;
}

/** Logging time, by timer or by hand. */
export function TimePanel({ data, view, form }: TimePanelProps): VNode {
  const words = workMessages(view.language);
  return (
    <Section
      title={words.time}
      id="time"
      actions={data.abilities.has("timer.start") ? <TimerControl data={data} view={view} /> : undefined}
    >
      <TimeForm data={data} view={view} form={form} />
    </Section>
  );
}

function TimerControl({ data, view }: Omit<TimePanelProps, "form">): VNode {
  const words = workMessages(view.language);
  const { ticket, timer } = data;
  if (timer !== null && timer.reference !== ticket.reference)
    return (
      <a class="text-muted" href={paths.desk.ticket(timer.reference)}>
        {words.timerElsewhere(timer.reference)}
      </a>
    );
  if (timer !== null)
    return (
      <span>
        <Timer startedAt={timer.startedAt} now={view.now} />{" "}
        <Button size="small" icon="stop" form={timeForm} formAction={paths.desk.stopTimer} formNoValidate>
          {words.stopTimer}
        </Button>
      </span>
    );
  return (
    <Form action={paths.desk.act(ticket.reference, "timer")} layout="bare" label={words.startTimer}>
      <input type="hidden" name="step" value={ticket.step} />
      <Button size="small" icon="play" shortcut="t">
        {words.startTimer}
      </Button>
    </Form>
  );
}

function TimeForm({ data, view, form }: TimePanelProps): VNode {
  const { language, now } = view;
  const words = workMessages(language);
  const { ticket } = data;
  const today = localDateOf(now).toString();
  const isFromTimer = form.typed("fromTimer") === "yes";
  return (
    <Form action={paths.desk.act(ticket.reference, "time")} id={timeForm} draft idempotencyKey={randomUUID()}>
      {/* Enter in a field presses the form's first button, which must not be the one that splits. */}
      <input type="submit" class="sr-only" value={words.log} tabIndex={-1} aria-hidden="true" />
      {form.refusal?.code === "beyond-ceiling" ? (
        <BeyondCeiling refusal={form.refusal} mayAsk={isOffered("ask", data)} language={language} />
      ) : (
        <Refused form={form} language={language} />
      )}
      {isFromTimer && <p class="text-muted">{words.timerKept}</p>}
      {isFromTimer && <input type="hidden" name="fromTimer" value="yes" />}
      <UnderField data={data} language={language} form={form} />
      <FieldRow>
        <DateField {...form.field("date", today)} label={words.date} max={today} required />
        <Select
          {...form.field("step", ticket.step)}
          id="time-step"
          label={words.step}
          options={steps.map((value) => ({ value, label: capitalised(stepNames[language][value]) }))}
        />
      </FieldRow>
      <div class="field-row field-row-three">
        <ClockField {...form.field("start")} label={words.start} />
        <ClockField {...form.field("end")} label={words.end} />
        <DurationField {...form.field("duration")} label={words.duration} hint=" " />
      </div>
      <p class="field-hint">{words.durationHint}</p>
      <TextField {...form.field("description")} label={words.description} maxLength={2000} />
      <Checkbox name="notCharged" label={words.notCharged} checked={form.typed("notCharged") === "yes"} />
      <div class="when-not-charged">
        <TextField {...form.field("reason")} label={words.reason} maxLength={2000} />
      </div>
      <FormActions>
        <Button variant="primary" size="small">
          {words.log}
        </Button>
        {isFromTimer && (
          <Button variant="quiet" size="small" formAction={paths.desk.discardTimer} formNoValidate>
            {words.discard}
          </Button>
        )}
      </FormActions>
    </Form>
  );
}

/** The authorisation of the work, if there is a choice (T3): the newest one unless another is chosen. */
function UnderField({ data, language, form }: { data: TicketData; language: Language; form: TypedForm }): VNode | null {
  const words = workMessages(language);
  const inForce = authorisationsInForce(data.authorisations);
  if (inForce.length === 0) return null;
  const ofTimer = data.timer?.reference === data.ticket.reference ? data.timer.authorisationId : null;
  const options: readonly { readonly value: string; readonly label: string }[] = inForce.map((one) => ({
    value: one.id,
    label: nameAuthorisation(one, language),
  }));
  return (
    <Select
      {...form.field("under", ofTimer ?? options[0]?.value)}
      id="time-under"
      label={words.under}
      options={[...options, { value: underNothing, label: words.underNothing }]}
    />
  );
}

interface BeyondProps {
  readonly refusal: { readonly minutesLeft: number; readonly minutesAsked: number };
  readonly mayAsk: boolean;
  readonly language: Language;
}

/** The part beyond the ceiling, and the two ways on (T2). No typed text is lost. */
function BeyondCeiling({ refusal, mayAsk, language }: BeyondProps): VNode {
  const words = workMessages(language);
  const time = (minutes: number) => formatDuration(minutes, language);
  const { minutesLeft, minutesAsked } = refusal;
  const rest = time(minutesAsked - minutesLeft);
  return (
    <div role="alert" tabIndex={-1} data-error-summary>
      <Notice tone="waiting" title={words.over(rest)}>
        <p>{minutesLeft === 0 ? words.overNone(rest) : words.overHint(time(minutesLeft), rest)}</p>
        <div class="notice-buttons">
          <Button size="small" variant="primary" name="split" value="yes">
            {minutesLeft === 0 ? words.splitNone(rest) : words.split(time(minutesLeft), rest)}
          </Button>
          {mayAsk && (
            <a class="link" href="#ask">
              {words.askInstead}
            </a>
          )}
        </div>
      </Notice>
    </div>
  );
}
