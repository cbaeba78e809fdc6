import { type Lifecycle, staying } from "../values/lifecycle.ts";

export const articleStates = ["draft", "published", "retired"] as const;
export type ArticleState = (typeof articleStates)[number];

export const articleActions = ["revise", "publish", "link", "retire", "restore"] as const;
export type ArticleAction = (typeof articleActions)[number];

/**
 * The life of an article of the knowledge base. A draft can be linked to its ticket before it is published. A retired
 * article keeps its tickets and gets no new ones until it is restored as a draft and checked again. No article is ever
 * deleted, because a resolution refers to it. Source: contract D3.
 */
export const articleLifecycle: Lifecycle<ArticleState, ArticleAction> = {
  thing: "article",
  states: articleStates,
  actions: articleActions,
  transitions: [
    ...staying<ArticleState, ArticleAction>("revise", ["draft", "published"]),
    { action: "publish", from: ["draft"], to: "published" },
    ...staying<ArticleState, ArticleAction>("link", ["draft", "published"]),
    { action: "retire", from: ["draft", "published"], to: "retired" },
    { action: "restore", from: ["retired"], to: "draft" },
  ],
};
