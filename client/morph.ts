import { isDirty } from "./busy.ts";
import { isLiveRefresh } from "./live.ts";

/**
 * A refresh replaces what the server knows; what the reader did to the page stays: opened details stay open, elements
 * that drew something of their own (kw-files) are left alone, and a toast is not wiped away by the refresh that follows
 * on what it tells of.
 */
export function keepWhenMorphing(): void {
  addEventListener("turbo:before-morph-attribute", (event) => {
    const isDetails = event.target instanceof HTMLDetailsElement;
    if (isDetails && event.detail.attributeName === "open") event.preventDefault();
  });
  addEventListener("turbo:before-morph-element", (event) => {
    if (!(event.target instanceof HTMLElement)) return;
    // One that was only just made for the new page has nothing of its own yet and gets its content.
    if (event.target.localName === "kw-files" && event.target.firstElementChild !== null) event.preventDefault();
    if (event.target.localName === "kw-dismiss") keepToast(event, event.target);
    if (event.target instanceof HTMLFormElement && isLiveRefresh() && isInUse(event.target)) event.preventDefault();
  });
}

/** Somebody began to fill it in while the refresh was on its way. */
function isInUse(form: HTMLFormElement): boolean {
  return form.querySelector(":is(input, textarea, select):focus") !== null || isDirty(form);
}

/** A newer toast takes the old one's place as an element of its own, so that it has its whole time. */
function keepToast(event: WindowEventMap["turbo:before-morph-element"], toast: HTMLElement): void {
  event.preventDefault();
  const { newElement } = event.detail;
  if (newElement instanceof HTMLElement && newElement.localName === "kw-dismiss")
    toast.replaceWith(newElement.cloneNode(true));
}
