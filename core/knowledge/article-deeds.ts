import { advance } from "../values/lifecycle.ts";
import { always, type Result, withoutValue } from "../values/result.ts";
import { type ArticleAction, articleLifecycle, type ArticleState } from "./article-lifecycle.ts";

/** The facts of an article that decide whether a deed is possible. */
export interface ArticleFacts {
  readonly state: ArticleState;
}

type Condition = (article: ArticleFacts) => Result<null>;

const step =
  (action: ArticleAction): Condition =>
  ({ state }) =>
    withoutValue(advance(articleLifecycle, state, action));

/**
 * The state an article must have for each deed, by the deed's name in the table of roles. They refuse
 * `transition-refused` by the article's lifecycle. Source: contract D3.
 */
export const articleDeeds = {
  "article.read": always,
  "article.edit": step("revise"),
  "article.publish": step("publish"),
  "article.retire": step("retire"),
  "article.restore": step("restore"),
} as const satisfies Readonly<Record<string, Condition>>;

export type ArticleDeed = keyof typeof articleDeeds;
