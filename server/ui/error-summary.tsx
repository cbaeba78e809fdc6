import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

export interface FormError {
  /** The field's name (or id, when the field was given one); left out when it is about the whole form. */
  readonly field?: string | undefined;
  readonly text: string;
}

export interface ErrorSummaryProps {
  readonly errors: readonly FormError[];
  readonly title?: string | undefined;
  /** News that keeps a form from being done is no mistake of who filled it in. */
  readonly tone?: "refused" | "waiting" | undefined;
  readonly children?: ComponentChildren;
}

/** Above a refused form: what is wrong and a link to each place. Nothing when all is well. */
export function ErrorSummary(props: ErrorSummaryProps): VNode | null {
  const words = uiMessages(useLanguage());
  if (props.errors.length === 0) return null;
  return (
    <div class={`notice notice-${props.tone ?? "refused"}`} role="alert" tabIndex={-1} data-error-summary>
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
