import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { problemsOf } from "./support/accessibility.ts";
import { launchChromium } from "./support/chromium.ts";
import { galleryPages } from "./support/gallery.tsx";
import { type GalleryServer, startGalleryServer } from "./support/gallery-server.ts";

let browser: Browser;
let gallery: GalleryServer;

beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchChromium(), startGalleryServer()]);
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
});

const looks = [
  { look: "light, on a desk", theme: "light", width: 1280 },
  { look: "dark, on a phone", theme: "dark", width: 390 },
];

describe.each(looks)("the building blocks, $look", ({ theme, width }) => {
  let page: Page;
  const errors: string[] = [];
  // One tab shows all pages: opening a tab takes longer than checking a page.
  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width, height: 844 } });
    page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
  });
  afterAll(async () => page.context().close());
  beforeEach(() => errors.splice(0));

  it.each(galleryPages)("%s is accessible, fits and breaks no rule of the page's policy", async (name) => {
    await page.goto(`${gallery.origin}/${name}/${theme}`);
    await page.waitForFunction("customElements.get('kw-timer') !== undefined && document.fonts.status === 'loaded'");
    await page.screenshot({ path: `test-results/gallery/${name}-${theme}.png`, fullPage: true });
    expect(await problemsOf(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
  });
});
