import { h, type VNode } from "preact";
import { controlAttributes, Field, type FieldProps } from "./field.tsx";

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  /** The first choice, with an empty value. */
  readonly prompt?: string | undefined;
  /** Sends the form at each choice. Put a submit button in a noscript beside it. */
  readonly autosubmit?: boolean | undefined;
}

export function Select(props: SelectProps): VNode {
  const select = (
    <select {...controlAttributes(props)} class="control control-select">
      {props.prompt !== undefined && <option value="">{props.prompt}</option>}
      {props.options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === props.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  return <Field {...props}>{props.autosubmit ? h("kw-autosubmit", null, select) : select}</Field>;
}
