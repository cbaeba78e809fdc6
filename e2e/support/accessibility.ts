import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Half the size of the package's own `source`, which matters because it is sent and compiled for each page. */
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/**
 * The problems that axe-core finds, as short lines. The page's policy blocks scripts, so it comes in like a debugger.
 * It reports no successes, which saves work on the many pages.
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
