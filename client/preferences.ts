/**
 * Without scripts a preference is sent with the form of the page, so that what was filled in comes back with it. With
 * them it is kept in this tab anyway, and the button goes its own way, without a file being sent twice.
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
