/**
 * Single keys for frequent users. They do not act in a form's control, with a modifier or while held down, and a person
 * can switch them off (WCAG 2.1.4).
 */
export function startKeyboard(): void {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Escape") return leaveField(event);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return send(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isInControl(event.target)) return;
    if (document.documentElement.dataset["keys"] === "off") return;
    if (document.querySelector("dialog[open]") !== null) return;
    if (act(event.key)) event.preventDefault();
  });
}

function act(key: string): boolean {
  switch (key) {
    case "j":
      return moveRow(1);
    case "k":
      return moveRow(-1);
    case "?":
      return showHelp();
    case "/":
    case "c":
    case "t":
    case "r":
    case "n":
      return press(key);
    default:
      return false;
  }
}

/** Presses the element with this data-key, or focuses it if it is a field. Without one the key does nothing. */
function press(key: string): boolean {
  const target = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  // A pressed button is disabled until its form is answered.
  if (target === null || target.matches(":disabled")) return false;
  const fold = target.closest("details");
  if (fold !== null) fold.open = true;
  if (target instanceof HTMLInputElement) target.select();
  target.focus();
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) target.click();
  return true;
}

/**
 * Sends the form of the focused text and leaves it, so that the next key is a key again and not the start of a message.
 */
function send(event: KeyboardEvent): void {
  if (!(event.target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  const { form } = event.target;
  event.target.blur();
  form?.requestSubmit();
}

/** The rows are links, so Enter opens the focused one by itself. */
function moveRow(step: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("tr[data-row] a.row-link")];
  if (links.length === 0) return false;
  const here = links.findIndex((link) => link === document.activeElement);
  const next = here === -1 ? (step === 1 ? 0 : links.length - 1) : here + step;
  links[Math.min(links.length - 1, Math.max(0, next))]?.focus();
  return true;
}

function showHelp(): boolean {
  const help = document.querySelector<HTMLDialogElement>("#keyboard-help");
  help?.showModal();
  return help !== null;
}

function leaveField(event: KeyboardEvent): void {
  const isSearch = event.target instanceof HTMLInputElement && event.target.type === "search";
  if (isSearch || event.target instanceof HTMLTextAreaElement) event.target.blur();
}

/** A button of a dialog that was just closed keeps the focus until the next frame, and nobody means it. */
function isInControl(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest("dialog:not([open])") !== null) return false;
  return target.closest("input, select, textarea, button, [contenteditable]") !== null;
}
