import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language-context.ts";
import { noticeTones } from "./notice.tsx";
import { uiMessages } from "./ui.messages.ts";

export interface FormError {
  /** The field's name, or its id if it has one; left out for the whole form. */
  readonly field?: string | undefined;
  readonly text: string;
}

export interface ErrorSummaryProps {
  readonly errors: readonly FormError[];
  readonly title?: string | undefined;
  /** `waiting` for news that stops a form without any mistake in it. */
  readonly tone?: "refused" | "waiting" | undefined;
  readonly children?: ComponentChildren;
}

/** The mistakes above a refused form, with a link to each place; nothing without mistakes. */
export function ErrorSummary(props: ErrorSummaryProps): VNode | null {
  const words = uiMessages(useLanguage());
  if (props.errors.length === 0) return null;
  return (
    <div class={noticeTones[props.tone ?? "refused"]} role="alert" tabIndex={-1} data-error-summary>
      <Icon name="waiting" />
      <div class="notice-main">
        <p class="notice-title">{props.title ?? words.mend}</p>
        <ul>
          {props.errors.map((error) => (
            <li key={`${error.field}${error.text}`}>
              {error.field === undefined ? error.text : <a href={`#field-${error.field}`}>{error.text}</a>}
            </li>
          ))}
        </ul>
        {props.children}
      </div>
    </div>
  );
}
