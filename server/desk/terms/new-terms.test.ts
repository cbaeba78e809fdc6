import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { defaultTerms } from "../../../core/contracts/terms.ts";
import { asSystem, makeStaff } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { findTerms, listPublishedYears } from "../../contracts/read-contracts.ts";

describe("publishing a year's terms on the desk (K5)", () => {
  let server: TestServer;
  let desk: TestBrowser;
  let year: number;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    desk = await server.browser(await makeStaff(server.services, "administrator"));
    year = localDateOf(server.services.now()).year;
  });
  afterAll(async () => server.close());

  const pathOf = (of: number) => `/desk/terms/new?year=${of}`;
  const published = async (of: number) =>
    asSystem(server.services, server.services.now(), async ({ tx }) => findTerms(tx, of));
  /** The form of a page as a browser would send it. */
  const formIn = (html: string, changes: Readonly<Record<string, string>> = {}) => {
    const form = new URLSearchParams();
    const [main = ""] = html.slice(html.indexOf('id="new-terms"')).split("</form>");
    for (const [tag] of main.matchAll(/<input[^>]*>/g)) {
      const name = /name="([^"]+)"/.exec(tag)?.[1];
      if (name !== undefined) form.append(name, /value="([^"]*)"/.exec(tag)?.[1] ?? "");
    }
    for (const [, name = "", options = ""] of main.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
      form.append(name, /<option(?=[^>]*selected)[^>]*value="([^"]*)"/.exec(options)?.[1] ?? "");
    for (const [name, value] of Object.entries(changes)) form.set(name, value);
    return form;
  };
  const read = async (path: string) => (await desk.get(path)).text();
  const send = async (form: URLSearchParams) => {
    const answer = await desk.post("/desk/terms/new", form);
    return { status: answer.status, html: await answer.text() };
  };

  it("begins with the usual numbers, and publishes what was read", async () => {
    expect(await read("/desk/terms")).toContain("Er zijn nog geen voorwaarden gepubliceerd");
    const shown = await send(formIn(await read(pathOf(year)), { ticketsPerMonth: "20", closes: "17:30" }));
    expect(shown.html).toContain("20 tickets per kalendermaand");
    expect(shown.html).toContain("Maandag tot en met vrijdag van 9:00 tot 17:30");
    expect(await published(year)).toBeNull();
    expect((await send(formIn(shown.html))).status).toBe(303);
    const usual = defaultTerms(year);
    const terms = await published(year);
    expect(terms).toMatchObject({
      ...usual,
      ticketsPerMonth: 20,
      week: { ...terms?.week, saturday: usual.week.saturday },
    });
    expect(terms?.week.monday.map(({ from }) => from)).toEqual(["00:00", "09:00", "17:30"]);
  });

  it("begins the next year with this year's numbers", async () => {
    const shown = await send(formIn(await read(pathOf(year + 1)), { "rate[]": "" }));
    expect(shown.status).toBe(422);
    expect(formIn(await read(pathOf(year + 1))).get("ticketsPerMonth")).toBe("20");
  });

  it("does not publish numbers that changed after the contract was read", async () => {
    const shown = await send(formIn(await read(pathOf(year + 1))));
    const changed = await send(formIn(shown.html, { paymentDays: "30" }));
    expect(changed.html).toContain("De getallen zijn veranderd");
    expect(changed.html).toContain("30 dagen");
    expect(await published(year + 1)).toBeNull();
  });

  it.each([
    ["startFeeMinutes", "200", "Dit is te laag of te hoog"],
    ["closes", "08:00", "Dit is te laag of te hoog"],
    ["researchWarnings", "500", "Dit is te laag of te hoog"],
    ["researchWarnings", "dertig", "Vul een heel getal in"],
    ["paymentDays", "veertien", "Vul een heel getal in"],
    ["additionalTicketRate", "veel", "Dit is geen bedrag"],
    ["opens", "9 uur", "Dit is geen tijd"],
  ])("says what is wrong with %s of %s, and shows no contract to publish", async (field, text, words) => {
    const answer = await send(formIn(await read(pathOf(year + 1)), { [field]: text }));
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(words);
    expect(answer.html).not.toContain("Zo leest de klant het");
    expect(formIn(answer.html).get(field)).toBe(text);
  });

  it("is done once, by one of two at once: terms-already-published", async () => {
    const shown = await send(formIn(await read(pathOf(year + 1))));
    const both = await Promise.all([1, 2].map(async () => send(formIn(shown.html))));
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 409]));
    expect((await send(formIn(shown.html))).html).toContain(`${year + 1}`);
    expect(await read("/desk/terms/new")).toContain("Dit jaar en het volgende hebben hun voorwaarden");
  });

  it("is for administrators alone, and of no year further away", async () => {
    const consultant = await server.browser(await makeStaff(server.services, "consultant"));
    expect((await consultant.get(pathOf(year))).status).toBe(403);
    expect(await (await consultant.get("/desk/terms")).text()).toContain(`Voorwaarden van ${year}`);
    for (const of of [year - 1, year + 2]) {
      const far = new URLSearchParams(formIn(await read(pathOf(year + 1)), { year: String(of) }));
      expect((await desk.post("/desk/terms/new", far)).status).toBe(422);
    }
    const years = await asSystem(server.services, server.services.now(), async ({ tx }) => listPublishedYears(tx));
    expect(years).toEqual([year, year + 1]);
  });
});
