export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What nobody types, ticks or chooses in, or what no browser fills in by itself. */
const unkept = new Set(["hidden", "file", "submit", "button", "password"]);

/** The controls in which somebody types, ticks or chooses. */
export function controlsOf(within: HTMLElement): Control[] {
  const controls = [...within.querySelectorAll<Control>("input[name], textarea[name], select[name]")];
  return controls.filter(
    ({ type, readOnly }: Control & { readOnly?: boolean }) => !unkept.has(type) && readOnly !== true,
  );
}

/** Boxes share a name, and each is one of its own. */
export function keyOf(control: Control): string {
  return isBox(control) ? `${control.name}=${control.value}` : control.name;
}

/** How a control stands, as a text. */
export function stateOf(control: Control): string {
  return isBox(control) ? String(control.checked) : control.value;
}

/** How the page gave it. */
export function givenTo(control: Control): string {
  if (isBox(control)) return String(control.defaultChecked);
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const given = [...control.options].find((option) => option.defaultSelected) ?? control.options[0];
  return given?.value ?? "";
}

/** Puts a control as it stood; a choice that the page does not offer any more is left out. */
export function restore(control: Control, state: string): void {
  if (isBox(control)) control.checked = state === "true";
  else if (!(control instanceof HTMLSelectElement)) control.value = state;
  else if ([...control.options].some(({ value }) => value === state)) control.value = state;
}

/** Lets nobody type in a control for a while; it is sent and keeps the focus all the same. */
export function lock(control: Control, isLocked: boolean): void {
  if (!(control instanceof HTMLSelectElement)) control.readOnly = isLocked;
}

function isBox(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
}
