/** Whether somebody is typing, has typed, reads a refusal, or has something open that a refresh would remove. */
export function isBusy(): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.matches("main :is(input, textarea, select)")) return true;
  if (document.querySelector("dialog[open], details.menu[open], main [data-error-summary]") !== null) return true;
  return [...document.querySelectorAll<HTMLFormElement>("main form")].some(isDirty);
}

/** Whether a form's content differs from the page's. */
export function isDirty(form: HTMLFormElement): boolean {
  return [...form.elements].some((control) => {
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    if (control instanceof HTMLSelectElement) return isChanged(control);
    if (!(control instanceof HTMLInputElement) || control.type === "hidden") return false;
    if (control.type === "file") return (control.files?.length ?? 0) > 0;
    if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
    return control.value !== control.defaultValue;
  });
}

function isChanged(select: HTMLSelectElement): boolean {
  const options = [...select.options];
  if (!options.some((option) => option.defaultSelected)) return select.selectedIndex > 0;
  return options.some((option) => option.selected !== option.defaultSelected);
}
