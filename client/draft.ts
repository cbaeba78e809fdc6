type Typed = HTMLInputElement | HTMLTextAreaElement;

const kept = 'textarea[name], input[name]:is([type="text"], [type="email"], [type="tel"], :not([type]))';

/**
 * Keeps what was typed in this tab until the form went through, so that a lost connection or a closed page costs nothing.
 * What the server filled in wins: only fields that are still as the page gave them are filled.
 */
class Draft extends HTMLElement {
  connectedCallback(): void {
    this.#restore();
    this.addEventListener("input", this.#keep);
    this.addEventListener("turbo:submit-end", this.#sent);
  }

  disconnectedCallback(): void {
    this.removeEventListener("input", this.#keep);
    this.removeEventListener("turbo:submit-end", this.#sent);
  }

  get #key(): string {
    return `draft:${location.pathname}:${this.dataset["draft"] ?? ""}`;
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
    if (event.detail.success) sessionStorage.removeItem(this.#key);
  };

  #restore(): void {
    const typed = readTyped(sessionStorage.getItem(this.#key));
    for (const field of this.#fields()) {
      const value = typed.get(field.name);
      if (value !== undefined && field.value === "" && field.defaultValue === "") field.value = value;
    }
  }
}

function readTyped(text: string | null): Map<string, string> {
  const parsed: unknown = text === null ? [] : JSON.parse(text);
  if (!Array.isArray(parsed)) return new Map();
  return new Map(parsed.filter((pair) => Array.isArray(pair)).map((pair) => [String(pair[0]), String(pair[1])]));
}

export function defineDraft(): void {
  customElements.define("kw-draft", Draft);
}
