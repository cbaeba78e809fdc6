import { type Control, controlsOf, givenTo, keyOf, lock, restore, stateOf } from "./control-state.ts";

/** The pages that a person without a session reaches. A form that ends there was not sent, even with a good status. */
const signInPaths = new Set(["/sign-in", "/choose-organisation"]);

/** A person's input in a form: each change with the page's original value, and the names of the chosen files. */
interface Kept {
  readonly changed: Readonly<Record<string, { readonly given: string; readonly state: string }>>;
  readonly files: readonly string[];
}

/**
 * Keeps a form's typed, ticked and chosen content in this tab until the form succeeds. So a lost connection, an ended
 * session or another language loses nothing. A browser keeps no files, so each is named, to be chosen again. Content
 * belongs to a person and organisation: the next person in this tab never sees it. The server's content wins: only
 * fields that still have their original value are filled in, also after another form of the page was sent.
 */
class Draft extends HTMLElement {
  /** The names of files that were chosen before this page was made, and not again yet. */
  #missing: readonly string[] = [];
  #sending: readonly string[] = [];
  #locked: readonly Control[] = [];

  connectedCallback(): void {
    this.#restore();
    document.addEventListener("turbo:render", this.#restore);
    this.addEventListener("input", this.#keep);
    // Saved again on sending: signing out in another tab clears the saved content, but not this page.
    this.addEventListener("turbo:submit-start", this.#send);
    this.addEventListener("turbo:submit-end", this.#sent);
  }

  disconnectedCallback(): void {
    document.removeEventListener("turbo:render", this.#restore);
    this.removeEventListener("input", this.#keep);
    this.removeEventListener("turbo:submit-start", this.#send);
    this.removeEventListener("turbo:submit-end", this.#sent);
  }

  /** By its target address: several pages may show the same form. */
  get #key(): string {
    const owner = document.querySelector<HTMLMetaElement>('meta[name="kw-owner"]')?.content ?? "";
    const action = this.querySelector("form")?.action ?? "";
    return `draft:${owner}:${new URL(action, location.href).pathname}:${this.dataset["draft"] ?? ""}`;
  }

  #keep = (): void => {
    const changed = controlsOf(this)
      .filter((control) => stateOf(control) !== givenTo(control))
      .map((control) => [keyOf(control), { given: givenTo(control), state: stateOf(control) }] as const);
    const chosen = this.#chosenFiles();
    // A file that was chosen on this page and removed, or taken by the server, is not asked for.
    this.#missing = this.#missing.filter((name) => !chosen.includes(name));
    const kept: Kept = { changed: Object.fromEntries(changed), files: [...chosen, ...this.#missing] };
    if (changed.length === 0 && kept.files.length === 0) sessionStorage.removeItem(this.#key);
    else sessionStorage.setItem(this.#key, JSON.stringify(kept));
    this.#remind();
  };

  #send = (): void => {
    this.#sending = this.#chosenFiles();
    this.#keep();
    // Text typed while the form is being sent would be lost.
    this.#locked = controlsOf(this);
    for (const control of this.#locked) lock(control, true);
  };

  #sent = (event: HTMLElementEventMap["turbo:submit-end"]): void => {
    const { success, fetchResponse } = event.detail;
    for (const control of this.#locked) lock(control, false);
    if (fetchResponse === undefined) return;
    if (!success) return void this.#keepUntaken(fetchResponse);
    const isSentToSignIn = signInPaths.has(new URL(fetchResponse.response.url).pathname);
    this.#missing = isSentToSignIn ? [...this.#missing, ...this.#sending] : [];
    if (isSentToSignIn) return this.#keep();
    sessionStorage.removeItem(this.#key);
    this.#remind();
  };

  /** The form that the server shows again lists the files it took. A page without the form means that it took none. */
  async #keepUntaken({ responseHTML }: { readonly responseHTML: Promise<string | undefined> }): Promise<void> {
    const key = this.#key;
    const files = [...this.#sending, ...this.#missing];
    if ((await responseHTML)?.includes("<kw-draft") === true || files.length === 0) return;
    sessionStorage.setItem(key, JSON.stringify({ ...read(key), files }));
  }

  #restore = (): void => {
    const kept = read(this.#key);
    for (const control of controlsOf(this)) {
      const known = kept.changed[keyOf(control)];
      if (known !== undefined && givenTo(control) === known.given && stateOf(control) === known.given)
        restore(control, known.state);
    }
    const chosen = this.#chosenFiles();
    this.#missing = kept.files.filter((name) => !chosen.includes(name));
    this.#remind();
  };

  #chosenFiles(): string[] {
    const inputs = [...this.querySelectorAll<HTMLInputElement>('input[type="file"]')];
    return inputs.flatMap(({ files }) => [...(files ?? [])].map(({ name }) => name));
  }

  #remind(): void {
    const files = this.querySelector<HTMLElement>("kw-files");
    if (files === null) return;
    files.querySelector(".files-again")?.remove();
    if (this.#missing.length === 0) return;
    const line = document.createElement("p");
    line.className = "files-again";
    line.textContent = `${files.dataset["again"] ?? ""} ${this.#missing.join(", ")}`;
    files.append(line);
  }
}

function read(key: string): Kept {
  const known: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
  return isKept(known) ? known : { changed: {}, files: [] };
}

/** Content from an earlier version has another shape and is ignored. */
function isKept(known: unknown): known is Kept {
  return typeof known === "object" && known !== null && "changed" in known && "files" in known;
}

export function defineDraft(): void {
  customElements.define("kw-draft", Draft);
}
