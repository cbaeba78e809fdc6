/** The keys that choose in a list. All others only move through it. */
const choosing = new Set(["Enter", "Tab", " "]);

/**
 * Sends its form as soon as something is chosen. Moving through a closed list by key passes other options. So the
 * keyboard chooses with Enter or by moving to the next field, and takes back with Esc.
 */
class Autosubmit extends HTMLElement {
  #isWalking = false;
  #isPassing = false;

  connectedCallback(): void {
    this.addEventListener("pointerdown", () => (this.#isWalking = false));
    this.addEventListener("keydown", (event) => this.#press(event));
    this.addEventListener("change", () => (this.#isWalking ? (this.#isPassing = true) : this.#send()));
    this.addEventListener("focusout", () => this.#isPassing && this.#send());
  }

  #press(event: KeyboardEvent): void {
    this.#isWalking = !choosing.has(event.key);
    if (event.key === "Escape") this.#takeBack();
    if (event.key !== "Enter" || !this.#isPassing) return;
    event.preventDefault();
    this.#send();
  }

  #send(): void {
    this.#isPassing = false;
    this.closest("form")?.requestSubmit();
  }

  #takeBack(): void {
    if (this.#isPassing) this.closest("form")?.reset();
    this.#isPassing = false;
  }
}

export function defineAutosubmit(): void {
  customElements.define("kw-autosubmit", Autosubmit);
}
