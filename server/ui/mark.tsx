import type { VNode } from "preact";

/** A clock face with one quarter filled: the contract's smallest charge. The same drawing as client/mark.svg. */
export function Mark(props: { withName?: boolean | undefined }): VNode {
  return (
    <span class="mark">
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle class="mark-ring" cx="12" cy="12" r="9.5" />
        <path class="mark-quarter" d="M12 12V5.5A6.5 6.5 0 0 1 18.5 12Z" />
      </svg>
      {props.withName && <span class="mark-name">Kwartier</span>}
    </span>
  );
}
