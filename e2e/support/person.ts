import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterEach, beforeEach, inject } from "vitest";

/** A person with a browser of their own. */
export interface Person {
  readonly page: Page;
  /** The browser's complaints: scripts, refused resources, the page's policy. */
  readonly complaints: string[];
  go(path: string): Promise<void>;
}

const present = new Set<Page>();
let residents: ReadonlySet<Page> = new Set();

/** People who came before a test stay after it. */
beforeEach(() => {
  residents = new Set(present);
});

/**
 * Keeps screenshots of everybody's page in test-results/ when a test fails, and closes the pages that the test opened:
 * an open page loads again at each change that later tests make.
 */
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await keepPictures(task.name);
  for (const page of present) if (!residents.has(page)) await page.context().close();
});

async function keepPictures(test: string): Promise<void> {
  const name = test.trim().slice(0, 40).replaceAll(/\W+/g, "-");
  for (const [index, page] of [...present].entries())
    await page.screenshot({ path: `test-results/failed/${name}-${index}.png`, fullPage: true });
}

/** A browser without a session. */
export async function openBrowser(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    baseURL: inject("demoUrl"),
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  present.add(page);
  page.once("close", () => present.delete(page));
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !isRefusal(message.text())) complaints.push(`${message.text()} (${page.url()})`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return {
    page,
    complaints,
    go: async (path) => {
      await page.goto(path);
    },
  };
}

/** The browser reports the status of a form that is shown again with mistakes. */
function isRefusal(text: string): boolean {
  return /the server responded with a status of 4(09|22) /.test(text);
}

/** Signs in as one of the demo's people, by their card on the sign-in page. */
export async function enterAs(browser: Browser, name: string, options: BrowserContextOptions = {}): Promise<Person> {
  const person = await openBrowser(browser, options);
  await person.go("/sign-in");
  await person.page.getByRole("button", { name }).click();
  await person.page.waitForURL(/\/(portal|desk|choose-organisation)/);
  return person;
}

/** Waits until a text is visible. */
export async function see(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
}

/** Waits for the toast about the last action. */
export async function told(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole("status").filter({ hasText: text }).first().waitFor();
}
