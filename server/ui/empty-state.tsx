import type { ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export interface EmptyStateProps {
  readonly title: string;
  /** The next step. */
  readonly children?: ComponentChildren;
  readonly icon?: IconName | undefined;
  readonly action?: ComponentChildren;
}

export function EmptyState(props: EmptyStateProps): VNode {
  return (
    <div class="empty">
      <Icon name={props.icon ?? "check"} />
      <p class="empty-title">{props.title}</p>
      {props.children && <p>{props.children}</p>}
      {props.action}
    </div>
  );
}
