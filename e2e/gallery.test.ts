import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { galleryPages } from "./support/gallery.tsx";
import { type GalleryServer, startGalleryServer } from "./support/gallery-server.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let browser: Browser;
let gallery: GalleryServer;

beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchChromium(), startGalleryServer()]);
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
});

/** What axe-core finds wrong, as short lines. The policy of the page keeps scripts out, so it goes in as a debugger does. */
async function problemsOf(page: Page): Promise<string[]> {
  const debug = await page.context().newCDPSession(page);
  await debug.send("Runtime.evaluate", { expression: axe });
  const run = `axe.run({ runOnly: ${JSON.stringify(rules)} }).then((found) =>
    found.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ": " + node.html)))`;
  const answer = await debug.send("Runtime.evaluate", { expression: run, awaitPromise: true, returnByValue: true });
  return answer.result.value as string[];
}

const looks = [
  { look: "light, on a desk", theme: "light", width: 1280 },
  { look: "dark, on a phone", theme: "dark", width: 390 },
];

describe.each(looks)("the building blocks, $look", ({ theme, width }) => {
  it.each(galleryPages)("%s is accessible, fits and breaks no rule of the page's policy", async (name) => {
    const context = await browser.newContext({ viewport: { width, height: 844 } });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`${gallery.origin}/${name}/${theme}`);
    await page.waitForFunction("customElements.get('kw-timer') !== undefined && document.fonts.status === 'loaded'");
    await page.screenshot({ path: `test-results/gallery/${name}-${theme}.png`, fullPage: true });
    expect(await problemsOf(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    await context.close();
  });
});
