import type { ComponentChildren, VNode } from "preact";

export interface FeedItem {
  readonly key: string;
  readonly what: ComponentChildren;
  /** Its subject, in the background. */
  readonly about?: ComponentChildren;
  /** Usually a Moment. */
  readonly at: ComponentChildren;
  readonly href?: string | undefined;
}

/** Short linked lines: event, subject, time. */
export function Feed(props: { items: readonly FeedItem[] }): VNode {
  return (
    <ul>
      {props.items.map((item) => (
        <li key={item.key} class="feed-item" data-row={item.href === undefined ? undefined : ""}>
          {item.href === undefined ? (
            <span>{item.what}</span>
          ) : (
            <a class="row-link" href={item.href}>
              {item.what}
            </a>
          )}
          <span class="feed-about">{item.about}</span>
          <span class="feed-at">{item.at}</span>
        </li>
      ))}
    </ul>
  );
}
