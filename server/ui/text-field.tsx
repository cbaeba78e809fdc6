import type { VNode } from "preact";
import { controlAttributes, Field, type FieldProps } from "./field.tsx";

export interface TextFieldProps extends FieldProps {
  /** The typed value. A refused form shows it again. */
  readonly value?: string | undefined;
  readonly type?: "text" | "email" | "tel" | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputMode?: "text" | "numeric" | "decimal" | "email" | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly width?: "full" | "short" | undefined;
}

export function TextField(props: TextFieldProps): VNode {
  const attributes = {
    ...controlAttributes(props),
    class: props.width === "short" ? "control control-short" : "control",
    value: props.value,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    readOnly: props.readOnly,
    autocomplete: props.autocomplete,
    inputMode: props.inputMode,
    spellcheck: props.spellcheck,
  };
  return <Field {...props}>{typedInput(props.type ?? "text", attributes)}</Field>;
}

function typedInput(type: "text" | "email" | "tel", attributes: object): VNode {
  if (type === "email") return <input {...attributes} type="email" />;
  if (type === "tel") return <input {...attributes} type="tel" />;
  return <input {...attributes} type="text" />;
}

/** A typed amount, with a phone's keys for it (money-text.ts). */
export function AmountField(props: Omit<TextFieldProps, "type" | "inputMode" | "maxLength" | "width">): VNode {
  return <TextField {...props} inputMode="decimal" maxLength={20} width="short" />;
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly readOnly?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number | undefined;
}

/** Grows with its text (field-sizing in the stylesheet). */
export function TextArea(props: TextAreaProps): VNode {
  return (
    <Field {...props}>
      <textarea
        {...controlAttributes(props)}
        class="control control-area"
        rows={props.rows ?? 4}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        readOnly={props.readOnly}
      >
        {props.value ?? ""}
      </textarea>
    </Field>
  );
}
