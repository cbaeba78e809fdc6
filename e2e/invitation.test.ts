import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemsOf } from "./support/accessibility.ts";
import { launchChromium } from "./support/chromium.ts";
import { enterAs, openBrowser, type Person } from "./support/person.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser.close());

/** The problems of a page that is there whole. */
async function problemsAt({ page }: Person): Promise<readonly string[]> {
  await page.locator("html:not([aria-busy])").waitFor();
  return problemsOf(page);
}

describe("a colleague", () => {
  it("is added by an administrator, follows the link of the mail, and is in, until suspended", async () => {
    const marieke = await enterAs(browser, "Marieke Smit");
    await marieke.go("/desk/staff");
    await marieke.page.getByLabel("Naam", { exact: true }).fill("Noor de Wit");
    await marieke.page.getByLabel("E-mailadres", { exact: true }).fill("noor@kwartier.example");
    await marieke.page.getByRole("button", { name: "Voeg toe en nodig uit" }).click();
    await marieke.page.getByRole("link", { name: "Noor de Wit" }).waitFor();

    const noor = await openBrowser(browser);
    const mails = noor.page.getByRole("row").filter({ hasText: "noor@kwartier.example" });
    await expect.poll(async () => (await noor.go("/demo/mail"), mails.count()), { timeout: 15_000 }).toBeGreaterThan(0);
    await mails.first().getByRole("link").first().click();
    await noor.page.getByRole("link", { name: /sign-in\/invitation/ }).click();
    await noor.page.getByRole("heading", { name: "Welkom bij Kwartier" }).waitFor();
    expect(await problemsAt(noor)).toEqual([]);
    await noor.page.getByRole("button", { name: "Inloggen" }).click();
    await noor.page.waitForURL(/\/desk$/);

    await marieke.page.getByRole("link", { name: "Noor de Wit" }).click();
    await marieke.page.getByRole("heading", { name: "Noor de Wit" }).waitFor();
    expect(await problemsAt(marieke)).toEqual([]);
    await marieke.page.getByText("Schors deze collega").click();
    await marieke.page.getByRole("button", { name: "Schors nu" }).click();
    await marieke.page.getByRole("button", { name: "Haal terug" }).waitFor();
    expect(await problemsAt(marieke)).toEqual([]);

    await noor.go("/desk");
    await noor.page.waitForURL(/\/sign-in/);
    expect([...marieke.complaints, ...noor.complaints]).toEqual([]);
  });
});
