import { h, type VNode } from "preact";
import { formatAgo, formatDateTime, formatMoment, formatWaiting } from "../../core/calendar/format-time.ts";
import { writeDuration } from "./duration-text.ts";
import { useLanguage } from "./language-context.ts";

export interface MomentProps {
  readonly at: Temporal.Instant;
  readonly now: Temporal.Instant;
  /** moment: `ma 23 nov, 9:12`; ago: `2 u geleden`; waiting: `2,1 d`. */
  readonly as?: "moment" | "ago" | "waiting" | undefined;
}

const ways = { moment: formatMoment, ago: formatAgo, waiting: formatWaiting } as const;

/** An instant in everyday form. Hovering shows the exact date and time. */
export function Moment(props: MomentProps): VNode {
  const language = useLanguage();
  return (
    <time class="tabular nowrap" dateTime={props.at.toString()} title={formatDateTime(props.at, language)}>
      {ways[props.as ?? "moment"](props.at, props.now, language)}
    </time>
  );
}

export interface TimerProps {
  readonly startedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/** A running timer. It is right when the page is made, and kw-timer keeps it right by the server's clock. */
export function Timer(props: TimerProps): VNode {
  const minutes = Math.max(0, Math.floor((props.now.epochMilliseconds - props.startedAt.epochMilliseconds) / 60_000));
  const attributes = { class: "tabular", "data-started-at": props.startedAt.toString() };
  return h("kw-timer", attributes, writeDuration(minutes));
}
