import type { VNode } from "preact";
import { Avatar } from "./avatar.tsx";
import { Form } from "./form.tsx";
import { Icon } from "./icon.tsx";
import { keyboardHelpId } from "./keyboard-help.tsx";
import { useLanguage } from "./language-context.ts";
import type { Theme } from "./page.tsx";
import { uiMessages } from "./ui.messages.ts";

export interface Person {
  readonly name: string;
  /** "Contactpersoon, Bakkerij De Vries". */
  readonly roleLine: string;
  /** More links in the menu, such as another organisation or the person's passkeys. */
  readonly links?: readonly { readonly href: string; readonly label: string }[] | undefined;
}

interface Here {
  readonly currentPath: string;
  readonly theme: Theme;
  /** The id of the form on this page. Without scripts it is sent along, so that nothing in it is lost. */
  readonly draftForm?: string | undefined;
}

/** Opens the dialog without a script, so that the keys can also be switched on without one. */
const opensKeyboardHelp = { command: "show-modal", commandfor: keyboardHelpId };

export function AccountMenu(props: Here & { person: Person }): VNode {
  const words = uiMessages(useLanguage());
  return (
    <details class="menu">
      <summary class="menu-button">
        <span class="sr-only">{words.account}:</span>
        <Avatar name={props.person.name} size="small" />
        <span class="account-name">{props.person.name}</span>
        <Icon name="down" class="account-arrow" />
      </summary>
      <div class="menu-panel">
        <p class="account-person">
          <strong>{props.person.name}</strong>
          <span>{props.person.roleLine}</span>
        </p>
        {props.person.links?.map((link) => (
          <a key={link.href} class="menu-item" href={link.href}>
            {link.label}
          </a>
        ))}
        <button type="button" class="menu-item" {...opensKeyboardHelp}>
          {words.keys}
        </button>
        <Preferences {...props} />
        <Form action="/sign-out" layout="menu" wholePage>
          <button type="submit" class="menu-item">
            {words.signOut}
          </button>
        </Form>
      </div>
    </details>
  );
}

/** Appearance and language: two small forms without scripts. The answer sets a cookie and shows the same page. */
export function Preferences(props: Here): VNode {
  const language = useLanguage();
  const words = uiMessages(language);
  const themes = [
    { value: "light", label: words.light },
    { value: "dark", label: words.dark },
    { value: "system", label: words.system },
  ];
  const languages = [
    { value: "nl", label: "Nederlands" },
    { value: "en", label: "English" },
  ];
  return (
    <div class="preferences">
      <Preference
        name="theme"
        label={words.theme}
        options={themes}
        value={props.theme}
        currentPath={props.currentPath}
        draftForm={props.draftForm}
      />
      <Preference
        name="language"
        label={words.language}
        options={languages}
        value={language}
        currentPath={props.currentPath}
        draftForm={props.draftForm}
      />
    </div>
  );
}

interface PreferenceProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly currentPath: string;
  readonly draftForm?: string | undefined;
}

function Preference(props: PreferenceProps): VNode {
  return (
    <Form action="/preferences" layout="bare" wholePage>
      <input type="hidden" name="returnTo" value={props.currentPath} />
      <div class="segments" role="group" aria-label={props.label}>
        {props.options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name="preference"
            value={`${props.name}:${option.value}`}
            form={props.draftForm}
            formNoValidate
            lang={props.name === "language" ? option.value : undefined}
            aria-pressed={option.value === props.value ? "true" : "false"}
          >
            {option.label}
          </button>
        ))}
      </div>
    </Form>
  );
}
