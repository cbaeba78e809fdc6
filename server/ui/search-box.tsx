import type { VNode } from "preact";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

export interface Search {
  readonly action: string;
  readonly value?: string | undefined;
}

export function SearchBox(props: Search): VNode {
  const words = uiMessages(useLanguage());
  return (
    <form class="search" action={props.action} method="get" role="search">
      <Icon name="search" />
      <input
        type="search"
        name="q"
        value={props.value}
        placeholder={words.search}
        aria-label={words.search}
        maxLength={100}
        autocomplete="off"
        data-key="/"
      />
      <kbd>/</kbd>
    </form>
  );
}
