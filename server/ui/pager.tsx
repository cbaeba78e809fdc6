import type { VNode } from "preact";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

export interface PagerProps {
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** Lists are paged by key, so there is a previous and a next page but no page seven. */
export function Pager(props: PagerProps): VNode | null {
  const words = uiMessages(useLanguage());
  if (props.previous === undefined && props.next === undefined) return null;
  return (
    <nav class="pager" aria-label={words.pages}>
      {props.previous !== undefined && (
        <a class="btn btn-quiet" href={props.previous} rel="prev">
          <Icon name="back" />
          {words.previous}
        </a>
      )}
      {props.next !== undefined && (
        <a class="btn btn-quiet pager-next" href={props.next} rel="next">
          {words.next}
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
}
