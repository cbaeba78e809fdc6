export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Controls without a person's input, or that no browser fills in by itself. */
const unkept = new Set(["hidden", "file", "submit", "button", "password"]);

/** The controls in which somebody types, ticks or chooses. */
export function controlsOf(within: HTMLElement): Control[] {
  const controls = [...within.querySelectorAll<Control>("input[name], textarea[name], select[name]")];
  return controls.filter(
    ({ type, readOnly }: Control & { readOnly?: boolean }) => !unkept.has(type) && readOnly !== true,
  );
}

/** Boxes share a name, but each has its own key. */
export function keyOf(control: Control): string {
  return isBox(control) ? `${control.name}=${control.value}` : control.name;
}

/** The state of a control, as a text. */
export function stateOf(control: Control): string {
  return isBox(control) ? String(control.checked) : control.value;
}

/** The state of a control on the page as it came. */
export function givenTo(control: Control): string {
  if (isBox(control)) return String(control.defaultChecked);
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const given = [...control.options].find((option) => option.defaultSelected) ?? control.options[0];
  return given?.value ?? "";
}

/** Restores a control's state. A choice that the page no longer offers is left out. */
export function restore(control: Control, state: string): void {
  if (isBox(control)) control.checked = state === "true";
  else if (!(control instanceof HTMLSelectElement)) control.value = state;
  else if ([...control.options].some(({ value }) => value === state)) control.value = state;
}

/** Blocks typing in a control for a while. It is still sent and keeps the focus. */
export function lock(control: Control, isLocked: boolean): void {
  if (!(control instanceof HTMLSelectElement)) control.readOnly = isLocked;
}

function isBox(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
}
