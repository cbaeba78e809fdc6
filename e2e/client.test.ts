import type { Browser, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { announceUntilHeard } from "./support/announce.ts";
import { launchChromium } from "./support/chromium.ts";
import { type GalleryServer, startGalleryServer } from "./support/gallery-server.ts";

let browser: Browser;
let gallery: GalleryServer;
let page: Page;

beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchChromium(), startGalleryServer()]);
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
});
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});
afterEach(async () => page.context().close());

async function open(name: string): Promise<void> {
  await page.goto(`${gallery.origin}/${name}/light`);
  await page.waitForFunction("customElements.get('kw-timer') !== undefined");
}

const focused = (): Promise<unknown> => page.evaluate("document.activeElement.textContent");
const answer = () => page.getByLabel("Antwoord");
const conversation = () => page.getByRole("region", { name: "Gesprek", exact: true }).last();

describe("the keyboard", () => {
  beforeEach(() => open("desk-board"));

  it("walks the rows with j and k, and the focused row is a link that Enter opens", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await focused()).toContain("Teams-kanaal");
    await page.keyboard.press("k");
    expect(await focused()).toBe("SharePoint geeft 403");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#K26-00051$/);
  });

  it("goes to search with /, where letters are letters, and leaves it with Esc", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("jkt?");
    expect(await page.getByRole("searchbox").inputValue()).toBe("jkt?");
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement === document.body")).toBe(true);
  });

  it("lists its keys with ? and closes the list with Esc", async () => {
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Toetsen" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  });
});

describe("live refresh", () => {
  beforeEach(async () => {
    gallery.say("Sinds vanochtend");
    await open("portal-ticket");
  });

  it("shows what changed and leaves open what the reader opened", async () => {
    await page.locator(".meter-aside summary").click();
    gallery.say("Sinds gisteren");
    await announceUntilHeard(gallery);
    await expect.poll(() => conversation().textContent()).toContain("Sinds gisteren");
    expect(await page.locator(".meter-aside details[open]").count()).toBe(1);
    expect(await page.locator(".drop").count()).toBe(1);
  });

  it("leaves a tab alone while someone is typing there, and catches up when they are done", async () => {
    await announceUntilHeard(gallery);
    const idle = await page.context().newPage();
    await idle.goto(page.url());
    await page.bringToFront();
    await answer().fill("half af");
    gallery.say("Sinds gisteren");
    gallery.announce();
    // Both tabs hear it at the same time. So when the idle one shows it, the busy one had its chance.
    await idle.getByText("Sinds gisteren").waitFor();
    expect(await conversation().textContent()).toContain("Sinds vanochtend");
    expect(await answer().inputValue()).toBe("half af");
    await answer().fill("");
    await answer().blur();
    await expect.poll(() => conversation().textContent()).toContain("Sinds gisteren");
  });

  it("tells who is typing that a message came in, and shows it when they ask, the text untouched", async () => {
    await announceUntilHeard(gallery);
    const bar = page.getByRole("status").filter({ hasText: "Er kwam een bericht bij" });
    await answer().fill("half af");
    gallery.say("Sinds gisteren");
    gallery.announce();
    gallery.write();
    gallery.announce();
    await bar.waitFor();
    expect(await conversation().textContent()).toContain("Sinds vanochtend");
    await bar.getByRole("button", { name: "Toon het bericht" }).click();
    await bar.waitFor({ state: "hidden" });
    expect(await conversation().textContent()).toContain("Sinds gisteren");
    await expect.poll(() => page.evaluate("document.activeElement.className")).toContain("message");
    expect(await answer().inputValue()).toBe("half af");
  });

  it("does not tell of a message that the page shows by the time it hears of it", async () => {
    await announceUntilHeard(gallery);
    const asked = Promise.withResolvers<Route>();
    await page.route(page.url(), async (route) =>
      route.request().headers()["accept"] === "text/html" ? asked.resolve(route) : route.continue(),
    );
    await answer().fill("half af");
    gallery.say("Sinds gisteren");
    gallery.write();
    gallery.announce();
    const held = await asked.promise;
    // Turbo ignores a refresh while another is on its way.
    const refreshed = async () => {
      await page.evaluate("Turbo.session.refresh(location.href)");
      return conversation().textContent();
    };
    await expect.poll(refreshed).toContain("Sinds gisteren");
    const told = page.waitForResponse((answered) => answered.request() === held.request());
    await held.continue();
    await (await told).finished();
    await page.evaluate("new Promise((resolve) => setTimeout(resolve))");
    expect(await page.locator("[data-news]").isHidden()).toBe(true);
  });

  it("hears of what happens while a page is on its way", async () => {
    await announceUntilHeard(gallery);
    const letGo = gallery.holdPages();
    const before = gallery.pagesServed();
    gallery.announce();
    await expect.poll(() => gallery.pagesServed()).toBe(before + 1);
    gallery.say("Sinds gisteren");
    gallery.announce();
    // Long enough for the second refresh. Nothing shows that it is due.
    await page.waitForTimeout(1000);
    letGo();
    await expect.poll(() => conversation().textContent()).toContain("Sinds gisteren");
  });

  it("waits for a form that is on its way, and cuts none off", async () => {
    await announceUntilHeard(gallery);
    const cutOff: string[] = [];
    page.on("requestfailed", (request) => cutOff.push(request.method()));
    const { promise: arrives, resolve: arrive } = Promise.withResolvers<void>();
    await page.route("**/sent", async (route) => {
      await arrives;
      await route.continue();
    });
    gallery.say("Sinds gisteren");
    gallery.announce();
    const sent = page.waitForRequest("**/sent");
    await page.evaluate(
      "{ const form = document.querySelector('form[action=\"/sent\"]'); form.noValidate = true; form.requestSubmit(); }",
    );
    await sent;
    // Long enough for the refresh. Nothing shows that it is due.
    await page.waitForTimeout(1000);
    expect(cutOff).toEqual([]);
    const answered = page.waitForResponse("**/sent");
    arrive();
    expect((await answered).status()).toBe(303);
    await expect.poll(() => conversation().textContent()).toContain("Sinds gisteren");
  });

  it("gives up a page that somebody no longer waits for, without an error", async () => {
    await announceUntilHeard(gallery);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    const letGo = gallery.holdHalves();
    await page.evaluate(
      "new Promise((begun) => (addEventListener('turbo:before-fetch-response', begun, { once: true }), Turbo.session.refresh(location.href)))",
    );
    letGo();
    await page.evaluate("Turbo.visit('/desk-board/light')");
    await page.waitForURL(/desk-board/);
    await page.getByRole("table").first().waitFor();
    expect(errors).toEqual([]);
  });

  it("catches up once after the connection was lost", async () => {
    await announceUntilHeard(gallery);
    gallery.say("Sinds gisteren");
    gallery.cutStreams();
    await expect.poll(() => conversation().textContent()).toContain("Sinds gisteren");
  });
});

describe("a form", () => {
  beforeEach(() => open("portal-ticket"));

  it("keeps what was typed when the page is loaded again, until it was sent", async () => {
    await answer().fill("mijn antwoord");
    await page.reload();
    await expect.poll(() => answer().inputValue()).toBe("mijn antwoord");
    await page.getByRole("button", { name: "Stuur" }).click();
    await expect.poll(() => answer().inputValue()).toBe("");
    await page.reload();
    expect(await answer().inputValue()).toBe("");
  });

  it("keeps what was ticked and chosen, and names the files to choose again", async () => {
    await open("portal-new");
    await page.getByLabel("Ik ga akkoord").check();
    await page.getByLabel("Meteen oplossen").check();
    await page.getByLabel("Wat is er aan de hand?").fill("De printer en de scanner");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") });
    await page.reload();
    await page.getByText("Kies opnieuw: a.txt").waitFor();
    expect(await page.getByLabel("Ik ga akkoord").isChecked()).toBe(true);
    expect(await page.getByLabel("Meteen oplossen").isChecked()).toBe(true);
    expect(await page.getByLabel("Wat is er aan de hand?").inputValue()).toBe("De printer en de scanner");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") });
    await expect.poll(() => page.getByText("Kies opnieuw").count()).toBe(0);
    await page.getByRole("button", { name: "Ticket insturen" }).click();
    await expect.poll(() => page.getByLabel("Ik ga akkoord").isChecked()).toBe(false);
  });

  it("shows which files go along, leaves out an empty one and says so, and lists none once sent", async () => {
    await page.locator("input[type=file]").setInputFiles([
      { name: "logboek.txt", mimeType: "text/plain", buffer: Buffer.from("regel") },
      { name: "leeg.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
    ]);
    expect(await page.locator(".chosen").count()).toBe(2);
    await page.getByText("Dit bestand is leeg").waitFor();
    expect(await page.evaluate("document.querySelector('input[type=file]').files.length")).toBe(1);
    await page.getByRole("button", { name: "Stuur" }).click();
    await expect.poll(() => page.locator(".chosen").count()).toBe(0);
  });

  it("asks again for no file that was taken out or left out", async () => {
    await page.locator("input[type=file]").setInputFiles([
      { name: "logboek.txt", mimeType: "text/plain", buffer: Buffer.from("regel") },
      { name: "weg.txt", mimeType: "text/plain", buffer: Buffer.from("weg") },
      { name: "leeg.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
    ]);
    await page.getByRole("button", { name: "Verwijderen: weg.txt" }).click();
    expect(await page.getByText("Kies opnieuw").count()).toBe(0);
    await page.reload();
    await page.getByText("Kies opnieuw: logboek.txt", { exact: true }).waitFor();
  });

  it("sends at most five files at once and says which one has to wait; leaving one out lets it go along", async () => {
    const names = ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt", "6.txt"];
    await page
      .locator("input[type=file]")
      .setInputFiles(names.map((name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(name) })));
    expect(await page.locator(".chosen-problem").count()).toBe(1);
    await page.getByRole("button", { name: "Verwijderen: 1.txt" }).click();
    expect(await page.locator(".chosen-problem").count()).toBe(0);
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Verwijderen: 2.txt");
    expect(await page.evaluate("document.querySelector('input[type=file]').files.length")).toBe(5);
  });

  it("takes no typing while it is on its way, which would go nowhere, and takes it again afterwards", async () => {
    const { promise: arrives, resolve: arrive } = Promise.withResolvers<void>();
    await page.route("**/*", async (route) => {
      if (route.request().method() === "POST") await arrives;
      await route.continue();
    });
    await answer().fill("mijn antwoord");
    await page.getByRole("button", { name: "Stuur" }).click();
    await expect.poll(() => answer().isEditable()).toBe(false);
    arrive();
    await expect.poll(() => answer().inputValue()).toBe("");
    expect(await answer().isEditable()).toBe(true);
  });

  it("says so when there is no connection, and leaves what was typed", async () => {
    await answer().fill("mijn antwoord");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Stuur" }).click();
    await page.getByText("Er is geen verbinding").waitFor();
    expect(await answer().inputValue()).toBe("mijn antwoord");
    expect(await answer().isEditable()).toBe(true);
  });
});
