import type { TestBrowser } from "./start-test-server.ts";

/** The number of pages to read of one kind. Addresses of one kind differ only in numbers, names and ids. */
const pagesOfKind = 2;

/**
 * Reads a few pages of every kind that links on one face lead to. Answers the kinds, such as `/desk/tickets/#`, and
 * each address without a page or a file.
 */
export async function crawl(browser: TestBrowser, start: string): Promise<{ seen: string[]; failed: string[] }> {
  const [seen, failed, waiting, known] = [new Map<string, number>(), new Array<string>(), [start], new Set([start])];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    const count = seen.get(kind) ?? 0;
    if (count >= pagesOfKind) continue;
    seen.set(kind, count + 1);
    const answer = await browser.get(path);
    const text = await answer.text();
    if (answer.status !== 200) failed.push(`${answer.status} ${path}`);
    for (const link of linksOf(text, start).filter((found) => !known.has(found))) {
      known.add(link);
      waiting.push(link);
    }
  }
  return { seen: [...seen.keys()], failed };
}

function linksOf(html: string, start: string): string[] {
  return [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, address = ""]) => address.replaceAll("&amp;", "&").replace(/#.*/, ""))
    .filter((address) => address === start || address.startsWith(`${start}/`) || address.startsWith(`${start}?`));
}

function kindOf(path: string): string {
  return path.replaceAll(/(?<=[/=])(?:K\d[\d-]*|[\da-f-]{36}|\d{4}(?:-\d+)?|\d{4}-\d\d-\d\dT[^&]*)(?=[/&?]|$)/g, "#");
}
