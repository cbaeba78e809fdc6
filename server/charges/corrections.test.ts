import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { AskedCorrection } from "../../core/charges/decide-correction.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { act, codeOf, consultant, seated } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { createTicketAt, issueMonthOf, logWork, makeProvider, readInvoice } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { inTransaction } from "../db/transaction.ts";
import { waiveStartFee } from "../tickets/waive-start-fee.ts";
import { findTicket } from "../tickets/read-ticket.ts";
import { correctPrice } from "./correct-price.ts";
import { monthToDate } from "./organisation-charges.ts";
import { withdrawCorrection } from "./withdraw-correction.ts";

describe("taking something off a price", () => {
  let server: TestServer;
  let year: number;
  let sanne: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    ({ year } = server.services.now().toZonedDateTimeISO("Europe/Amsterdam"));
    sanne = await makeStaff(server.services);
    await makeProvider(server.services);
  });
  afterAll(async () => server.close());

  /** A ticket of June with fifty minutes of research on the 3rd: 25.00 and 83.33. */
  async function given(): Promise<{ organisation: TestOrganisation; reference: string }> {
    const organisation = await makeOrganisation(server.services);
    const { reference } = await createTicketAt(server.services, organisation, { at: `${year}-06-01T10:00+02:00` });
    const staff = await makeStaff(server.services);
    const times = { start: `${year}-06-03T10:00+02:00`, end: `${year}-06-03T10:50+02:00` };
    await logWork(server.services, staff, { reference, step: "research", ...times });
    return { organisation, reference };
  }
  const at = () => Temporal.Instant.from(`${year}-06-20T12:00Z`);
  const correct = async (reference: string, asked: Partial<AskedCorrection> = {}) =>
    act(
      server.services,
      consultant(sanne),
      async (work) =>
        correctPrice(work, {
          reference,
          month: monthOf(`${year}-06`),
          vat: "standard",
          amountCents: 3000n,
          reason: "Te lang gezocht",
          ...asked,
        }),
      at(),
    );
  const withdraw = async (reference: string, id: string) =>
    act(server.services, consultant(sanne), async (work) => withdrawCorrection(work, { reference, id }), at());
  const waive = async (reference: string, reason = "Onze eigen storing") =>
    act(server.services, consultant(sanne), async (work) => waiveStartFee(work, { reference, reason }), at());
  const charges = async ({ id }: TestOrganisation) =>
    inTransaction(server.services.databases, { kind: "system" }, async (tx) => {
      const of = await monthToDate(tx, id, monthOf(`${year}-06`));
      return of.charges.map(({ kind, minutes, amountCents }) => `${kind} ${minutes} ${amountCents}`);
    });
  const ticketOf = async (reference: string) =>
    inTransaction(server.services.databases, { kind: "system" }, async (tx) => findTicket(tx, reference));

  describe("a correction (CE7)", () => {
    it("is a line below zero with its reason, which the contacts see", async () => {
      const { organisation, reference } = await given();
      expect(codeOf(await correct(reference))).toBe("ok");
      expect(await charges(organisation)).toEqual(["start-fee 15 2500", "work 50 8333", "correction 0 -3000"]);
      const reasons = await inTransaction(server.services.databases, seated(organisation), async (tx) => {
        const of = await monthToDate(tx, organisation.id, monthOf(`${year}-06`));
        return of.charges.at(-1)?.reasons;
      });
      expect(reasons).toEqual([{ rule: "CE7", kind: "corrected", reason: "Te lang gezocht" }]);
    });

    it("takes off at most what is left, says how much that is, and never raises", async () => {
      const { reference } = await given();
      await correct(reference);
      expect(await correct(reference, { amountCents: 7834n })).toEqual({
        ok: false,
        refusal: { code: "beyond-cost", leftCents: 7833n, askedCents: 7834n },
      });
      expect(await correct(reference, { month: monthOf(`${year}-07`) })).toMatchObject({ refusal: { leftCents: 0n } });
      expect(await correct(reference, { vat: "reduced" })).toMatchObject({ refusal: { leftCents: 0n } });
      expect(codeOf(await correct(reference, { amountCents: -1n }))).toBe("invalid-input");
      expect(codeOf(await correct(reference, { reason: " " }))).toBe("reason-needed");
      expect(codeOf(await correct("K26-99999"))).toBe("not-found");
      expect(codeOf(await correct(reference, { amountCents: 7833n }))).toBe("ok");
    });

    it("takes off no more when several are made at once", async () => {
      const { organisation, reference } = await given();
      const results = await Promise.all([1, 2, 3, 4].map(async () => correct(reference, { amountCents: 4000n })));
      expect(results.map(codeOf).toSorted()).toEqual(["beyond-cost", "beyond-cost", "ok", "ok"]);
      expect(await charges(organisation)).toEqual([
        "start-fee 15 2500",
        "work 50 8333",
        "correction 0 -4000",
        "correction 0 -4000",
      ]);
    });

    it("can be withdrawn, once, which both contacts are told too", async () => {
      const { organisation, reference } = await given();
      const made = await correct(reference);
      const id = made.ok ? made.value.id : "";
      expect(codeOf(await withdraw(reference, id))).toBe("ok");
      expect(codeOf(await withdraw(reference, id))).toBe("changed-meanwhile");
      expect(codeOf(await withdraw((await given()).reference, id))).toBe("not-found");
      expect(await charges(organisation)).toEqual(["start-fee 15 2500", "work 50 8333"]);
      const events = await inTransaction(server.services.databases, { kind: "system" }, async (tx) =>
        tx
          .selectFrom("events")
          .select(["kind", "isVisible"])
          .where("organisationId", "=", organisation.id)
          .where("kind", "in", ["price-corrected", "correction-withdrawn"])
          .orderBy("sequence")
          .execute(),
      );
      expect(events).toEqual([
        { kind: "price-corrected", isVisible: true },
        { kind: "correction-withdrawn", isVisible: true },
      ]);
    });

    it("of an invoiced month comes back on the next invoice as a difference (M2)", async () => {
      const { organisation, reference } = await given();
      const administrator = await makeStaff(server.services, "administrator");
      const issue = async (month: number) =>
        issueMonthOf(server.services, administrator, {
          organisationId: organisation.id,
          month: monthOf(`${year}-0${month}`),
          at: `${year}-0${month + 1}-02T09:00Z`,
        });
      const first = await issue(6);
      expect((await ticketOf(reference))?.hasUninvoicedWork).toBe(false);
      await correct(reference);
      expect((await ticketOf(reference))?.hasUninvoicedWork).toBe(true);
      const { invoice, lines } = await readInvoice(server.services, await issue(7));
      expect(lines).toMatchObject([{ kind: "correction", month: `${year}-06`, amountCents: -3000n }]);
      // 30.00 less, and 21 % of it: 6.30.
      expect(invoice).toMatchObject({ kind: "credit-note", totalCents: -3630n });
      expect(first).not.toBe(invoice.number);
    });
  });

  describe("waiving a start fee (T1)", () => {
    it("leaves the work, and the minutes that the fee takes of the ceiling (T2)", async () => {
      const { organisation, reference } = await given();
      expect(codeOf(await waive(reference))).toBe("ok");
      expect(await charges(organisation)).toEqual(["work 50 8333"]);
      expect(await ticketOf(reference)).toMatchObject({
        chargeableMinutes: 65,
        startFeeWaivedReason: "Onze eigen storing",
      });
    });

    it("is done once, for good, with a reason", async () => {
      const { reference } = await given();
      expect(codeOf(await waive(reference, " "))).toBe("reason-needed");
      expect(codeOf(await waive("K26-99999"))).toBe("not-found");
      const both = await Promise.all([waive(reference), waive(reference)]);
      expect(both.map(codeOf).toSorted()).toEqual(["ok", "start-fee-waived"]);
    });

    it("of an invoiced month gives the fee back on the next invoice (M2)", async () => {
      const { organisation, reference } = await given();
      const administrator = await makeStaff(server.services, "administrator");
      const place = { organisationId: organisation.id, month: monthOf(`${year}-06`) };
      await issueMonthOf(server.services, administrator, { ...place, at: `${year}-07-02T09:00Z` });
      await waive(reference);
      const month = monthOf(`${year}-07`);
      const number = await issueMonthOf(server.services, administrator, {
        ...place,
        month,
        at: `${year}-08-02T09:00Z`,
      });
      expect((await readInvoice(server.services, number)).lines).toMatchObject([
        { kind: "start-fee", minutesTotal: 0, minutesBefore: 15, amountCents: -2500n },
      ]);
    });
  });
});
