import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { chargeRules } from "../../core/charges/rules.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import { yearReport } from "../../core/evaluation/year-report.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { act } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { approveAt, makeMoreWork } from "../../test/support/make-on-site.ts";
import { createTicketAt, issueMonthOf, logWork, makeProvider } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { creditInvoice } from "../invoices/credit-invoice.ts";
import { loadRulesOf, loadYear } from "./load-year.ts";
import { replayYear } from "./replay-year.ts";

/**
 * A ticket of June with 100 minutes of research, an authorisation, a visit, a cost, a correction, and a credit for its
 * start fee.
 */
describe("a year that is loaded", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let staff: PersonId;
  let year: number;
  const at = (rest: string) => Temporal.Instant.from(`${year}-${rest}+02:00`);

  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    const { services } = server;
    year = services.now().toZonedDateTimeISO("Europe/Amsterdam").year;
    await makeProvider(services);
    organisation = await makeOrganisation(services);
    staff = await makeStaff(services);
    const administrator = await makeStaff(services, "administrator");
    const { reference } = await createTicketAt(services, organisation, { at: `${year}-06-08T09:00+02:00` });
    const [start, end] = [`${year}-06-08T10:00+02:00`, `${year}-06-08T11:40+02:00`];
    await logWork(services, staff, { reference, step: "research", start, end });
    await approveAt(services, { organisation, staff }, { reference, at: at("06-08T12:00"), minutes: 60 });
    await makeMoreWork(services, { organisation, staff }, { reference, start: at("07-07T13:00"), secret: "" });
    const month = monthOf(`${year}-06`);
    const number = await issueMonthOf(services, administrator, {
      organisationId: organisation.id,
      month,
      at: `${year}-07-01T09:00+02:00`,
    });
    const asked = { number, positions: [1], mode: "forgive", reason: "Coulance", seenFingerprint: null } as const;
    const credited = await act(
      services,
      { kind: "administrator", personId: administrator },
      async (work) => creditInvoice(work, asked),
      at("08-01T09:00"),
    );
    if (!credited.ok) throw new Error(credited.refusal.code);
  });
  afterAll(async () => server.close());

  const load = async () =>
    asSystem(server.services, at("12-31T12:00"), async ({ tx, now }) =>
      loadYear(tx, organisation.id, { ...(await loadRulesOf(tx, year)), now: now() }),
    );

  it("has everything that is charged, and what was asked for and credited", async () => {
    const report = yearReport(await load());
    // June: 100 min, 166.67; the start fee was forgiven. July: an hour on site at 110.00, 12 km at 0.42, a cost of
    // 4.50, 1.00 off.
    expect(report.kinds.map(({ kind, amountCents }) => [kind, amountCents])).toEqual([
      ["work", 16_667n],
      ["visit", 11_000n],
      ["travel", 504n],
      ["cost", 450n],
      ["correction", -100n],
    ]);
    expect(report.sums.subtotalCents).toBe(28_521n);
    expect(report.authorisations).toMatchObject({
      asked: { count: 1, minutes: 60 },
      approved: { count: 1, minutes: 60 },
    });
    expect(report.credits).toMatchObject({ list: [{ amountCents: -2500n }], amountCents: -2500n });
    expect(report.corrections).toEqual({ count: 1, amountCents: -100n });
  });

  it("is replayed with what was settled as it was, and with the approved minutes on top of the other ceiling", async () => {
    const terms = { ...defaultTerms(year + 1), vatPercent: 25, authorisedMinutes: 50 };
    const { differenceCents, beyondCeiling, totals } = replayYear(await load(), chargeRules(terms));
    expect(differenceCents).toBe(0n);
    // 15 + 100 min, of 50 + 60.
    expect(beyondCeiling.map(({ minutes }) => minutes)).toEqual([5]);
    expect(totals.after.vatCents > totals.before.vatCents).toBe(true);
  });
});
