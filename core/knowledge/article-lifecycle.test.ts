import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flawsOf, tableOf, type TransitionTable, unexplainedOf, walk } from "../values/testing/lifecycle-table.ts";
import { advance } from "../values/lifecycle.ts";
import {
  type ArticleAction,
  articleActions,
  articleLifecycle,
  type ArticleState,
  articleStates,
} from "./article-lifecycle.ts";

describe("the life of an article (D3)", () => {
  const accepted: TransitionTable<ArticleState, ArticleAction> = {
    draft: { revise: "draft", publish: "published", link: "draft", retire: "retired" },
    published: { revise: "published", link: "published", retire: "retired" },
    retired: { restore: "draft" },
  };

  it("has these transitions and no other, each refusal explained", () => {
    expect(tableOf(articleLifecycle)).toEqual(accepted);
    expect(flawsOf(articleLifecycle, "draft")).toEqual([]);
    expect(unexplainedOf(articleLifecycle)).toEqual([]);
  });

  it("never leaves its states, and what is retired comes back as a draft alone", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...articleActions), { maxLength: 20 }), (tried) => {
        const states = walk(articleLifecycle, "draft", tried);
        expect(states.every((state) => articleStates.includes(state))).toBe(true);
        const afterRetired = states.filter((_, place) => states[place - 1] === "retired");
        expect(afterRetired.every((state) => state === "draft")).toBe(true);
      }),
    );
  });

  it("links no retired article to a ticket, and says what can be done with it instead (D3)", () => {
    expect(advance(articleLifecycle, "retired", "link")).toEqual({
      ok: false,
      refusal: {
        code: "transition-refused",
        thing: "article",
        from: "retired",
        action: "link",
        possible: ["restore"],
      },
    });
  });
});
