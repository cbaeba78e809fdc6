import type { LifecycleWords } from "../values/lifecycle-words.ts";
import type { ArticleAction, ArticleState } from "./article-lifecycle.ts";

/** The states of an article, and its actions. */
export const articleWords: LifecycleWords<ArticleState, ArticleAction> = {
  nl: {
    thing: "Dit artikel",
    states: {
      draft: { name: "concept", is: "is nog een concept" },
      published: { name: "gepubliceerd", is: "is gepubliceerd" },
      retired: { name: "gearchiveerd", is: "is gearchiveerd" },
    },
    actions: {
      revise: "wijzigen",
      publish: "publiceren",
      link: "aan een ticket koppelen",
      retire: "archiveren",
      restore: "terugzetten als concept",
    },
  },
  en: {
    thing: "This article",
    states: {
      draft: { name: "draft", is: "is still a draft" },
      published: { name: "published", is: "is published" },
      retired: { name: "retired", is: "is retired" },
    },
    actions: {
      revise: "changing it",
      publish: "publishing it",
      link: "linking it to a ticket",
      retire: "retiring it",
      restore: "restoring it as a draft",
    },
  },
};
