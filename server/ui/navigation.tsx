import type { VNode } from "preact";
import { Icon } from "./icon.tsx";
import { Count } from "./state.tsx";

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  /** The number of waiting things there. */
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
}

/** The organisation somebody acts for. */
export interface Place {
  readonly name: string;
  /** The link to choose another, for a person with several. The bar then names the organisation too. */
  readonly change?: { readonly href: string; readonly label: string } | undefined;
}

export interface NavigationProps {
  readonly items: readonly NavigationItem[];
  readonly label: string;
  readonly menuLabel: string;
  readonly place?: Place | undefined;
}

/** The organisation somebody acts for, as a link to another one. */
export function BarPlace({ place }: { place: Place | undefined }): VNode | null {
  if (place?.change === undefined) return null;
  return (
    <a class="bar-place" href={place.change.href} title={place.change.label} data-turbo="false">
      {place.name}
    </a>
  );
}

/** Links in the bar. On a phone they are in a menu without scripts. */
export function Navigation(props: NavigationProps): VNode {
  return (
    <>
      <nav class="nav" aria-label={props.label}>
        <Links items={props.items} />
      </nav>
      <details class="menu nav-menu">
        <summary class="menu-button" aria-label={props.menuLabel}>
          <Icon name="menu" />
        </summary>
        <nav class="menu-panel" aria-label={props.label}>
          {props.place && <p class="menu-place">{props.place.name}</p>}
          <Links items={props.items} />
        </nav>
      </details>
    </>
  );
}

function Links(props: { items: readonly NavigationItem[] }): VNode {
  return (
    <>
      {props.items.map((item) => (
        <a key={item.href} class="nav-link" href={item.href} aria-current={item.current ? "page" : undefined}>
          {item.label}
          {item.count !== undefined && <Count value={item.count} tone="waiting" />}
        </a>
      ))}
    </>
  );
}
