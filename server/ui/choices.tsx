import type { ComponentChildren, VNode } from "preact";
import { controlAttributes, FieldError, fieldId, type FieldProps, FieldHint } from "./field.tsx";

export interface CheckboxProps extends FieldProps {
  readonly checked?: boolean | undefined;
  /** The value that a tick sends. */
  readonly value?: string | undefined;
}

export function Checkbox(props: CheckboxProps): VNode {
  const id = fieldId(props);
  return (
    <div class="field field-check">
      <input
        {...controlAttributes(props)}
        type="checkbox"
        class="checkbox"
        value={props.value ?? "yes"}
        checked={props.checked}
      />
      <div>
        <label for={id}>{props.label}</label>
        {props.hint && <FieldHint id={id}>{props.hint}</FieldHint>}
        {props.error && <FieldError id={id} text={props.error} />}
      </div>
    </div>
  );
}

export interface RadioCard {
  readonly value: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** At the right of the card, for example an amount. */
  readonly aside?: ComponentChildren;
}

export interface RadioCardsProps extends FieldProps {
  readonly options: readonly RadioCard[];
  readonly value?: string | undefined;
  /** Cards side by side where there is room. */
  readonly columns?: boolean | undefined;
}

export function RadioCards(props: RadioCardsProps): VNode {
  const id = fieldId(props);
  const { id: _, ...shared } = controlAttributes(props);
  return (
    <fieldset class="field" id={id}>
      <legend class={props.hideLabel ? "sr-only" : "field-label"}>{props.label}</legend>
      {props.hint && <FieldHint id={id}>{props.hint}</FieldHint>}
      <div class={props.columns ? "radio-cards radio-cards-columns" : "radio-cards"}>
        {props.options.map((option) => (
          <label key={option.value} class="radio-card">
            <input {...shared} type="radio" class="radio" value={option.value} checked={option.value === props.value} />
            <span class="radio-card-text">
              <span>{option.label}</span>
              {option.hint && <span class="field-hint">{option.hint}</span>}
            </span>
            {option.aside && <span class="radio-card-aside">{option.aside}</span>}
          </label>
        ))}
      </div>
      {props.error && <FieldError id={id} text={props.error} />}
    </fieldset>
  );
}
