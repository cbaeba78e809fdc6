import axe from "axe-core";
import type { Page } from "playwright-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds wrong, as short lines. The policy of the page keeps scripts out, so it goes in as a debugger does. */
export async function problemsOf(page: Page): Promise<string[]> {
  const debug = await page.context().newCDPSession(page);
  await debug.send("Runtime.evaluate", { expression: axe.source });
  const run = `axe.run({ runOnly: ${JSON.stringify(rules)} }).then((found) =>
    found.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ": " + node.html)))`;
  const answer = await debug.send("Runtime.evaluate", { expression: run, awaitPromise: true, returnByValue: true });
  await debug.detach();
  return answer.result.value as string[];
}
