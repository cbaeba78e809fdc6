const shownMilliseconds = 7000;

/** A toast. Its button closes it, and it closes by itself unless somebody is at it or it reports a failure. */
class Dismiss extends HTMLElement {
  #going: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.querySelector("[data-dismiss]")?.addEventListener("click", () => this.remove());
    if (this.getAttribute("role") === "alert") return;
    this.addEventListener("pointerenter", () => clearTimeout(this.#going));
    this.addEventListener("focusin", () => clearTimeout(this.#going));
    this.addEventListener("pointerleave", () => this.#goSoon());
    this.#goSoon();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#going);
  }

  #goSoon(): void {
    clearTimeout(this.#going);
    this.#going = setTimeout(() => this.remove(), shownMilliseconds);
  }
}

export function defineDismiss(): void {
  customElements.define("kw-dismiss", Dismiss);
}
