import type { Staff } from "../../../../core/access/actor.ts";
import type { ResolvedOutcome } from "../../../../core/tickets/outcome.ts";
import { accept } from "../../../../core/values/result.ts";
import { articlesOfTicket } from "../../../knowledge/list-articles.ts";
import { moveArticle } from "../../../knowledge/move-article.ts";
import { findTicket } from "../../../tickets/read-ticket.ts";
import { resolveTicket } from "../../../tickets/resolve-ticket.ts";
import { known, type Registry } from "../people.ts";
import { type CarryingOut, caseOf, referenceOf } from "./deed.ts";

/** The article of a resolved ticket. A template identifies an article. */
export type PlannedArticle =
  | {
      readonly kind: "new";
      readonly template: string;
      readonly title: string;
      readonly body: string;
      readonly isPublic: boolean;
    }
  | { readonly kind: "existing"; readonly template: string }
  | { readonly kind: "none"; readonly reason: string };

/** A ticket is resolved with its article (D3). A new one is published at once. */
export interface ArticleDeeds {
  resolve: { readonly message: string; readonly outcome: ResolvedOutcome; readonly article: PlannedArticle };
}

export const articleDeeds: CarryingOut<Staff, ArticleDeeds> = {
  resolve: async (work, place, { message, outcome, article: planned }) => {
    const { registry } = place;
    const reference = referenceOf(place);
    const resolved = await resolveTicket(work, {
      reference,
      message,
      outcome,
      article: articleOf(registry, planned),
      ...(outcome === "escalated" && caseOf(reference)),
    });
    if (!resolved.ok || planned.kind !== "new") return resolved;
    const ticket = await findTicket(work.tx, reference);
    const [article] = ticket === undefined ? [] : await articlesOfTicket(work.tx, ticket);
    if (article === undefined) return accept(null);
    registry.articles.set(planned.template, article.id);
    return moveArticle(work, { id: article.id, move: "publish" });
  },
};

function articleOf(registry: Registry, article: PlannedArticle) {
  if (article.kind === "existing") return { kind: "existing", id: known(registry.articles, article.template) } as const;
  return article;
}
