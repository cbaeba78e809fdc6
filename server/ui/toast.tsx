import { h, type VNode } from "preact";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

export interface ToastMessage {
  readonly text: string;
  readonly tone?: "done" | "refused" | undefined;
}

/** A sentence about the last change, shown once. With scripts it disappears by itself. Turbo's cache leaves it out. */
export function Toast(props: ToastMessage): VNode {
  const words = uiMessages(useLanguage());
  const refused = props.tone === "refused";
  const attributes = {
    class: "toast",
    role: refused ? ("alert" as const) : ("status" as const),
    "data-turbo-temporary": "",
  };
  return h(
    "kw-dismiss",
    attributes,
    <Icon name={refused ? "cross" : "check"} class={refused ? "text-refused" : "text-done"} />,
    <span>{props.text}</span>,
    <button type="button" class="toast-close" aria-label={words.close} data-dismiss>
      <Icon name="cross" />
    </button>,
  );
}
