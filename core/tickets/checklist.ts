/**
 * The items of the administration step, in order. An optional item is done only if the ticket needs it. Source:
 * contract D1.
 */
export const administrationChecklist = [
  { id: "assessed", isOptional: false },
  { id: "missing-information-asked", isOptional: true },
  { id: "phone-contact", isOptional: true },
  { id: "processed", isOptional: false },
] as const;

export type ChecklistItem = (typeof administrationChecklist)[number]["id"];

/** The warning to a consultant who moves a ticket on while items are open. It stops nothing. */
export interface ChecklistWarning {
  readonly openItems: readonly ChecklistItem[];
}

/**
 * The open items in the list's order: the unticked items that every ticket needs and, with `all`, the optional ones
 * too. Source: contract D1.
 */
export function openItems(
  done: readonly ChecklistItem[],
  options: { readonly all?: boolean } = {},
): readonly ChecklistItem[] {
  return administrationChecklist
    .filter(({ id, isOptional }) => !done.includes(id) && (options.all === true || !isOptional))
    .map(({ id }) => id);
}

/**
 * The warning on leaving the administration step while items are open that every ticket needs; null without such items.
 * Never a refusal: the consultant knows what the ticket needs. Source: contract D1.
 */
export function warnOnLeavingAdministration(done: readonly ChecklistItem[]): ChecklistWarning | null {
  const open = openItems(done);
  return open.length === 0 ? null : { openItems: open };
}
