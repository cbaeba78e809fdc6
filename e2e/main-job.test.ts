import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { moveClock, moveToNextMonth, nextWorkday } from "./support/demo-clock.ts";
import { enterAs, type Person, see, told } from "./support/person.ts";
import { screenshotPng } from "./support/screenshot-png.ts";

const program = join(import.meta.dirname, "..", "dist", "server", "kwartier.js");
const title = "Agenda van de winkel is leeg";

describe("the main job, from a question to its invoice", { timeout: 60_000 }, () => {
  let browser: Browser;
  let anna: Person;
  let sanne: Person;
  let marieke: Person;
  let reference = "";
  let workday: Temporal.PlainDateTime;

  beforeAll(async () => {
    browser = await launchChromium();
    anna = await enterAs(browser, "Anna de Vries");
    sanne = await enterAs(browser, "Sanne Bakker");
    marieke = await enterAs(browser, "Marieke Smit");
    workday = await nextWorkday(marieke.page);
  });
  afterAll(async () => browser.close());

  it("1. Anna signs in and sees her month, her open tickets and what waits for her", async () => {
    const { page } = anna;
    await see(page, "3 van 15");
    await page.getByRole("heading", { name: /Wacht op jou/ }).waitFor();
    await see(page, /Akkoord gevraagd: 3:00/);
    await page.getByRole("table", { name: "Open tickets" }).getByRole("link").first().click();
    await page.getByRole("list", { name: "Voortgang" }).waitFor();
    expect(anna.complaints).toEqual([]);
  });

  it("2. she enters a ticket with a screenshot, seeing first what it starts to cost and its number", async () => {
    const { page } = anna;
    await anna.go("/portal");
    await page.getByRole("link", { name: "Nieuw ticket" }).click();
    await see(page, "Dit wordt ticket 4 van 15 deze maand.");
    await see(page, "€ 25,00");
    await page.getByLabel("Waar gaat het over?").fill(title);
    await page
      .getByLabel("Wat gebeurt er?")
      .fill("Sinds vanochtend staan er geen afspraken meer in. Zie de schermafdruk.");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "agenda.png", mimeType: "image/png", buffer: screenshotPng() });
    await page.getByRole("button", { name: "Ticket versturen" }).click();
    await page.waitForURL(/\/portal\/tickets\/K\d\d-\d{5}/);
    reference = /K\d\d-\d{5}/.exec(page.url())?.[0] ?? "";
    await page.getByRole("heading", { name: title }).waitFor();
    const picture = page.getByRole("img", { name: /agenda\.png/ }).or(page.getByRole("link", { name: /agenda\.png/ }));
    await picture.first().waitFor();
    expect(anna.complaints).toEqual([]);
  });

  it("3. Sanne picks it up, sets its urgency and writes down time by hand and by timer", async () => {
    const { page } = sanne;
    await moveClock(page, workday);
    await sanne.go("/desk");
    await page.getByRole("link", { name: title }).click();
    await page.getByRole("button", { name: "Pak op" }).click();
    await told(page, `${reference} is nu van jou.`);
    await page.getByRole("combobox", { name: "Urgentie" }).selectOption({ label: "Hoog" });
    await told(page, "De urgentie is bijgewerkt.");
    await moveClock(page, workday.add({ minutes: 20 }));
    await logByHand(page, { duration: "0:20", step: "Administratie" });
    await told(page, /0:20.u is vastgelegd/);
    await page.locator("main").getByRole("combobox", { name: "Stap" }).first().selectOption({ label: "Onderzoek" });
    await told(page, "De stap is bijgewerkt.");
    await page.getByRole("button", { name: "Start timer" }).click();
    await told(page, "De timer loopt.");
    await moveClock(page, workday.add({ minutes: 20 + 115 }));
    await page.locator("main").getByRole("button", { name: "Stop timer" }).click();
    await told(page, /1:5\d.u is vastgelegd/);
    expect(sanne.complaints).toEqual([]);
  });

  it("3b. and answers Anna, who gets a mail", async () => {
    const { page } = sanne;
    await page
      .getByLabel("Antwoord aan de klant")
      .fill("De agenda is gekoppeld aan een verwijderd account. We zetten hem over.");
    await page.getByRole("button", { name: "Verstuur", exact: true }).click();
    await told(page, "Je antwoord is verstuurd.");
    await expect
      .poll(
        async () => (
          await page.goto("/demo/mail"),
          page
            .getByRole("row")
            .filter({ hasText: reference })
            .filter({ hasText: "anna@bakkerij-devries.example" })
            .count()
        ),
        { timeout: 15_000 },
      )
      .toBeGreaterThan(0);
    await page
      .getByRole("row")
      .filter({ hasText: reference })
      .filter({ hasText: "anna@" })
      .first()
      .getByRole("link")
      .first()
      .click();
    await see(page, /verwijderd account|antwoord|bericht/i);
    expect(sanne.complaints).toEqual([]);
  });

  it("4. she runs into the ceiling and asks for an authorisation, which Anna gives", async () => {
    const { page } = sanne;
    await moveClock(page, workday.add({ minutes: 20 + 115 + 40 }));
    await sanne.go(`/desk/tickets/${reference}`);
    await logByHand(page, { duration: "0:30", step: "Oplossing" });
    await see(page, /boven het urenplafond/);
    await page.getByRole("button", { name: /als niet in rekening gebracht/ }).waitFor();
    await page.getByText("Vraag akkoord", { exact: true }).last().click();
    await page.getByLabel("Tijd erbij").fill("2:00");
    await page.getByLabel("Waarom is er meer nodig?").fill("De oude agenda overzetten en nalopen.");
    await page.getByRole("button", { name: "Stuur naar de klant" }).click();
    await told(page, "Het verzoek staat bij de klant.");

    await anna.go(`/portal/tickets/${reference}`);
    await see(anna.page, /Werkopdracht: akkoord gevraagd voor 2:00/);
    await anna.page.getByRole("button", { name: "Akkoord", exact: true }).click();
    await told(anna.page, /./);
    await see(anna.page, /4:15/);
    expect(anna.complaints).toEqual([]);
  });

  it("4b. goes on, and resolves the ticket", async () => {
    const { page } = sanne;
    await sanne.go(`/desk/tickets/${reference}`);
    await logByHand(page, { duration: "0:30", step: "Oplossing" });
    await told(page, /0:30.u is vastgelegd/);
    await page.getByText("Ticket oplossen", { exact: true }).click();
    await page.getByLabel("Bericht aan de klant").fill("De afspraken staan terug in de agenda van de winkel.");
    await page.getByText("Een nieuw artikel").click();
    await page.getByLabel("Titel van het artikel").fill("Agenda van een verwijderd account terughalen");
    await page
      .getByLabel("Wat was het, en wat loste het op?")
      .fill("Herstel het account binnen dertig dagen en zet de agenda over.");
    await page.getByRole("button", { name: "Los op en sluit" }).click();
    await told(page, new RegExp(`${reference} is gesloten`));
    await anna.go(`/portal/tickets/${reference}`);
    await see(anna.page, "De afspraken staan terug in de agenda van de winkel.");
    expect(sanne.complaints).toEqual([]);
  });

  it("5. Marieke invoices the month: preview, issue, page, PDF, every line explained, equal to kwartier rate", async () => {
    const { page } = marieke;
    const month = workday.toPlainDate().toPlainYearMonth();
    await moveToNextMonth(page);
    // Issues the rest of earlier months first, so that this invoice is of one month.
    for (const earlier of [month.subtract({ months: 2 }), month.subtract({ months: 1 })])
      await issueFor(marieke, earlier);
    const number = await issueFor(marieke, month);
    expect(number).toMatch(/^20\d\d-\d{4}$/);
    await page.getByRole("heading", { name: new RegExp(number ?? "") }).waitFor();

    const pdf = await page.context().request.get(`/desk/invoices/${number}/pdf`);
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.body())), { mergePages: true });
    expect(text).toContain(number);

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Als invoer voor kwartier rate" }).click();
    const path = join(import.meta.dirname, "..", "test-results", `${number}.json`);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, readFileSync(await (await download).path()));
    const rated = JSON.parse(execFileSync(process.execPath, [program, "rate", path], { encoding: "utf8" })) as {
      lines: { ticket: string }[];
      totalCents: number;
    };
    expect(rated.lines.some((line) => line.ticket === reference)).toBe(true);
    await see(page, euros(rated.totalCents));
    const reasons = page.locator("main summary", { hasText: "waarom?" });
    expect(await reasons.count()).toBe(rated.lines.length);
    for (const reason of await reasons.all()) {
      await reason.click();
      await reason
        .locator("xpath=..")
        .getByText(/\b[MT]\d\b/)
        .first()
        .waitFor();
    }
    expect(marieke.complaints).toEqual([]);
  });
});

async function logByHand(page: Page, entry: { duration: string; step: string }): Promise<void> {
  const form = page.locator("#time-form");
  await form.getByLabel("of duur").fill(entry.duration);
  await form.getByRole("combobox", { name: "Stap" }).selectOption({ label: entry.step });
  await form.getByLabel("Wat heb je gedaan?").fill("Nagekeken en bijgewerkt");
  await form.getByRole("button", { name: "Leg vast" }).click();
}

/** Issues the bakery's invoice of a month if there is one, and answers its number. */
async function issueFor({ page }: Person, month: Temporal.PlainYearMonth): Promise<string | null> {
  await page.goto(`/desk/months/${month.toString()}`);
  const row = page.getByRole("link", { name: "Bakkerij De Vries" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  if ((await row.count()) === 0) return null;
  await row.click();
  await page.getByRole("button", { name: "Factuur uitreiken" }).click();
  await page.waitForURL(/\/desk\/invoices\/20/);
  return /20\d\d-\d{4}/.exec(page.url())?.[0] ?? null;
}

function euros(cents: number): string {
  return new Intl.NumberFormat("nl-NL", { style: "currency", currency: "EUR" })
    .format(cents / 100)
    .replace("\u00a0", " ");
}
