import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { enterAs } from "./support/person.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser.close());

/** The number of tabs that listen or wait to. */
const listening = async (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return [...held, ...pending].filter(({ name }) => name === "kwartier-live").length;
  });

/** Ends the session like a form in another window. No tab moves to another page. */
async function signOutBehind(page: Page): Promise<void> {
  const owner = (await page.locator("input[name=madeFor]").first().getAttribute("value")) ?? "";
  await page.evaluate(
    async (body) => fetch("/sign-out", { method: "POST", redirect: "manual", body: new URLSearchParams(body) }),
    { madeFor: owner },
  );
}

describe("live refresh, when the session ends", () => {
  it("stops in every tab after one refusal, and begins again with the next sign-in", async () => {
    const person = await enterAs(browser, "Marieke");
    const [page, other] = [person.page, await person.page.context().newPage()];
    await other.goto(page.url());
    await expect.poll(async () => listening(page)).toBe(2);
    const asked: string[] = [];
    for (const tab of [page, other])
      tab.on("response", (answer) => {
        const { pathname } = new URL(answer.url());
        if (pathname === "/events") asked.push(`${answer.request().method()} ${answer.status()}`);
      });
    await signOutBehind(page);
    await expect.poll(async () => listening(page), { timeout: 15_000 }).toBe(0);
    expect(asked).toEqual(["GET 401", "HEAD 401"]);
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Marieke" }).click();
    await page.waitForURL(/\/desk/);
    await expect.poll(async () => listening(page)).toBe(1);
  });
});
