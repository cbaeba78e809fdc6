import type { ComponentChildren, VNode } from "preact";
import { AccountMenu, type Person, Preferences } from "./account-menu.tsx";
import { KeyboardHelp } from "./keyboard-help.tsx";
import { LanguageContext } from "./language-context.ts";
import type { Language } from "../../core/values/language.ts";
import { FormOwnerContext } from "./form-owner-context.ts";
import { Mark } from "./mark.tsx";
import { BarPlace, Navigation, type NavigationItem, type Place } from "./navigation.tsx";
import { type Assets, Page, type Theme } from "./page.tsx";
import { SearchBox, type Search } from "./search-box.tsx";
import { Toast, type ToastMessage } from "./toast.tsx";
import { uiMessages } from "./ui.messages.ts";

/** The facts of a page for its frame, made once per request. */
export interface Frame {
  readonly language: Language;
  readonly title: string;
  readonly nonce: string;
  readonly assets: Assets;
  readonly theme: Theme;
  /** Whether single-letter keys work; by default they do. */
  readonly hasKeys?: boolean | undefined;
  readonly currentPath: string;
  readonly now: Temporal.Instant;
  /** The owner of the page. Its forms and drafts belong to this person and organisation alone. */
  readonly owner: string;
  readonly toast?: ToastMessage | undefined;
  /** Above everything: "this is a demo". */
  readonly demoBar?: ComponentChildren;
}

/** The frame of a page behind sign-in. */
export interface SignedInFrame extends Frame {
  readonly person: Person;
  readonly place?: Place | undefined;
  readonly navigation: readonly NavigationItem[];
  readonly home: string;
  readonly search?: Search | undefined;
  /** A running timer with its ticket and stop button. */
  readonly timer?: ComponentChildren;
  /** The id of the form on this page, if there is one. */
  readonly draftForm?: string | undefined;
  /** The address of the event stream. Without it the page does not refresh itself. */
  readonly live?: string | undefined;
}

type WithContent<Props> = Props & { readonly children: ComponentChildren };

/** For contacts: one calm column. */
export function PortalLayout(props: WithContent<SignedInFrame>): VNode {
  return <SignedIn {...props} face="portal" />;
}

/** For staff: wide and dense. */
export function DeskLayout(props: WithContent<SignedInFrame>): VNode {
  return <SignedIn {...props} face="desk" />;
}

/** For signing in, choosing an organisation and errors: the mark and one narrow column. */
export function PlainLayout(props: WithContent<Frame & { wide?: boolean | undefined }>): VNode {
  return (
    <PageContext {...props}>
      <Page {...props} face="plain">
        <header class="plain-bar">
          <Mark withName />
        </header>
        <main
          id="content"
          class={props.wide ? "content content-plain content-wide" : "content content-plain"}
          tabIndex={-1}
        >
          {props.children}
        </main>
        <footer class="plain-foot">
          <Preferences currentPath={props.currentPath} theme={props.theme} />
        </footer>
      </Page>
    </PageContext>
  );
}

/** The contexts of a page, for components deep inside it. */
function PageContext({ language, owner, children }: WithContent<Pick<Frame, "language" | "owner">>): VNode {
  return (
    <LanguageContext.Provider value={language}>
      <FormOwnerContext.Provider value={owner}>{children}</FormOwnerContext.Provider>
    </LanguageContext.Provider>
  );
}

function SignedIn(props: WithContent<SignedInFrame> & { face: "portal" | "desk" }): VNode {
  const words = uiMessages(props.language);
  return (
    <PageContext {...props}>
      <Page {...props}>
        <header class="bar">
          <div class="bar-inner">
            <a class="bar-home" href={props.home} aria-label="Kwartier">
              <Mark withName />
            </a>
            <Navigation
              items={props.navigation}
              label={words.mainNavigation}
              menuLabel={words.menu}
              place={props.place}
            />
            <BarPlace place={props.place} />
            {props.search && <SearchBox {...props.search} />}
            {props.timer && <div class="bar-timer">{props.timer}</div>}
            <AccountMenu
              person={props.person}
              currentPath={props.currentPath}
              theme={props.theme}
              draftForm={props.draftForm}
            />
          </div>
        </header>
        <main id="content" class="content" tabIndex={-1}>
          {props.children}
        </main>
        {props.toast && <Toast {...props.toast} />}
        <template id="no-connection">
          <Toast text={words.noConnection} tone="refused" />
        </template>
        <KeyboardHelp staff={props.face === "desk"} hasKeys={props.hasKeys ?? true} currentPath={props.currentPath} />
      </Page>
    </PageContext>
  );
}
