/**
 * What the administration step consists of, in order; an optional item is done only where the ticket needs it. Source:
 * contract D1.
 */
export const administrationChecklist = [
  { id: "assessed", isOptional: false },
  { id: "missing-information-asked", isOptional: true },
  { id: "phone-contact", isOptional: true },
  { id: "processed", isOptional: false },
] as const;

export type ChecklistItem = (typeof administrationChecklist)[number]["id"];

/** What a consultant is told who moves a ticket on while items are open: a warning, which stops nothing. */
export interface ChecklistWarning {
  readonly openItems: readonly ChecklistItem[];
}

/**
 * The items that are open: those not ticked that no ticket goes without, or, with `all`, the optional ones too. In the
 * list's order. Source: contract D1.
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
 * Whether leaving the administration step deserves a warning, as items that no ticket goes without are open; null when
 * none are. Never a refusal: the consultant knows what the ticket needs. Source: contract D1.
 */
export function warnOnLeavingAdministration(done: readonly ChecklistItem[]): ChecklistWarning | null {
  const open = openItems(done);
  return open.length === 0 ? null : { openItems: open };
}
