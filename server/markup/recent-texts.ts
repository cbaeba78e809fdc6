/** Together with what they became. A message has a few hundred, and at most 20,000. */
const mostCharacters = 1_000_000;

/** Keeps what texts became, as far as there is room: the ones that were asked for last. */
export class RecentTexts {
  readonly #render: (text: string) => string;
  readonly #most: number;
  readonly #known = new Map<string, string>();
  #characters = 0;

  constructor(render: (text: string) => string, most = mostCharacters) {
    this.#render = render;
    this.#most = most;
  }

  render(text: string): string {
    const known = this.#known.get(text);
    const html = known ?? this.#render(text);
    if (known === undefined) this.#characters += text.length + html.length;
    // The last asked comes last, so that the first is the one to forget.
    else this.#known.delete(text);
    this.#known.set(text, html);
    this.#forget();
    return html;
  }

  #forget(): void {
    for (const [text, html] of this.#known) {
      if (this.#characters <= this.#most) return;
      this.#known.delete(text);
      this.#characters -= text.length + html.length;
    }
  }
}
