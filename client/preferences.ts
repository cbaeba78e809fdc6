/**
 * Without scripts a preference is sent with the page's form, so that its content comes back. With scripts this tab
 * keeps the content anyway, so the button is sent alone and no file is sent twice.
 */
export function startPreferences(): void {
  addEventListener(
    "click",
    ({ target }) => {
      if (target instanceof Element) target.closest("button[name=preference][form]")?.removeAttribute("form");
    },
    { capture: true },
  );
}
