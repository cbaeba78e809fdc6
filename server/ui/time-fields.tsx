import type { VNode } from "preact";
import { controlAttributes, Field, type FieldProps } from "./field.tsx";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

export interface TimeFieldProps extends FieldProps {
  /** In the browser's form: `2026-11-22` for a date, `09:03` for a time. */
  readonly value?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

export function DateField(props: TimeFieldProps): VNode {
  return (
    <Field {...props}>
      <input
        {...controlAttributes(props)}
        class="control control-short tabular"
        type="date"
        value={props.value}
        min={props.min}
        max={props.max}
      />
    </Field>
  );
}

export function TimeField(props: TimeFieldProps): VNode {
  return (
    <Field {...props}>
      <input
        {...controlAttributes(props)}
        class="control control-short tabular"
        type="time"
        value={props.value}
        min={props.min}
        max={props.max}
      />
    </Field>
  );
}

/**
 * A time of day as text: quicker by keyboard than a browser's own field, and the same in every country (clock-text.ts).
 */
export function ClockField(props: Omit<TimeFieldProps, "min" | "max">): VNode {
  return (
    <Field {...props}>
      <input
        {...controlAttributes(props)}
        class="control control-short tabular"
        type="text"
        inputMode="numeric"
        value={props.value}
        placeholder="9:05"
        maxLength={8}
        autocomplete="off"
      />
    </Field>
  );
}

export interface DurationFieldProps extends FieldProps {
  /** As typed. readDuration of duration-text.ts understands it. */
  readonly value?: string | undefined;
}

export function DurationField(props: DurationFieldProps): VNode {
  const words = uiMessages(useLanguage());
  const field = { ...props, hint: props.hint ?? words.durationHint };
  return (
    <Field {...field}>
      <input
        {...controlAttributes(field)}
        class="control control-short tabular"
        type="text"
        value={props.value}
        placeholder="0:00"
        maxLength={30}
        autocomplete="off"
      />
    </Field>
  );
}
