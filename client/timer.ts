import { serverNow } from "./clock.ts";
import { writeElapsed } from "./elapsed.ts";

/** Counts up from data-started-at by the server's clock. */
class Timer extends HTMLElement {
  static observedAttributes = ["data-started-at"];
  #ticking: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    this.#show();
    this.#ticking = setInterval(() => this.#show(), 1000);
  }

  disconnectedCallback(): void {
    clearInterval(this.#ticking);
  }

  attributeChangedCallback(): void {
    this.#show();
  }

  #show(): void {
    const startedAt = Date.parse(this.dataset["startedAt"] ?? "");
    if (Number.isNaN(startedAt)) return;
    const text = writeElapsed(serverNow() - startedAt);
    if (this.textContent !== text) this.textContent = text;
  }
}

export function defineTimer(): void {
  customElements.define("kw-timer", Timer);
}
