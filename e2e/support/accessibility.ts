import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Half the size of what the package's own `source` is: it is sent and compiled once a page. */
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/**
 * What axe-core finds wrong, as short lines. The policy of the page keeps scripts out, so it goes in as a debugger
 * does. Nothing is told of what it finds right, which spares work on each of the many pages.
 */
export async function problemsOf(page: Page): Promise<string[]> {
  const debug = await page.context().newCDPSession(page);
  await debug.send("Runtime.evaluate", { expression: axe });
  const options = JSON.stringify({ runOnly: rules, resultTypes: ["violations"], selectors: false });
  const run = `axe.run(${options}).then((found) =>
    found.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ": " + node.html)))`;
  const answer = await debug.send("Runtime.evaluate", { expression: run, awaitPromise: true, returnByValue: true });
  await debug.detach();
  return answer.result.value as string[];
}
