/** Sends the form around it as soon as something is chosen. */
class Autosubmit extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("change", () => this.closest("form")?.requestSubmit());
  }
}

export function defineAutosubmit(): void {
  customElements.define("kw-autosubmit", Autosubmit);
}
