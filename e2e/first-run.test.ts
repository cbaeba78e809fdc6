import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FailingMailServer, startFailingMailServer } from "../test/support/failing-mail-server.ts";
import { freePort } from "../test/support/free-port.ts";
import { problemsOf } from "./support/accessibility.ts";
import { launchChromium } from "./support/chromium.ts";
import { openBrowser, see, told } from "./support/person.ts";

const root = join(import.meta.dirname, "..");
const program = join(root, "dist", "server", "kwartier.js");

describe("an empty server", { timeout: 120_000 }, () => {
  let browser: Browser;
  let directory: string;
  let mail: FailingMailServer;
  let product: ChildProcess;
  let environment: NodeJS.ProcessEnv;
  let baseURL: string;
  beforeAll(async () => {
    browser = await launchChromium();
    directory = mkdtempSync(join(tmpdir(), "kwartier-first-run-"));
    chmodSync(directory, 0o755);
    mail = await startFailingMailServer();
    const port = await freePort();
    baseURL = `http://localhost:${port}`;
    environment = {
      ...process.env,
      DATA_DIRECTORY: directory,
      PORT: String(port),
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      SMTP_URL: mail.url,
      MAIL_FROM: "desk@voorbeeld.example",
    };
    product = spawn(process.execPath, [program, "start"], {
      cwd: root,
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    await said(product, "Nobody can sign in yet");
  });
  afterAll(async () => {
    await browser.close();
    const ended = new Promise((resolve) => product.once("exit", resolve));
    product.kill("SIGTERM");
    await ended;
    await mail.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(value);
  };
  const press = async (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
  const follow = async (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first().click();

  it("leads a provider by its own pages to the first customer's first ticket", async () => {
    const invited = spawnSync(
      process.execPath,
      [program, "invite-administrator", "bo@voorbeeld.example", "Bo Bakker"],
      {
        cwd: root,
        env: environment,
        encoding: "utf8",
      },
    );
    const link = /http\S+/.exec(invited.stdout)?.[0] ?? `no link: ${invited.stderr}`;
    const bo = await openBrowser(browser, { baseURL });
    await bo.go(link);
    await press(bo.page, "Inloggen");
    await see(bo.page, "Nog te doen");
    expect(await problemsOf(bo.page)).toEqual([]);

    await follow(bo.page, "Vul onze gegevens en bankrekening in");
    await fill(bo.page, {
      name: "Voorbeeld ICT B.V.",
      address: "Grachtkade 1\n1234 AB Voorbeeld",
      chamberOfCommerce: "12345678",
      vatNumber: "NL123456782B01",
      iban: "NL03 ABNA 0123 4567 89",
      mail: "facturen@voorbeeld.example",
    });
    await press(bo.page, "Bewaar gegevens");
    await see(bo.page, "De controlecijfers kloppen niet");
    await fill(bo.page, { iban: "NL02 ABNA 0123 4567 89" });
    await press(bo.page, "Bewaar gegevens");
    await told(bo.page, "De gegevens zijn bewaard");

    await follow(bo.page, "Werkbord");
    await follow(bo.page, /^Publiceer de voorwaarden van/);
    await press(bo.page, "Lees het contract");
    await see(bo.page, "Zo leest de klant het");
    expect(await problemsOf(bo.page)).toEqual([]);
    await press(bo.page, /^Publiceer de voorwaarden van/);
    await told(bo.page, /zijn gepubliceerd/);

    await follow(bo.page, "Werkbord");
    await follow(bo.page, "Voeg de eerste klant toe");
    await fill(bo.page, {
      name: "Bakkerij De Vries",
      address: "Dorpsstraat 1\n1234 AB Voorbeeld",
      invoiceMailAddress: "facturen@bakkerij.example",
      contactName: "Anna de Vries",
      contactMail: "anna@bakkerij.example",
    });
    await press(bo.page, "Voeg klant toe");
    await bo.page.getByText("Getekend contract vastleggen").click();
    await fill(bo.page, { signedOn: `${new Date().getFullYear() - 1}-12-01` });
    await press(bo.page, "Leg vast");
    await told(bo.page, "Het contract is vastgelegd");
    expect(bo.complaints).toEqual([]);

    const anna = await openBrowser(browser, { baseURL });
    await anna.go("/sign-in");
    await anna.page.getByLabel("E-mailadres").fill("anna@bakkerij.example");
    await press(anna.page, "Stuur mij een code");
    await anna.page.getByRole("heading", { name: "Vul je code in" }).waitFor();
    const codeMailed = () =>
      mail.taken.flatMap(({ to, subject }) =>
        to === "anna@bakkerij.example" ? (/\b\d{4} \d{4}\b/.exec(subject) ?? []) : [],
      );
    await expect.poll(codeMailed).toHaveLength(1);
    const code = codeMailed().join("").replace(" ", "");
    await anna.page.getByLabel("Code", { exact: true }).fill(code);
    await press(anna.page, "Inloggen");
    await follow(anna.page, "Naar het contract");
    await press(anna.page, "Ja, dat klopt");
    await told(anna.page, "Het contract is bevestigd");
    await anna.go("/portal/tickets/new");
    await fill(anna.page, { title: "Outlook opent niet", description: "Sinds vanochtend, op twee laptops." });
    await press(anna.page, "Ticket versturen");
    await anna.page.waitForURL(/\/portal\/tickets\/K/);
    expect(anna.complaints).toEqual([]);

    await bo.go("/desk");
    await see(bo.page, "Outlook opent niet");
  });
});

/** Waits until a program prints a text. */
async function said(child: ChildProcess, text: string): Promise<void> {
  let heard = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      heard += chunk.toString();
      if (heard.includes(text)) resolve();
    });
    child.once("exit", (code) => reject(new Error(`it ended with ${code}:\n${heard}`)));
  });
}
