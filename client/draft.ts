type Typed = HTMLInputElement | HTMLTextAreaElement;

const kept = 'textarea[name], input[name]:is([type="text"], [type="email"], [type="tel"], :not([type]))';

/** Where somebody ends up whose session ended meanwhile: then nothing was sent, however well the answer looks. */
const turnedAway = new Set(["/sign-in", "/choose-organisation"]);

/**
 * Keeps what was typed in this tab until the form went through, so that a lost connection or an ended session costs nothing.
 * Kept per person and organisation: whoever signs in next in this tab does not find another's words in the form.
 * What the server filled in wins: only fields that are still as the page gave them are filled, also when another form of the page
 * was sent and the page came back without what was being typed in this one.
 */
class Draft extends HTMLElement {
  connectedCallback(): void {
    this.#restore();
    document.addEventListener("turbo:render", this.#restore);
    this.addEventListener("input", this.#keep);
    // Once more when it is sent: signing out in another tab empties what was kept, not what stands on this page.
    this.addEventListener("turbo:submit-start", this.#keep);
    this.addEventListener("turbo:submit-end", this.#sent);
  }

  disconnectedCallback(): void {
    document.removeEventListener("turbo:render", this.#restore);
    this.removeEventListener("input", this.#keep);
    this.removeEventListener("turbo:submit-start", this.#keep);
    this.removeEventListener("turbo:submit-end", this.#sent);
  }

  get #key(): string {
    const owner = document.querySelector<HTMLMetaElement>('meta[name="kw-owner"]')?.content ?? "";
    return `draft:${owner}:${location.pathname}:${this.dataset["draft"] ?? ""}`;
  }

  #fields(): Typed[] {
    return [...this.querySelectorAll<Typed>(kept)];
  }

  #keep = (): void => {
    const typed = this.#fields()
      .filter((field) => field.value !== field.defaultValue)
      .map((field): [string, string] => [field.name, field.value]);
    if (typed.length === 0) sessionStorage.removeItem(this.#key);
    else sessionStorage.setItem(this.#key, JSON.stringify(typed));
  };

  #sent = (event: HTMLElementEventMap["turbo:submit-end"]): void => {
    const { success, fetchResponse } = event.detail;
    if (!success || fetchResponse === undefined) return;
    if (!turnedAway.has(new URL(fetchResponse.response.url).pathname)) sessionStorage.removeItem(this.#key);
  };

  #restore = (): void => {
    const typed = readTyped(sessionStorage.getItem(this.#key));
    for (const field of this.#fields()) {
      const value = typed.get(field.name);
      if (value !== undefined && field.value === "" && field.defaultValue === "") field.value = value;
    }
  };
}

function readTyped(text: string | null): Map<string, string> {
  const parsed: unknown = text === null ? [] : JSON.parse(text);
  if (!Array.isArray(parsed)) return new Map();
  return new Map(parsed.filter((pair) => Array.isArray(pair)).map((pair) => [String(pair[0]), String(pair[1])]));
}

export function defineDraft(): void {
  customElements.define("kw-draft", Draft);
}
