import type { TicketStep } from "./plan.ts";

/** The first resolved ticket of a kind writes the article; later ones link to it (D3). Steps are in order. */
export function linkArticles(steps: readonly TicketStep[]): TicketStep[] {
  const written = new Set<string>();
  return steps.map((step) => {
    const { deed } = step;
    if (deed.kind !== "resolve" || deed.article.kind !== "new") return step;
    const { template } = deed.article;
    if (written.has(template)) return { ...step, deed: { ...deed, article: { kind: "existing", template } } };
    written.add(template);
    return step;
  });
}
