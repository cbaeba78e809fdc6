import type { VNode } from "preact";
import { Button } from "./button.tsx";
import { Form } from "./form.tsx";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

interface KeyboardHelpProps {
  readonly staff: boolean;
  readonly hasKeys: boolean;
  readonly currentPath: string;
}

/** The id of the dialog, for its openers. */
export const keyboardHelpId = "keyboard-help";

/** The list of keys, opened by `?` and the account menu. A native dialog brings Esc and focus. */
export function KeyboardHelp({ staff, hasKeys, currentPath }: KeyboardHelpProps): VNode {
  const words = uiMessages(useLanguage());
  return (
    <dialog class="dialog" id={keyboardHelpId} aria-labelledby="keyboard-help-title">
      <h2 id="keyboard-help-title">{words.keys}</h2>
      {hasKeys && <KeyList keys={lettersOf(staff, words)} />}
      <Form action="/preferences" layout="bare" wholePage>
        <input type="hidden" name="returnTo" value={currentPath} />
        <p class="keys-switch">{hasKeys ? words.lettersOn : words.lettersOff}</p>
        <Button size="small" name="preference" value={hasKeys ? "keys:off" : "keys:on"}>
          {hasKeys ? words.switchOff : words.switchOn}
        </Button>
      </Form>
      <h3>{words.alwaysKeys}</h3>
      <KeyList
        keys={[
          ["Enter", words.keyOpen],
          ["Ctrl Enter", words.keySend],
          ["Esc", words.keyClose],
        ]}
      />
      <form method="dialog">
        <button class="btn btn-plain" type="submit">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}

type Keys = readonly (readonly [key: string, meaning: string])[];

function lettersOf(staff: boolean, words: ReturnType<typeof uiMessages>): Keys {
  const own: Keys = staff
    ? [
        ["/", words.keySearch],
        ["r", words.keyReply],
        ["n", words.keyNote],
        ["t", words.keyTimer],
      ]
    : [["c", words.keyNew]];
  return [...own, ["j", words.keyNext], ["k", words.keyPrevious], ["?", words.keyHelp]];
}

function KeyList({ keys }: { keys: Keys }): VNode {
  return (
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
  );
}
