import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { askTogether } from "./ask-together.ts";

describe("what is asked together", () => {
  it("is one question for each thing, and answers each who asked", async () => {
    const questions: (readonly string[])[] = [];
    const ask = askTogether(async (keys: readonly string[]) => {
      questions.push(keys);
      return keys.map((key) => key.toUpperCase());
    });
    expect(await Promise.all(["a", "b", "a"].map(ask))).toEqual(["A", "B", "A"]);
    expect(questions).toEqual([["a", "b"]]);
  });

  it("asks anew for what is asked during a question, because the answer on its way may be older", async () => {
    let state = "before";
    const answer = Promise.withResolvers<void>();
    let questions = 0;
    const ask = askTogether(async (keys: readonly string[]) => {
      questions += 1;
      const seen = state;
      if (questions === 1) await answer.promise;
      return keys.map(() => seen);
    });
    const first = ask("a");
    await nextTurn();
    await nextTurn();
    state = "after";
    const second = [ask("a"), ask("b")];
    answer.resolve();
    expect(await first).toBe("before");
    expect(await Promise.all(second)).toEqual(["after", "after"]);
    expect(questions).toBe(2);
  });

  it("tells a failure to everybody who asked, and asks again for the next", async () => {
    let fails = true;
    const ask = askTogether(async (keys: readonly string[]) => {
      if (fails) throw new Error("away");
      return keys;
    });
    const asked = ["a", "b"].map(ask);
    await expect(asked[0]).rejects.toThrow("away");
    await expect(asked[1]).rejects.toThrow("away");
    fails = false;
    expect(await ask("a")).toBe("a");
  });
});
