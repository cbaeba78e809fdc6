import type { ComponentChildren, VNode } from "preact";
import { buttonVariants, type ButtonVariant } from "./button.tsx";

export interface DisclosureProps {
  /** Identifies it when a refresh morphs the page, so that an open one does not pass its state to another. */
  readonly id: string;
  /** The words on its button. */
  readonly label: ComponentChildren;
  readonly variant?: ButtonVariant | undefined;
  /** Starts open, for example after its form was refused. */
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A button that opens a choice in place: its meaning, and the button that does it. Works without scripts. */
export function Disclosure(props: DisclosureProps): VNode {
  return (
    <details class="disclosure" id={props.id} open={props.open}>
      <summary class={buttonVariants[props.variant ?? "plain"]}>{props.label}</summary>
      <div class="disclosure-body">{props.children}</div>
    </details>
  );
}
