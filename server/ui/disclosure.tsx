import type { ComponentChildren, VNode } from "preact";
import type { ButtonVariant } from "./button.tsx";

export interface DisclosureProps {
  /** Tells it apart when a refresh morphs the page: an open one must not lend its place to another. */
  readonly id: string;
  /** The words on the button that opens it. */
  readonly label: ComponentChildren;
  readonly variant?: ButtonVariant | undefined;
  /** Open from the start, such as when what was sent from it was refused. */
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
}

/**
 * A button that opens the rest of a choice in place: what it means, and the button that does it. Works without scripts.
 */
export function Disclosure(props: DisclosureProps): VNode {
  return (
    <details class="disclosure" id={props.id} open={props.open}>
      <summary class={`btn btn-${props.variant ?? "plain"}`}>{props.label}</summary>
      <div class="disclosure-body">{props.children}</div>
    </details>
  );
}
