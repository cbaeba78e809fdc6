import type { ComponentChildren, VNode } from "preact";

export interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The same in words: "6 van 15", always beside the bar. */
  readonly text: string;
  /** At the right of the words, for example an amount with its reason. */
  readonly aside?: ComponentChildren;
  /** By default amber from 80% and red beyond the maximum. Neutral counters pass "plain". */
  readonly tone?: "auto" | "plain" | undefined;
  /** Only the bar. Label and text are for screen readers. */
  readonly compact?: boolean | undefined;
}

function toneOf(props: MeterProps): string {
  if (props.tone === "plain") return "meter-bar";
  if (props.value > props.max) return "meter-bar meter-bar-refused";
  return props.max > 0 && props.value / props.max >= 0.8 ? "meter-bar meter-bar-waiting" : "meter-bar";
}

/** A bar of the spent part. Its width is an SVG attribute, because the page's policy forbids style attributes (R07). */
export function Meter(props: MeterProps): VNode {
  const share = props.max > 0 ? Math.min(100, Math.max(0, (props.value / props.max) * 100)) : 0;
  return (
    <div class={props.compact ? "meter meter-compact" : "meter"}>
      {!props.compact && (
        <div class="meter-words">
          <span>{props.label}</span>
          <span class="meter-text">{props.text}</span>
          {props.aside && <span class="meter-aside">{props.aside}</span>}
        </div>
      )}
      <div
        role="meter"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={Math.max(props.max, props.value)}
        aria-valuenow={props.value}
        aria-valuetext={props.text}
      >
        <svg class={toneOf(props)} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect class="meter-track" width="100" height="4" />
          <rect class="meter-fill" width={share.toFixed(1)} height="4" />
        </svg>
      </div>
    </div>
  );
}
