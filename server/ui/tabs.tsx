import type { VNode } from "preact";
import { Count } from "./state.tsx";

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
}

/** Views of the same thing, as links. They work without scripts and can be bookmarked. */
export function Tabs(props: { label: string; tabs: readonly Tab[] }): VNode {
  return (
    <nav class="tabs" aria-label={props.label}>
      {props.tabs.map((tab) => (
        <a key={tab.href} class="tab" href={tab.href} aria-current={tab.current ? "page" : undefined}>
          {tab.label}
          {tab.count !== undefined && <Count value={tab.count} />}
        </a>
      ))}
    </nav>
  );
}
