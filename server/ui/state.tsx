import type { ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "./icon.tsx";

/** waiting = waits for you (amber), done = green, refused = refused or overdue (red), active = in progress (petrol). */
export type Tone = "neutral" | "active" | "waiting" | "done" | "refused";

const tones: Record<Tone, string> = {
  neutral: "state",
  active: "state state-active",
  waiting: "state state-waiting",
  done: "state state-done",
  refused: "state state-refused",
};

const icons: Record<Tone, IconName> = {
  neutral: "circle",
  active: "clock",
  waiting: "waiting",
  done: "check",
  refused: "cross",
};

export interface StateProps {
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
  readonly children: ComponentChildren;
}

/** A state as icon, word and colour together, because many people cannot see a colour alone. */
export function State(props: StateProps): VNode {
  const tone = props.tone ?? "neutral";
  return (
    <span class={tones[tone]}>
      <Icon name={props.icon ?? icons[tone]} />
      {props.children}
    </span>
  );
}

/** A small count beside a word, for example in navigation and tabs. From a hundred on it shows "many". */
export function Count(props: { value: number; tone?: "neutral" | "waiting" | undefined }): VNode | null {
  if (props.value === 0) return null;
  return (
    <span class={props.tone === "waiting" ? "count count-waiting" : "count"}>
      {props.value > 99 ? "99+" : props.value}
    </span>
  );
}
