import type { Page } from "playwright-core";
import { isWorkday } from "../../server/demo/history/local-calendar.ts";
import { see } from "./person.ts";

/** Moves the demo's clock to a local moment, on its page. */
export async function moveClock(page: Page, to: Temporal.PlainDateTime): Promise<void> {
  const back = page.url();
  await page.goto("/demo/clock");
  await page.getByLabel("Datum").fill(to.toPlainDate().toString());
  await page.getByLabel("Tijd").fill(to.toPlainTime().toString({ smallestUnit: "minute" }));
  await page.getByRole("button", { name: "Zet vooruit" }).click();
  await see(page, /^Het is nu/);
  await page.goto(back);
}

/** The first workday after today by the demo's clock, at nine. */
export async function nextWorkday(page: Page): Promise<Temporal.PlainDateTime> {
  await page.goto("/demo/clock");
  let day = Temporal.PlainDate.from(await page.getByLabel("Datum").inputValue());
  while (!isWorkday(day)) day = day.add({ days: 1 });
  return day.toPlainDateTime({ hour: 9 });
}

/** Moves to the first of the next month, when a month can be invoiced. */
export async function moveToNextMonth(page: Page): Promise<void> {
  await page.goto("/demo/clock");
  await page.getByRole("button", { name: /eerste van de volgende maand/ }).click();
  await see(page, /^Het is nu/);
}
