import { isDirty } from "./busy.ts";
import { isLiveRefresh } from "./live.ts";

/**
 * A refresh replaces the server's content and keeps the reader's changes of the page. Opened details stay open, but for
 * those around a form that was just carried out. Elements with content of their own (kw-files) are left alone. A toast
 * survives the refresh that follows its own event.
 */
export function keepWhenMorphing(): void {
  const done = new WeakSet<HTMLDetailsElement>();
  addEventListener("turbo:submit-end", (event) => {
    const fold = event.detail.success && event.target instanceof Element ? event.target.closest("details") : null;
    if (fold !== null) done.add(fold);
  });
  addEventListener("turbo:before-morph-attribute", (event) => {
    if (!(event.target instanceof HTMLDetailsElement) || event.detail.attributeName !== "open") return;
    if (!done.delete(event.target)) event.preventDefault();
  });
  addEventListener("turbo:before-morph-element", (event) => {
    if (!(event.target instanceof HTMLElement)) return;
    // A new element of the next page has nothing of its own yet and gets its content.
    if (event.target.localName === "kw-files" && event.target.firstElementChild !== null) event.preventDefault();
    if (event.target.localName === "kw-dismiss") keepToast(event, event.target);
    if (event.target instanceof HTMLFormElement && isLiveRefresh() && isInUse(event.target)) event.preventDefault();
  });
}

/** Somebody began to fill it in while the refresh was loading. */
function isInUse(form: HTMLFormElement): boolean {
  return form.querySelector(":is(input, textarea, select):focus") !== null || isDirty(form);
}

/** A newer toast replaces the old one as a new element, so that it has its full time. */
function keepToast(event: WindowEventMap["turbo:before-morph-element"], toast: HTMLElement): void {
  event.preventDefault();
  const { newElement } = event.detail;
  if (newElement instanceof HTMLElement && newElement.localName === "kw-dismiss")
    toast.replaceWith(newElement.cloneNode(true));
}
