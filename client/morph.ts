/**
 * A refresh replaces what the server knows; what the reader did to the page stays: opened details stay open, and
 * elements that drew something of their own (kw-files) are left alone.
 */
export function keepWhenMorphing(): void {
  addEventListener("turbo:before-morph-attribute", (event) => {
    const isDetails = event.target instanceof HTMLDetailsElement;
    if (isDetails && event.detail.attributeName === "open") event.preventDefault();
  });
  addEventListener("turbo:before-morph-element", (event) => {
    if (event.target instanceof HTMLElement && event.target.localName === "kw-files") event.preventDefault();
  });
}
