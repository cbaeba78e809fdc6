import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { enterAs, type Person, see } from "./support/person.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser.close());

/** Writes a ticket for the community centre, whose month no other test counts. Answers its address. */
async function writeTicket(
  { page }: Person,
  ticket: { title: string; description: string; file?: string },
): Promise<string> {
  await page.goto("/portal/tickets/new");
  await page.getByLabel(/Waar gaat het over|What is it about/).fill(ticket.title);
  await page.getByLabel(/Wat gebeurt er|What happens/).fill(ticket.description);
  if (ticket.file !== undefined)
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: ticket.file, mimeType: "text/plain", buffer: Buffer.from("wat er gebeurde") });
  await page.locator("main form button[type=submit], main form button:not([type])").last().click();
  await page.waitForURL(/\/portal\/tickets\/K\d\d-\d{5}/);
  return new URL(page.url()).pathname;
}

async function enterForCommunityCentre(options = {}): Promise<Person> {
  const person = await enterAs(browser, "Yasmin Haddad", options);
  await person.page.getByRole("button", { name: /Buurthuis Noord/ }).click();
  await person.page.waitForURL(/\/portal$/);
  return person;
}

describe("the desk by keyboard", () => {
  it("searches with /, walks the rows with j and k, opens with Enter and lists its keys with ?", async () => {
    const { page, complaints } = await enterAs(browser, "Sanne Bakker");
    await page.goto("/desk?queue=open");
    await page.waitForFunction("customElements.get('kw-timer') !== undefined");
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog");
    await keys.waitFor();
    await page.keyboard.press("Escape");
    await keys.waitFor({ state: "hidden" });
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const first = await page.locator("main table tbody a").first().getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${first}`);
    await page.keyboard.press("/");
    await page.keyboard.type("Outlook");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/search\?/);
    expect(complaints).toEqual([]);
  });

  it("closes the fold of a form that was carried out, and leaves other folds open", async () => {
    const asked = await enterForCommunityCentre();
    const path = await writeTicket(asked, { title: "Hoe dringend", description: "Kan het vandaag?" });
    const { page } = await enterAs(browser, "Sanne Bakker");
    await page.goto(path.replace("/portal/", "/desk/"));
    await page.waitForFunction("customElements.get('kw-timer') !== undefined");
    await page.getByLabel("Urgentie", { exact: true }).selectOption("high");
    const explain = page.locator("details", { hasText: "Leg de klant uit waarom" });
    await explain.locator("summary").click();
    const other = page.locator("details", { hasText: "Samenvoegen" }).last();
    await other.locator("summary").click();
    await explain.getByRole("textbox").fill("De hele afdeling staat stil.");
    await explain.getByRole("button").click();
    await expect.poll(() => explain.getAttribute("open")).toBeNull();
    expect(await other.getAttribute("open")).not.toBeNull();
    await asked.page.reload();
    await see(asked.page, "De hele afdeling staat stil.");
  });

  it("answers and notes without a mouse, and no key of a note ends up with the customer", async () => {
    const asked = await enterForCommunityCentre();
    const path = await writeTicket(asked, { title: "Zonder muis", description: "Kan het met toetsen?" });
    const { page, complaints } = await enterAs(browser, "Sanne Bakker");
    await page.goto(path.replace("/portal/", "/desk/"));
    await page.waitForFunction("customElements.get('kw-timer') !== undefined");
    await page.keyboard.press("r");
    await page.keyboard.type("Dat kan.");
    await page.keyboard.press("Control+Enter");
    await page.locator("article", { hasText: "Dat kan." }).waitFor();
    await page.keyboard.press("n");
    await page.keyboard.type("Alleen voor ons.");
    await page.keyboard.press("Control+Enter");
    await page.locator("article", { hasText: "Alleen voor ons." }).waitFor();
    await asked.page.reload();
    await see(asked.page, "Dat kan.");
    expect(await asked.page.getByText("Alleen voor ons.").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("passes an urgency on the way to another, and never loses an answer to it that is half written", async () => {
    const asked = await enterForCommunityCentre();
    const path = await writeTicket(asked, { title: "Half af", description: "Wie typt er?" });
    const { page, complaints } = await enterAs(browser, "Sanne Bakker");
    await page.goto(path.replace("/portal/", "/desk/"));
    await page.waitForFunction("customElements.get('kw-autosubmit') !== undefined");
    await page.keyboard.press("r");
    await page.keyboard.type("Half af, want");
    const sent: (string | null)[] = [];
    page.on(
      "request",
      (request) =>
        request.method() === "POST" && sent.push(new URLSearchParams(request.postData() ?? "").get("urgency")),
    );
    await page.getByRole("combobox", { name: "Urgentie" }).focus();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await see(page, "De urgentie is bijgewerkt.");
    expect(sent).toEqual(["high"]);
    expect(await page.getByLabel("Antwoord aan de klant").inputValue()).toBe("Half af, want");
    expect(complaints).toEqual([]);
  });
});

describe("without scripts", () => {
  it("a ticket can be written with a file, answered and read", async () => {
    const person = await enterForCommunityCentre({ javaScriptEnabled: false });
    const path = await writeTicket(person, {
      title: "Zonder script",
      description: "Het werkt als gewone pagina.",
      file: "log.txt",
    });
    const { page } = person;
    await see(page, "log.txt");
    await page.getByRole("textbox", { name: /Antwoord|Reply/ }).fill("Nog een aanvulling.");
    await page.getByRole("button", { name: /^(Stuur|Send)$/ }).click();
    await page.waitForURL(`**${path}*`);
    await see(page, "Nog een aanvulling.");
    expect(await page.locator("article").count()).toBe(2);
  });
});

describe("two people at one ticket", () => {
  it("each sees what the other writes without reloading", async () => {
    const yasmin = await enterForCommunityCentre();
    const path = await writeTicket(yasmin, { title: "Samen kijken", description: "Wie er het eerst is." });
    const reference = path.split("/").at(-1) ?? "";
    const sanne = await enterAs(browser, "Sanne Bakker");
    await sanne.go(`/desk/tickets/${reference}`);
    await sanne.page.getByLabel("Antwoord aan de klant").fill("Ik kijk met je mee.");
    await sanne.page.getByRole("button", { name: "Verstuur", exact: true }).click();
    await see(yasmin.page, "Ik kijk met je mee.");
    await yasmin.page.getByRole("textbox", { name: /Antwoord|Reply/ }).fill("Fijn, dank je.");
    await yasmin.page.getByRole("button", { name: /^(Stuur|Send)$/ }).click();
    await see(sanne.page, "Fijn, dank je.");
    expect([...yasmin.complaints, ...sanne.complaints]).toEqual([]);
  });
});

describe("names as weapons", () => {
  const weapon = `<img src=x onerror="window.owned=1"><script>window.owned=1</script>`;

  it("are shown as the text they are, to customer and consultant, in list, ticket and search", async () => {
    const yasmin = await enterForCommunityCentre();
    const description = `${weapon}\n\n[klik](javascript:window.owned=1) ![x](javascript:1) "'><svg onload=window.owned=1>`;
    const path = await writeTicket(yasmin, {
      title: `${weapon} wapen`,
      description,
      file: `"><img src=x onerror=window.owned=1>.txt`,
    });
    const sanne = await enterAs(browser, "Sanne Bakker");
    const reference = path.split("/").at(-1) ?? "";
    const visits = [
      [yasmin, path],
      [yasmin, "/portal/tickets"],
      [sanne, `/desk/tickets/${reference}`],
      [sanne, "/desk"],
      [sanne, `/desk/search?q=${encodeURIComponent(weapon)}`],
    ] as const;
    for (const [person, place] of visits) {
      await person.go(place);
      await person.page.getByRole("heading", { level: 1 }).waitFor();
      expect(await person.page.evaluate("'owned' in window")).toBe(false);
      expect(await person.page.locator("img[src=x], svg[onload], a[href^=javascript]").count()).toBe(0);
    }
    await sanne.go(`/desk/tickets/${reference}`);
    await see(sanne.page, weapon.slice(0, 20));
    expect([...yasmin.complaints, ...sanne.complaints]).toEqual([]);
  });
});
