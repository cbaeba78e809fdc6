/** Reports that a form could not be sent, in the page's own words. The typed text stays. */
export function tellLostConnection(): void {
  addEventListener("turbo:fetch-request-error", (event) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    const words = document.querySelector<HTMLTemplateElement>("template#no-connection");
    if (words === null) return;
    document.querySelector("body > kw-dismiss")?.remove();
    document.body.append(words.content.cloneNode(true));
  });
}

/** Ignores a page that was given up because somebody went elsewhere. Turbo leaves its reading unhandled. */
export function giveUpQuietly(): void {
  addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof DOMException && event.reason.name === "AbortError") event.preventDefault();
  });
}
