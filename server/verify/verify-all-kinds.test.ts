import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { PersonId } from "../../core/values/ids.ts";
import { monthOf, type Month } from "../../core/values/month.ts";
import type { Result } from "../../core/values/result.ts";
import { act, consultant } from "../../test/support/act.ts";
import { approveAt, makeMoreWork } from "../../test/support/make-on-site.ts";
import { asSystem, makeStaff } from "../../test/support/make-organisation.ts";
import { issueMonthOf, makeProvider, makeSeptemberWork, readInvoice } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { deliverQuote } from "../authorisations/deliver-quote.ts";
import { withdrawCorrection } from "../charges/withdraw-correction.ts";
import type { Work } from "../events/work.ts";
import { logTimeEntry } from "../time/log-time-entry.ts";
import { voidExpense } from "../time/void-expense.ts";
import { voidVisit } from "../time/void-visit.ts";
import { waiveStartFee } from "../tickets/waive-start-fee.ts";
import { verifyInvoices } from "./verify-invoices.ts";

const september = monthOf("2026-09");

/** Whatever changes after an invoice, the invoice follows from the work of its time. */
describe("verifying invoices of work of every kind", () => {
  let server: TestServer;
  let helper: PersonId;
  let administrator: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    helper = await makeStaff(server.services);
    administrator = await makeStaff(server.services, "administrator");
  });
  afterAll(async () => server.close());

  type Deed = (work: Work<ReturnType<typeof consultant>>) => Promise<Result<unknown>>;
  const done = async (at: string, deed: Deed): Promise<void> => {
    const result = await act(server.services, consultant(helper), deed, Temporal.Instant.from(at));
    if (!result.ok) throw new Error(result.refusal.code);
  };

  it("finds nothing, though all of it was taken back, waived, withdrawn or delivered since", async () => {
    const { services } = server;
    const organisation = await makeSeptemberWork(services);
    const { id: organisationId, reference } = organisation;
    const start = Temporal.Instant.from("2026-09-10T08:00Z");
    const made = await makeMoreWork(services, { organisation, staff: helper }, { reference, start, secret: "" });
    const place = {
      reference,
      at: Temporal.Instant.from("2026-09-11T08:00Z"),
      validUntil: Temporal.PlainDate.from("2026-12-31"),
    };
    const staff = { organisation, staff: helper };
    const byTheHour = await approveAt(services, staff, { ...place, minutes: 600 });
    const onePrice = await approveAt(services, staff, { ...place, minutes: 600, fixedPriceCents: 95_000n });
    const log = async (authorisationId: typeof onePrice, from: string, until: string) =>
      done(until, async (work) =>
        logTimeEntry(work, {
          reference,
          step: "resolution",
          start: Temporal.Instant.from(from),
          end: Temporal.Instant.from(until),
          isChargeable: true,
          reason: null,
          description: "",
          authorisationId,
        }),
      );
    await log(byTheHour, "2026-09-14T08:00Z", "2026-09-14T09:00Z");
    await log(onePrice, "2026-09-15T08:00Z", "2026-09-15T09:00Z");
    const issue = async (month: Month, at: string) =>
      issueMonthOf(services, administrator, { organisationId, month, at });
    const first = await readInvoice(services, await issue(september, "2026-10-01T08:00Z"));
    expect(first.lines.map((line) => line.kind)).toEqual([
      "start-fee",
      "work",
      "work",
      "visit",
      "travel",
      "cost",
      "correction",
    ]);

    const at = "2026-10-05T08:00Z";
    const reason = "Toch niet.";
    await done(at, async (work) => voidVisit(work, { reference, id: made.visits, reason }));
    await done(at, async (work) => voidExpense(work, { reference, id: made.expenses, reason }));
    await done(at, async (work) => withdrawCorrection(work, { reference, id: made.corrections }));
    await done(at, async (work) => waiveStartFee(work, { reference, reason }));
    const deliveredOn = Temporal.PlainDate.from("2026-10-05");
    await done(at, async (work) => deliverQuote(work, { reference, id: onePrice, deliveredOn }));
    const second = await readInvoice(services, await issue(monthOf("2026-10"), "2026-11-01T08:00Z"));
    expect(second.lines.map((line) => `${line.month} ${line.kind} ${line.amountCents}`)).toEqual([
      "2026-09 start-fee -2500",
      "2026-09 visit -11000",
      "2026-09 travel -504",
      "2026-09 cost -450",
      "2026-09 correction 100",
      "2026-10 quote 95000",
    ]);
    const said = await asSystem(services, services.now(), async ({ tx }) => {
      const problems: string[] = [];
      const verified = await verifyInvoices(tx, organisationId, { files: null, report: (text) => problems.push(text) });
      expect(verified).toMatchObject({ invoices: 2, lines: 13 });
      return problems;
    });
    expect(said).toEqual([]);
  });
});
