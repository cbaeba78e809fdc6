import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./icon.tsx";

export interface PageHeadProps {
  readonly title: ComponentChildren;
  /** Above the title, in small: a reference or a place. */
  readonly kicker?: ComponentChildren;
  /** Beneath the title. */
  readonly lead?: ComponentChildren;
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  readonly actions?: ComponentChildren;
}

/** The top of a page, with its only h1. */
export function PageHead(props: PageHeadProps): VNode {
  return (
    <header class="page-head">
      {props.back && (
        <a class="page-back" href={props.back.href}>
          <Icon name="back" />
          {props.back.label}
        </a>
      )}
      <div class="page-head-row">
        <div class="page-head-words">
          {props.kicker && <p class="page-kicker">{props.kicker}</p>}
          <h1>{props.title}</h1>
          {props.lead && <p class="page-lead">{props.lead}</p>}
        </div>
        {props.actions && <div class="page-actions">{props.actions}</div>}
      </div>
    </header>
  );
}

export interface SectionProps {
  readonly title?: ComponentChildren;
  readonly id?: string | undefined;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of a page: a heading over a hairline, no box. */
export function Section(props: SectionProps): VNode {
  return (
    <section class="section" id={props.id}>
      {props.title && <SectionHead title={props.title} actions={props.actions} />}
      {props.children}
    </section>
  );
}

/** A box, only for something separate. `waiting` marks what waits for the reader. */
export function Card(props: SectionProps & { tone?: "plain" | "waiting" | undefined }): VNode {
  return (
    <section class={props.tone === "waiting" ? "card card-waiting" : "card"} id={props.id}>
      {props.title && <SectionHead title={props.title} actions={props.actions} />}
      {props.children}
    </section>
  );
}

function SectionHead(props: { title: ComponentChildren; actions: ComponentChildren }): VNode {
  return (
    <header class="section-head">
      <h2>{props.title}</h2>
      {props.actions && <div class="section-actions">{props.actions}</div>}
    </header>
  );
}

/** A main part and a narrower one beside it, or below it on a phone. */
export function Columns(props: { main: ComponentChildren; aside: ComponentChildren; asideLabel: string }): VNode {
  return (
    <div class="columns">
      <div>{props.main}</div>
      <aside aria-label={props.asideLabel}>{props.aside}</aside>
    </div>
  );
}
