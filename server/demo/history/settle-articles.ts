import type { TicketStep } from "./plan.ts";

/** The first ticket of a kind to be resolved writes the article, later ones point to it (D3). Steps come in order. */
export function settleArticles(steps: readonly TicketStep[]): TicketStep[] {
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
