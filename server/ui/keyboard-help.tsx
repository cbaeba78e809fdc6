import type { VNode } from "preact";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

/** The list of keys that `?` opens; a native dialog, so that Esc and focus work by themselves. */
export function KeyboardHelp(props: { staff: boolean }): VNode {
  const words = uiMessages(useLanguage());
  const staffKeys = [
    ["/", words.keySearch],
    ["r", words.keyReply],
    ["n", words.keyNote],
    ["t", words.keyTimer],
  ];
  const keys = [
    ...(props.staff ? staffKeys : [["c", words.keyNew]]),
    ["j", words.keyNext],
    ["k", words.keyPrevious],
    ["Enter", words.keyOpen],
    ["Ctrl Enter", words.keySend],
    ["?", words.keyHelp],
    ["Esc", words.keyClose],
  ];
  return (
    <dialog class="dialog" id="keyboard-help" aria-labelledby="keyboard-help-title">
      <h2 id="keyboard-help-title">{words.keys}</h2>
      <dl class="keys">
        {keys.map(([key, meaning]) => (
          <div key={key} class="key-row">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button class="btn btn-plain" type="submit">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}
