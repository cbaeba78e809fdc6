/** A form that could not be sent says so, with the words the page brought along; what was typed is left as it is. */
export function tellLostConnection(): void {
  addEventListener("turbo:fetch-request-error", (event) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    const words = document.querySelector<HTMLTemplateElement>("template#no-connection");
    if (words === null) return;
    document.querySelector("body > kw-dismiss")?.remove();
    document.body.append(words.content.cloneNode(true));
  });
}

/** A page that was on its way when somebody went elsewhere is given up. Turbo leaves the reading of it unhandled. */
export function giveUpQuietly(): void {
  addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof DOMException && event.reason.name === "AbortError") event.preventDefault();
  });
}
