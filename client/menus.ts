/**
 * Closes menus and explanations, which are plain details elements, on a click elsewhere, on Esc and on another page.
 */
export function closeMenus(): void {
  addEventListener("click", (event) => {
    for (const menu of openMenus())
      if (!(event.target instanceof Node) || !menu.contains(event.target)) menu.open = false;
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
  addEventListener("turbo:before-cache", () => {
    for (const menu of openMenus()) menu.open = false;
  });
}

function openMenus(): NodeListOf<HTMLDetailsElement> {
  return document.querySelectorAll<HTMLDetailsElement>(
    "details.menu[open], .meter-aside details[open], .data-table details[open]",
  );
}
