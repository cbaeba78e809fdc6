import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Contact } from "../../../core/access/actor.ts";
import { chargeWork } from "../../../core/charges/charge-work.ts";
import { totalsOf } from "../../../core/charges/totals.ts";
import { defaultTerms, standardWindows } from "../../../core/contracts/terms.ts";
import { isInYear } from "../../../core/evaluation/year-counts.ts";
import { yearReport } from "../../../core/evaluation/year-report.ts";
import type { PersonId } from "../../../core/values/ids.ts";
import { act, seated } from "../../../test/support/act.ts";
import {
  asSystem,
  makeOrganisation,
  makeStaff,
  type TestOrganisation,
} from "../../../test/support/make-organisation.ts";
import { createTicketAt, logWork } from "../../../test/support/make-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { publishTerms } from "../../contracts/publish-terms.ts";
import { inTransaction } from "../../db/transaction.ts";
import { evaluateYear } from "../../evaluation/evaluate-year.ts";
import { loadYear } from "../../evaluation/load-year.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("the evaluation of a year (K5)", () => {
  let server: TestServer;
  let bakery: TestOrganisation;
  let other: TestOrganisation;
  let helper: PersonId;
  let reference: string;
  let [marieke, sanne, anna, stranger]: TestBrowser[] = [];
  const year = () => server.services.now().toZonedDateTimeISO("Europe/Amsterdam").year;

  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    const { services } = server;
    // Moves to November, whenever the test runs: from then on a year is evaluated.
    await services.demo?.moveClock(Temporal.Instant.from(`${year()}-11-05T12:00Z`));
    bakery = await makeOrganisation(services);
    other = await makeOrganisation(services, "Garage Jansen");
    helper = await makeStaff(services);
    ({ reference } = await createTicketAt(services, bakery, {
      at: `${year()}-06-08T09:00+02:00`,
      title: "Trage agenda",
    }));
    const work = { reference, step: "research" } as const;
    await logWork(services, helper, {
      ...work,
      start: `${year()}-06-08T10:00+02:00`,
      end: `${year()}-06-08T11:40+02:00`,
    });
    await logWork(services, helper, {
      ...work,
      start: `${year()}-06-08T12:00+02:00`,
      end: `${year()}-06-08T12:20+02:00`,
      isChargeable: false,
    });
    [marieke, sanne] = [await server.browser(await makeStaff(services, "administrator")), await server.browser(helper)];
    [anna, stranger] = [await server.browser(bakery.first), await server.browser(other.first)];
  });
  afterAll(async () => server.close());

  const deskPath = (id = bakery.id, of = year()) => `/desk/organisations/${id}/year/${of}`;
  const portalPath = (of = year()) => `/portal/year/${of}`;
  const text = async (browser: TestBrowser | undefined, path: string) =>
    plain((await browser?.get(path).then(async (answer) => answer.text())) ?? "");
  const status = async (browser: TestBrowser | undefined, path: string) => (await browser?.get(path))?.status;

  it("sends who is signed out to sign in, and keeps each face to its own people", async () => {
    for (const path of [deskPath(), portalPath()]) {
      const answer = await fetch(new URL(path, server.url), { redirect: "manual" });
      expect([answer.status, answer.headers.get("location")]).toEqual([
        303,
        `/sign-in?next=${encodeURIComponent(path)}`,
      ]);
    }
    expect(await status(anna, deskPath())).toBe(403);
    expect([await status(sanne, portalPath()), await status(marieke, portalPath())]).toEqual([403, 403]);
  });

  it("shows staff how the year went: costs, time, outcomes and what was not charged, with its reason", async () => {
    const page = await text(sanne, deskPath());
    // 15 min start fee, 25.00, and 100 min of research, 166.67.
    for (const words of [
      "€ 191,67",
      "€ 231,92",
      "juni",
      "Trage agenda",
      "Onze eigen fout.",
      "0:20 u",
      "Nog open",
      "0 van 1",
    ])
      expect(page).toContain(words);
    expect(page).not.toContain("Onder de voorwaarden van");
  });

  it("is what the charges add up to, read by any face", async () => {
    const own = seated(bakery);
    const totals = await inTransaction(server.services.databases, own, async (tx) => {
      const loaded = await loadYear(tx, bakery.id, { year: year(), now: server.services.now() });
      const charges = chargeWork(loaded.work, () => loaded.rules, {
        timeZone: "Europe/Amsterdam",
        isAsked: isInYear(year()),
      });
      return [totalsOf(charges).subtotalCents, yearReport(loaded).sums.subtotalCents];
    });
    expect(totals).toEqual([19_167n, 19_167n]);
  });

  it("is told to contacts of the organisation alone", async () => {
    const evaluate = async (actor: Contact) =>
      act(server.services, actor, async (work) => evaluateYear(work, { organisationId: bakery.id, year: year() }));
    expect(await evaluate(seated(other))).toMatchObject({ ok: false, refusal: { code: "not-allowed" } });
    expect(await evaluate({ ...seated(bakery), seat: null })).toMatchObject({ ok: true, value: { next: null } });
    const unseated = { ...seated(bakery), seat: null, isSignatory: false };
    expect(await evaluate(unseated)).toMatchObject({ ok: false, refusal: { code: "not-allowed" } });
    const seen = await inTransaction(server.services.databases, seated(other), async (tx) =>
      loadYear(tx, bakery.id, { year: year(), now: server.services.now() }),
    );
    expect([seen.work.tickets, seen.tickets, seen.notChargedReasons, seen.credits]).toEqual([[], [], [], []]);
  });

  it("is empty without tickets and work, and not found for what is no organisation or year", async () => {
    expect(await text(sanne, deskPath(other.id))).toContain(`Geen tickets en geen werk in ${year()}`);
    expect(await text(sanne, deskPath(bakery.id, 2003))).toContain("Geen tickets en geen werk in 2003");
    for (const path of [
      deskPath(randomUUID() as typeof bakery.id),
      `${deskPath()}5`,
      deskPath(bakery.id, 1999),
      deskPath("x" as typeof bakery.id),
    ])
      expect(await status(sanne, path)).toBe(404);
  });

  it("tells an administrator what the coming terms would have made of it, once they are published", async () => {
    const next = {
      ...defaultTerms(year() + 1),
      windows: standardWindows({ office: 11_000n, outside: 12_500n, "weekend-holiday": 14_500n }),
      authorisedMinutes: 100,
    };
    expect(await text(marieke, deskPath())).not.toContain("Onder de voorwaarden van");
    await asSystem(server.services, server.services.now(), async (work) => publishTerms(work, next));
    const page = await text(marieke, deskPath());
    // 15 min are 27.50 and 100 min 183.33: 210.83 - 191.67 = 19.16.
    expect(page).toContain(`Onder de voorwaarden van ${year() + 1} had dit jaar € 19,16 meer gekost.`);
    expect(page).toContain("Eén ticket was dan boven het urenplafond gekomen, samen 0:15 u.");
    expect(page).toContain("€ 210,83");
    expect(await text(sanne, deskPath())).not.toContain("Onder de voorwaarden van");
    const english = await server.browser(bakery.second);
    expect(await text(english, portalPath())).not.toContain("Under the terms of");
  });

  it("shows contacts their own year, without how soon the provider picked up", async () => {
    const page = await text(anna, portalPath());
    for (const words of ["€ 191,67", "Trage agenda", "Onze eigen fout.", `/portal/tickets/${reference}`])
      expect(page).toContain(words);
    expect(page).not.toContain("Opgepakt binnen ons streven");
    const theirs = await text(stranger, portalPath());
    expect(theirs).toContain(`Geen tickets en geen werk in ${year()}`);
    expect(theirs).not.toContain("Trage agenda");
  });

  it("is found by contacts from the day on which the coming year can be signed for, in years with terms", async () => {
    expect(await status(anna, portalPath())).toBe(200);
    for (const path of [portalPath(year() + 1), portalPath(2003), "/portal/year/1999", "/portal/year/x"])
      expect(await status(anna, path)).toBe(404);
  });

  it("is one click from the organisation, and from the customer's contract", async () => {
    expect(await text(sanne, `/desk/organisations/${bakery.id}`)).toContain(deskPath());
    expect(await text(anna, "/portal/contract")).toContain(portalPath());
  });
});
