import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

/** The properties of every form field. `error` is the sentence beneath it, in the reader's language. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** By default `field-` and the name. ErrorSummary links to it. */
  readonly id?: string | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  /** Shows "optional" beside the label. */
  readonly optional?: boolean | undefined;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly autofocus?: boolean | undefined;
  /** The key that focuses it (client/keyboard.ts). */
  readonly shortcut?: string | undefined;
}

export function fieldId(field: { readonly name: string; readonly id?: string | undefined }): string {
  return field.id ?? `field-${field.name}`;
}

/** The attributes that connect a control to its label, hint and error. */
export function controlAttributes(field: FieldProps) {
  const id = fieldId(field);
  const described = [field.hint ? `${id}-hint` : "", field.error ? `${id}-error` : ""].filter((part) => part !== "");
  return {
    id,
    name: field.name,
    required: field.required,
    disabled: field.disabled,
    autofocus: field.autofocus,
    "data-key": field.shortcut,
    "aria-invalid": field.error ? ("true" as const) : undefined,
    "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
  };
}

export function FieldHint(props: { id: string; children: ComponentChildren }): VNode {
  return (
    <p class="field-hint" id={`${props.id}-hint`}>
      {props.children}
    </p>
  );
}

export function FieldError(props: { id: string; text: string }): VNode {
  return (
    <p class="field-error" id={`${props.id}-error`}>
      <Icon name="waiting" />
      {props.text}
    </p>
  );
}

/** Label, hint, control and error, in that order. */
export function Field(props: FieldProps & { children: ComponentChildren }): VNode {
  const id = fieldId(props);
  const words = uiMessages(useLanguage());
  return (
    <div class="field">
      <label class={props.hideLabel ? "sr-only" : "field-label"} for={id}>
        {props.label}
        {props.optional && <span class="field-optional"> {words.optional}</span>}
      </label>
      {props.hint && <FieldHint id={id}>{props.hint}</FieldHint>}
      {props.children}
      {props.error && <FieldError id={id} text={props.error} />}
    </div>
  );
}
