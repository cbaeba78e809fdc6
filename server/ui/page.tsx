import type { ComponentChildren, VNode } from "preact";
import type { Language } from "../../core/values/language.ts";
import { uiMessages } from "./ui.messages.ts";

/** The addresses of the built files with their hashes, read by assetsFrom of assets.ts from the build's manifest. */
export interface Assets {
  readonly script: string;
  readonly style: string;
  readonly font?: string | undefined;
  readonly icon?: string | undefined;
}

export type Theme = "light" | "dark" | "system";

export interface PageProps {
  readonly language: Language;
  readonly title: string;
  readonly nonce: string;
  readonly assets: Assets;
  readonly theme: Theme;
  /** Whether single-letter keys work; by default they do. */
  readonly hasKeys?: boolean | undefined;
  readonly now: Temporal.Instant;
  readonly face: keyof typeof faces;
  readonly live?: string | undefined;
  /** The owner of the page. Its drafts belong to this person and organisation alone. */
  readonly owner: string;
  readonly demoBar?: ComponentChildren;
  readonly children: ComponentChildren;
}

const faces = { portal: undefined, desk: "desk", plain: "plain" } as const;
const themes = { light: "kwartier-light", dark: "kwartier-dark", system: undefined } as const;

/** The document: head, skip link, body. Nothing inline, so that the strict policy holds (R07, R23). */
export function Page(props: PageProps): VNode {
  return (
    <html
      lang={props.language}
      class={faces[props.face]}
      data-theme={themes[props.theme]}
      data-keys={props.hasKeys === false ? "off" : undefined}
    >
      <Head {...props} />
      <body>
        <a class="skip-link" href="#content">
          {uiMessages(props.language).skip}
        </a>
        {props.demoBar && (
          <aside class="demo-bar" aria-label="Demo">
            {props.demoBar}
          </aside>
        )}
        {props.children}
      </body>
    </html>
  );
}

function Head(props: PageProps): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${props.title} · Kwartier`}</title>
      {props.assets.font && (
        <link rel="preload" href={props.assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
      )}
      <link rel="stylesheet" href={props.assets.style} data-turbo-track="reload" />
      <script type="module" src={props.assets.script} data-turbo-track="reload" />
      {props.assets.icon && <link rel="icon" href={props.assets.icon} type="image/svg+xml" />}
      <meta name="color-scheme" content={props.theme === "system" ? "light dark" : props.theme} />
      <meta name="csp-nonce" content={props.nonce} />
      <meta name="turbo-refresh-method" content="morph" />
      <meta name="turbo-refresh-scroll" content="preserve" />
      <meta name="view-transition" content="same-origin" />
      <meta name="kw-now" content={props.now.toString()} />
      <meta name="kw-owner" content={props.owner} />
      {props.live && <meta name="kw-live" content={props.live} />}
    </head>
  );
}
