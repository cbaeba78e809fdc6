import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { enterAs, openBrowser, type Person, see } from "./support/person.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser.close());

/** The code in the newest mail to an address, as its reader sees it in the demo's mailbox. */
async function codeFor(reader: Person, mailAddress: string): Promise<string> {
  const mails = reader.page.getByRole("row").filter({ hasText: mailAddress }).filter({ hasText: /code/i });
  await expect.poll(async () => (await reader.go("/demo/mail"), mails.count()), { timeout: 15_000 }).toBeGreaterThan(0);
  await mails.first().getByRole("link").first().click();
  await reader.page.getByRole("heading", { level: 1 }).waitFor();
  await reader.page.waitForURL(/\/demo\/mail\/./);
  const text = (await reader.page.locator("main").innerText()).replaceAll(/\s+/g, " ");
  return /\b(\d{4}) ?(\d{4})\b/.exec(text)?.slice(1).join("") ?? "";
}

describe("signing in by mail", () => {
  it("takes the code from the mailbox, after a wrong one was refused with what to do", async () => {
    const person = await openBrowser(browser);
    const reader = await openBrowser(browser);
    const { page } = person;
    await person.go("/sign-in");
    await page.getByLabel("E-mailadres").fill("tom@bakkerij-devries.example");
    await page.getByRole("button", { name: "Stuur mij een code" }).click();
    await page.getByRole("heading", { name: "Vul je code in" }).waitFor();
    const code = await codeFor(reader, "tom@bakkerij-devries.example");
    expect(code).toMatch(/^\d{8}$/);

    await page.getByLabel("Code", { exact: true }).fill(code === "12345678" ? "12345679" : "12345678");
    await page.getByRole("button", { name: "Inloggen" }).click();
    await page.getByRole("textbox", { name: "Code" }).and(page.locator("[aria-invalid=true]")).waitFor();

    await page.getByLabel("Code", { exact: true }).fill(code);
    await page.getByRole("button", { name: "Inloggen" }).click();
    await page.waitForURL(/\/portal$/);
    await see(page, /Tom/);
    expect(person.complaints).toEqual([]);
  });

  it("asks somebody of two organisations for which one", async () => {
    const { page, complaints } = await enterAs(browser, "Yasmin Haddad");
    await page.waitForURL(/choose-organisation/);
    await page.getByRole("button", { name: /Buurthuis Noord/ }).click();
    await page.waitForURL(/\/portal$/);
    await page.locator("main").getByText("Stichting Buurthuis Noord").waitFor();
    expect(complaints).toEqual([]);
  });

  it("shows a signatory everything and offers no new ticket", async () => {
    const { page, complaints } = await enterAs(browser, "Hendrik de Vries");
    await page.getByRole("table", { name: "Open tickets" }).waitFor();
    expect(await page.getByRole("link", { name: "Nieuw ticket" }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
