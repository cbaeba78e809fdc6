/** The part of Turbo that we use. The package has no types of its own. */
interface Window {
  readonly Turbo: {
    readonly session: {
      refresh(url: string): void;
      pageRefreshDebouncePeriod: number;
      readonly navigator: { readonly currentVisit?: object };
    };
  };
}

interface WindowEventMap {
  "turbo:fetch-request-error": CustomEvent<{ readonly error: Error }>;
  "turbo:before-fetch-response": CustomEvent<{ readonly fetchResponse: { readonly response: Response } }>;
  "turbo:before-morph-attribute": CustomEvent<{ readonly attributeName: string }>;
  "turbo:before-morph-element": CustomEvent<{ readonly newElement?: Node | null }>;
  "turbo:submit-end": CustomEvent<{ readonly success: boolean }>;
}

interface HTMLElementEventMap {
  "turbo:submit-end": CustomEvent<{
    readonly success: boolean;
    /** Missing when no answer came. */
    readonly fetchResponse?: { readonly response: Response; readonly responseHTML: Promise<string | undefined> };
  }>;
}

declare module "@hotwired/turbo";
