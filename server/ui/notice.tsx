import type { ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "./icon.tsx";

export const noticeTones = {
  plain: "notice",
  waiting: "notice notice-waiting",
  done: "notice notice-done",
  refused: "notice notice-refused",
} as const;

export type NoticeTone = keyof typeof noticeTones;

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
    <div class={noticeTones[tone]}>
      <Icon name={icons[tone]} />
      <div class="notice-main">
        {props.title && <p class="notice-title">{props.title}</p>}
        {props.children}
      </div>
      {props.action && <div>{props.action}</div>}
    </div>
  );
}
