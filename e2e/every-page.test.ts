import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { problemsOf } from "./support/accessibility.ts";
import { launchChromium } from "./support/chromium.ts";
import { enterAs, openBrowser, type Person } from "./support/person.ts";

/** The pages of each kind of person, by address or by the first link with a matching address. */
const journeys: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  "": ["/sign-in", "/sign-in/code", "/sign-in/invitation?token=over", "/demo/mail", /^\/demo\/mail\//, "/demo/clock"],
  "Anna de Vries": [
    "/portal",
    "/portal/tickets",
    /^\/portal\/tickets\/K/,
    "/portal/tickets?status=closed",
    /^\/portal\/tickets\/K/,
    "/portal/tickets/new",
    "/portal/contract",
    "/portal/people",
    "/portal/invoices",
    /^\/portal\/invoices\/20/,
    "/account",
  ],
  "Hendrik de Vries": ["/portal", /^\/portal\/tickets\/K/, "/portal/contract", "/portal/people"],
  "Yasmin Haddad": ["/choose-organisation", "/account"],
  "Sanne Bakker": [
    "/desk",
    "/desk?queue=mine",
    /^\/desk\/tickets\/K/,
    "/desk?queue=later",
    "/desk?queue=closed",
    /^\/desk\/tickets\/K/,
    "/desk/organisations",
    /^\/desk\/organisations\/[0-9a-f-]{36}$/,
    /^\/desk\/terms\/\d{4}$/,
    "/desk/articles",
    /^\/desk\/articles\/[0-9a-f-]{36}$/,
    "/desk/articles?state=draft",
    "/desk/invoices",
    "/desk/search?q=outlook",
    "/desk/mails?state=refused",
    `/desk/search?q=${"Wiedergutmachungsschnellverfahren".repeat(3)}`,
    "/desk/holidays",
  ],
  "Marieke Smit": [
    "/desk/provider",
    "/desk/terms",
    "/desk/terms/new",
    "/desk/organisations/new",
    "/desk/organisations?state=archived",
    "/desk/organisations",
    /^\/desk\/organisations\/[0-9a-f-]{36}$/,
    /^\/desk\/organisations\/[0-9a-f-]{36}\/people$/,
    "/desk/organisations",
    /^\/desk\/organisations\/[0-9a-f-]{36}$/,
    /^\/desk\/organisations\/[0-9a-f-]{36}\/edit$/,
    "/desk/organisations",
    /^\/desk\/organisations\/[0-9a-f-]{36}$/,
    /^\/desk\/organisations\/[0-9a-f-]{36}\/year\/\d{4}$/,
    "/desk/holidays",
    "/desk/months",
    /^\/desk\/months\/\d{4}-\d\d$/,
    /^\/desk\/months\/[^/]+\/[0-9a-f-]{36}$/,
    "/desk/invoices",
    /^\/desk\/invoices\/20/,
    "/desk/refused-accesses",
    "/account",
    "/desk/staff",
    /^\/desk\/staff\/[0-9a-f-]{36}$/,
  ],
};

const looks = [
  { look: "light on a desk, in Dutch", theme: "light", width: 1280, language: "nl" },
  { look: "dark on a phone, in English", theme: "dark", width: 390, language: "en" },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser.close());

describe.each(looks)("every page, $look", ({ theme, width, language }) => {
  it.each(Object.keys(journeys))(
    "%s finds them accessible, fitting and within the page's policy",
    { timeout: 60_000 },
    async (name) => {
      const options = { viewport: { width, height: 844 }, colorScheme: theme };
      const person = name === "" ? await openBrowser(browser, options) : await enterAs(browser, name, options);
      await prefer(person, { theme, language });
      const found: string[] = [];
      for (const place of journeys[name] ?? []) found.push(...(await look(person, place)));
      const spoken = await person.page.locator("html").getAttribute("lang");
      // Restores the language for the next test.
      await prefer(person, { language: "nl" });
      expect(spoken).toBe(language);
      expect(found).toEqual([]);
      expect(person.complaints).toEqual([]);
    },
  );
});

async function prefer({ page }: Person, form: Record<string, string>): Promise<void> {
  const { origin } = new URL(inject("demoUrl"));
  // The first page has the form for everybody. Asks for it without showing the page.
  const html = await (await page.request.get("/sign-in")).text();
  const owner = /name="madeFor" value="([^"]*)"/.exec(html)?.[1] ?? "";
  await page.request.post("/preferences", { form: { madeFor: owner, ...form }, headers: { origin } });
}

async function look(person: Person, place: string | RegExp): Promise<string[]> {
  const { page } = person;
  const path = typeof place === "string" ? place : await linkTo(page, place);
  if (path === null) return [`no link to ${String(place)} on ${page.url()}`];
  const answer = await page.goto(path);
  await page.waitForFunction("document.fonts.status === 'loaded'");
  const status = answer?.status() === 200 ? [] : [`${path}: status ${answer?.status()}`];
  const wide = (await page.evaluate("document.documentElement.scrollWidth - innerWidth")) as number;
  const sideways = wide > 0 ? [`${path}: ${wide} pixels too wide`] : [];
  return [...status, ...sideways, ...(await problemsOf(page)).map((problem) => `${path}: ${problem}`)];
}

async function linkTo(page: Page, pattern: RegExp): Promise<string | null> {
  const links = await page
    .locator("main a[href]")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return links.find((href) => pattern.test(href)) ?? null;
}
