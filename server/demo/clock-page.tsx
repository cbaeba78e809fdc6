import type { VNode } from "preact";
import { paths } from "../faces/paths.ts";
import { PlainPage } from "../faces/plain-page.tsx";
import type { View } from "../http/route.ts";
import { Button } from "../ui/button.tsx";
import { FieldRow, Form, FormActions } from "../ui/form.tsx";
import { formatDateTime } from "../../core/calendar/format-time.ts";
import { Icon } from "../ui/icon.tsx";
import { PageHead } from "../ui/section.tsx";
import { DateField, TimeField } from "../ui/time-fields.tsx";
import { demoMessages } from "./demo.messages.ts";

interface ClockPageProps {
  readonly view: View;
  readonly typed: { readonly date: string; readonly time: string };
  readonly error: string | null;
  /** What each of the three ways would make it. */
  readonly moments: Readonly<Record<"hour" | "tomorrow" | "month", Temporal.Instant>>;
}

export function ClockPage({ view, typed, error, moments }: ClockPageProps): VNode {
  const words = demoMessages(view.language);
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
            <DateField name="date" label={words.date} value={typed.date} error={error ?? undefined} required />
            <TimeField name="time" label={words.time} value={typed.time} required />
          </FieldRow>
          <FormActions>
            <Button type="submit">{words.move}</Button>
          </FormActions>
        </Form>
      </section>
    </PlainPage>
  );
}
