import type { VNode } from "preact";
import { timeZone } from "../../core/calendar/time-zone.ts";
import { paths } from "../faces/paths.ts";
import { PlainPage } from "../faces/plain-page.tsx";
import type { TypedForm } from "../http/refused-form.ts";
import type { View } from "../http/route.ts";
import { wordRefusal } from "../refusals/refusals.ts";
import { Button } from "../ui/button.tsx";
import { FieldRow, Form, FormActions } from "../ui/form.tsx";
import { formatDateTime } from "../../core/calendar/format-time.ts";
import type { Language } from "../../core/values/language.ts";
import { Icon } from "../ui/icon.tsx";
import { PageHead } from "../ui/section.tsx";
import { DateField, TimeField } from "../ui/time-fields.tsx";
import { demoMessages } from "./demo.messages.ts";

interface ClockPageProps {
  readonly view: View;
  /** The typed moment. */
  readonly form: TypedForm;
  /** The problem of the moment, unless a field shows it. */
  readonly problem: string | undefined;
  /** The result of each of the three buttons. */
  readonly moments: Readonly<Record<"hour" | "tomorrow" | "month", Temporal.Instant>>;
}

export function ClockPage({ view, form, problem, moments }: ClockPageProps): VNode {
  const words = demoMessages(view.language);
  const tomorrow = view.now.toZonedDateTimeISO(timeZone).add({ days: 1 }).toPlainDate().toString();
  const ways = [
    { to: "hour", label: words.nextHour, hint: null },
    { to: "tomorrow", label: words.tomorrow, hint: null },
    { to: "month", label: words.nextMonth, hint: words.nextMonthHint },
  ] as const;
  return (
    <PlainPage view={view} title={words.clockTitle}>
      <PageHead
        title={words.clockTitle}
        lead={words.clockLead(formatDateTime(view.now, view.language))}
        back={view.identity === null ? undefined : { href: paths.home, label: words.back }}
      />
      <div class="persona-group">
        {ways.map((way) => (
          <Form key={way.to} action={paths.demo.clock} layout="bare">
            <button type="submit" class="persona" name="to" value={way.to}>
              <Icon name="clock" class="clock-icon" />
              <span class="persona-words">
                <span class="persona-name">{way.label}</span>
                <span class="persona-role">{formatDateTime(moments[way.to], view.language)}</span>
                {way.hint !== null && <span class="persona-line">{way.hint}</span>}
              </span>
              <Icon name="arrow" class="persona-arrow" />
            </button>
          </Form>
        ))}
      </div>
      <section class="persona-mail">
        <h2>{words.chosen}</h2>
        <p class="field-hint">{words.clockSignIn}</p>
        <Form action={paths.demo.clock}>
          <input type="hidden" name="to" value="chosen" />
          <FieldRow>
            <DateField
              {...form.field("date", tomorrow)}
              label={words.date}
              error={problem ?? wholeOf(form, view.language) ?? form.error("date")}
              required
            />
            <TimeField {...form.field("time", "09:00")} label={words.time} required />
          </FieldRow>
          <FormActions>
            <Button type="submit">{words.move}</Button>
          </FormActions>
        </Form>
      </section>
    </PlainPage>
  );
}

/** The problem of the moment as a whole. */
function wholeOf({ refusal }: TypedForm, language: Language): string | undefined {
  return refusal === null || refusal.code === "invalid-input" ? undefined : wordRefusal(refusal, language);
}
