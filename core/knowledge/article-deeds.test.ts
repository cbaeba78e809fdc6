import { expect, it } from "vitest";
import { articleDeeds } from "./article-deeds.ts";
import type { ArticleState } from "./article-lifecycle.ts";

const allowed = (state: ArticleState) =>
  Object.entries(articleDeeds).flatMap(([deed, condition]) => (condition({ state }).ok ? [deed] : []));

it("allows of an article what its lifecycle does (D3)", () => {
  expect(allowed("draft")).toEqual(["article.read", "article.edit", "article.publish", "article.retire"]);
  expect(allowed("published")).toEqual(["article.read", "article.edit", "article.retire"]);
  expect(allowed("retired")).toEqual(["article.read", "article.restore"]);
  expect(articleDeeds["article.edit"]({ state: "retired" })).toMatchObject({ refusal: { code: "transition-refused" } });
});
