import type { VNode } from "preact";
import { classNames } from "./class-names.ts";

/** Our own drawings on a grid of 16 with one stroke weight, to sit quietly beside text. */
const drawings = {
  check: "M3 8.5 6.5 12 13 4.5",
  cross: "M4 4l8 8M12 4l-8 8",
  clock: "M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M8 4.75V8l2.25 1.5",
  waiting: "M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M8 4.75v4M8 11.1v.1",
  arrow: "M3 8h10M9 4l4 4-4 4",
  back: "M13 8H3M7 4 3 8l4 4",
  down: "M4 6l4 4 4-4",
  up: "M8 13V3M4 7l4-4 4 4",
  plus: "M8 3v10M3 8h10",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.4 10.4 14 14",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  file: "M4 1.75h5L12.25 5v9.25H4zM9 1.75V5h3.25",
  image: "M2.25 3h11.5v10H2.25zM2.5 11.5l3.5-3.5 2.5 2.5 2-2 3 3M10.5 6.1v.1",
  clip: "M13 7.5 8 12.5a3 3 0 0 1-4.25-4.25L9 3a2 2 0 0 1 2.85 2.85L6.6 11a.95.95 0 0 1-1.35-1.35L10 5",
  play: "M5 3.25v9.5L12.75 8z",
  stop: "M4 4h8v8H4z",
  lock: "M4 7.25h8v6.25H4zM5.5 7.25V5a2.5 2.5 0 0 1 5 0v2.25",
  person: "M8 2.25a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 0 0 0-5.5M2.75 14c.4-2.9 2.4-4.25 5.25-4.25s4.85 1.35 5.25 4.25",
  circle: "M8 3.25a4.75 4.75 0 1 0 0 9.5 4.75 4.75 0 0 0 0-9.5",
  euro: "M12.5 4A5 5 0 1 0 12.5 12M2.5 6.75h7M2.5 9.25h7",
} as const;

export type IconName = keyof typeof drawings;

export function Icon(props: { name: IconName; class?: string | undefined }): VNode {
  return (
    <svg class={classNames("icon", props.class)} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={drawings[props.name]} />
    </svg>
  );
}
