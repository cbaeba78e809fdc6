/** After a refusal the reader and the screen reader start at the summary of mistakes. */
export function focusProblems(): void {
  const focus = (): void => document.querySelector<HTMLElement>("[data-error-summary]")?.focus();
  addEventListener("turbo:render", focus);
  focus();
}
