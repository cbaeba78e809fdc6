import { type Control, controlsOf, givenTo, keyOf, lock, restore, stateOf } from "./control-state.ts";

/** Where somebody ends up whose session ended meanwhile: then nothing was sent, however well the answer looks. */
const turnedAway = new Set(["/sign-in", "/choose-organisation"]);

/**
 * What somebody did in a form: what they changed, each with what the page gave, and the names of the files they chose.
 */
interface Kept {
  readonly changed: Readonly<Record<string, { readonly given: string; readonly state: string }>>;
  readonly files: readonly string[];
}

/**
 * Keeps what was typed, ticked and chosen in this tab until the form went through, so that a lost connection, an ended
 * session or another language costs nothing; a browser keeps no file, so that each is named, to be chosen again. Kept
 * per person and organisation: whoever signs in next in this tab does not find another's words in the form. What the
 * server filled in wins: only what is still as the page gave it then is filled in, also when another form of the page
 * was sent and the page came back without it.
 */
class Draft extends HTMLElement {
  /** The names of the files that were chosen before this page was made, and are not chosen again yet. */
  #missing: readonly string[] = [];
  #sending: readonly string[] = [];
  #locked: readonly Control[] = [];

  connectedCallback(): void {
    this.#restore();
    document.addEventListener("turbo:render", this.#restore);
    this.addEventListener("input", this.#keep);
    // Once more when it is sent: signing out in another tab empties what was kept, not what stands on this page.
    this.addEventListener("turbo:submit-start", this.#send);
    this.addEventListener("turbo:submit-end", this.#sent);
  }

  disconnectedCallback(): void {
    document.removeEventListener("turbo:render", this.#restore);
    this.removeEventListener("input", this.#keep);
    this.removeEventListener("turbo:submit-start", this.#send);
    this.removeEventListener("turbo:submit-end", this.#sent);
  }

  /** By where it is sent: the same form may be shown at another address. */
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
    // What was chosen on this page and taken out again, or taken by the server, is not asked for.
    this.#missing = this.#missing.filter((name) => !chosen.includes(name));
    const kept: Kept = { changed: Object.fromEntries(changed), files: [...chosen, ...this.#missing] };
    if (changed.length === 0 && kept.files.length === 0) sessionStorage.removeItem(this.#key);
    else sessionStorage.setItem(this.#key, JSON.stringify(kept));
    this.#remind();
  };

  #send = (): void => {
    this.#sending = this.#chosenFiles();
    this.#keep();
    // What is typed while it is on its way would go nowhere.
    this.#locked = controlsOf(this);
    for (const control of this.#locked) lock(control, true);
  };

  #sent = (event: HTMLElementEventMap["turbo:submit-end"]): void => {
    const { success, fetchResponse } = event.detail;
    for (const control of this.#locked) lock(control, false);
    if (fetchResponse === undefined) return;
    if (!success) return void this.#keepUntaken(fetchResponse);
    const isTurnedAway = turnedAway.has(new URL(fetchResponse.response.url).pathname);
    this.#missing = isTurnedAway ? [...this.#missing, ...this.#sending] : [];
    if (isTurnedAway) return this.#keep();
    sessionStorage.removeItem(this.#key);
    this.#remind();
  };

  /** What the server took stands on the form that it shows again; a page without the form took nothing. */
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

/** What an earlier version of ours kept looks different, and is left. */
function isKept(known: unknown): known is Kept {
  return typeof known === "object" && known !== null && "changed" in known && "files" in known;
}

export function defineDraft(): void {
  customElements.define("kw-draft", Draft);
}
