import type { ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export type NoticeTone = "plain" | "waiting" | "done" | "refused";

const icons: Record<NoticeTone, IconName> = { plain: "waiting", waiting: "waiting", done: "check", refused: "waiting" };

export interface NoticeProps {
  readonly tone?: NoticeTone | undefined;
  readonly title?: string | undefined;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
}

/** A few important lines, in the flow of the page. */
export function Notice(props: NoticeProps): VNode {
  const tone = props.tone ?? "plain";
  return (
    <div class={`notice notice-${tone}`}>
      <Icon name={icons[tone]} />
      <div class="notice-main">
        {props.title && <p class="notice-title">{props.title}</p>}
        {props.children}
      </div>
      {props.action && <div class="notice-action">{props.action}</div>}
    </div>
  );
}
