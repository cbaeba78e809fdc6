/** The part of Turbo that we call; the package carries no types of its own. */
interface Window {
  readonly Turbo: { readonly session: { refresh(url: string): void } };
}
declare module "@hotwired/turbo";
