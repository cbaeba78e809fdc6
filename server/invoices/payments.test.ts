import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Staff } from "../../core/access/actor.ts";
import { monthOf } from "../../core/values/month.ts";
import { act, codeOf } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { issueMonthOf, makeProvider, makeSeptemberWork } from "../../test/support/make-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../test/support/start-test-server.ts";
import { verifyChain } from "../verify/verify-chain.ts";
import { creditInvoice } from "./credit-invoice.ts";
import { keepSending } from "./keep-sending.ts";
import { findInvoice } from "./read-invoices.ts";
import { recordPayment } from "./record-payment.ts";

/** Invoices of September, issued on 1 October 2026 and due on the 15th. */
describe("paying invoices (M3)", () => {
  let server: TestServer;
  let administrator: Staff;
  let marieke: TestBrowser;
  let sanne: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    administrator = { kind: "administrator", personId: await makeStaff(server.services, "administrator") };
    marieke = await server.browser(administrator.personId);
    sanne = await server.browser(await makeStaff(server.services));
    await makeProvider(server.services);
  });
  afterAll(async () => server.close());

  async function makeInvoice() {
    const organisation = await makeSeptemberWork(server.services);
    const place = { organisationId: organisation.id, month: monthOf("2026-09"), at: "2026-10-01T08:00Z" };
    const number = await issueMonthOf(server.services, administrator.personId, place);
    const { summary } = await found(number);
    return { organisation, number, total: summary.totalCents, id: summary.id };
  }
  const found = async (number: string) =>
    asSystem(server.services, server.services.now(), async ({ tx }) => {
      const invoice = await findInvoice(tx, number);
      if (invoice === null) throw new Error(number);
      return invoice;
    });
  const pay = async (number: string, amountCents: bigint, { on = "2026-10-10", actor = administrator } = {}) => {
    const payment = { number, paidOn: Temporal.PlainDate.from(on), amountCents };
    const at = Temporal.Instant.from("2026-10-12T08:00Z");
    return codeOf(await act(server.services, actor, async (work) => recordPayment(work, payment), at));
  };
  const creditAll = async (number: string, positions: readonly number[] | null = null) => {
    const asked = { number, positions, mode: "forgive" as const, reason: "Onze fout", seenFingerprint: null };
    const at = Temporal.Instant.from("2026-10-10T08:00Z");
    const made = await act(server.services, administrator, async (work) => creditInvoice(work, asked), at);
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value.number;
  };
  const text = async (answer: Promise<Response>) => (await answer).text();

  it("adds up to the total in parts, and takes no cent more, also of two at once", async () => {
    const { number, total, organisation } = await makeInvoice();
    expect(await pay(number, 100n)).toBe("ok");
    expect((await Promise.all([pay(number, total - 100n), pay(number, total - 100n)])).toSorted()).toEqual([
      "ok",
      "transition-refused",
    ]);
    expect((await found(number)).summary.paidCents).toBe(total);
    await asSystem(server.services, server.services.now(), async ({ tx }) => {
      expect((await verifyChain(tx, organisation.id)).broken).toBeNull();
    });
  });

  it("is an administrator's to record, of a day from the invoice's own to today, and of no more than is open", async () => {
    const { number, total } = await makeInvoice();
    expect(await pay(number, 100n, { actor: { ...administrator, kind: "consultant" } })).toBe("not-allowed");
    expect(await pay(number, 100n, { on: "2026-09-30" })).toBe("invalid-input");
    expect(await pay(number, 100n, { on: "2026-10-13" })).toBe("invalid-input");
    expect([await pay(number, 0n), await pay(number, -1n)]).toEqual(["invalid-input", "invalid-input"]);
    expect(await pay(number, total + 1n)).toBe("beyond-invoice");
    expect(await pay("2026-9999", 100n)).toBe("not-found");
  });

  it("gives back of a credit note what was paid, not what only fell away from what was open (M3, CE7)", async () => {
    const { number, total } = await makeInvoice();
    expect(await pay(number, 500n)).toBe("ok");
    const credit = await creditAll(number);
    const page = await text(marieke.get(`/desk/invoices/${credit}`));
    for (const words of ["Nog terug te betalen", "Terugbetaling vastleggen", 'value="-5,00"'])
      expect(page).toContain(words);
    expect(await pay(credit, -501n)).toBe("beyond-invoice");
    expect(await pay(credit, -500n)).toBe("ok");
    expect(await pay(credit, -1n)).toBe("transition-refused");
    expect(await text(marieke.get(`/desk/invoices/${credit}`))).not.toContain("Nog terug te betalen");
    expect((await found(credit)).summary).toMatchObject({ totalCents: -total, paidCents: -500n });
  });

  it("gives back nothing of the credit of an invoice that nobody paid, and all of one that was paid (M3, CE7)", async () => {
    const { number: unpaid } = await makeInvoice();
    const nothing = await creditAll(unpaid);
    expect(await text(marieke.get(`/desk/invoices/${nothing}`))).not.toContain("Terugbetaling vastleggen");
    expect(await pay(nothing, -1n)).toBe("transition-refused");
    const { number: paid, total } = await makeInvoice();
    expect(await pay(paid, total)).toBe("ok");
    const first = await creditAll(paid, [1]);
    const second = await creditAll(paid);
    const owed = [(await found(first)).summary.totalCents, (await found(second)).summary.totalCents];
    expect((owed[0] ?? 0n) + (owed[1] ?? 0n)).toBe(-total);
    for (const [index, credit] of [first, second].entries()) expect(await pay(credit, owed[index] ?? 0n)).toBe("ok");
  });

  it("keeps that the mail server took an invoice's mail, the first time", async () => {
    const { number, organisation, id } = await makeInvoice();
    const sendings = async () =>
      asSystem(server.services, server.services.now(), async ({ tx }) => {
        const rows = await tx.selectFrom("invoice_sendings").select("sentAt").where("invoiceId", "=", id).execute();
        return rows.map((row) => row.sentAt.toString());
      });
    await expect.poll(sendings, { timeout: 15_000 }).toHaveLength(1);
    const first = await sendings();
    await asSystem(server.services, server.services.now(), async (work) =>
      keepSending(work, { organisationId: organisation.id, invoiceId: id }),
    );
    expect(await sendings()).toEqual(first);
    expect((await found(number)).summary.isSent).toBe(true);
  });

  it("shows how each invoice stands, to the provider and the customer, and what was paid", async () => {
    const { number, total, organisation } = await makeInvoice();
    const anna = await server.browser(organisation.first);
    for (const page of [await text(anna.get("/portal/invoices")), await text(sanne.get(`/desk/invoices/${number}`))])
      expect(page).toMatch(/Opgemaakt|Verstuurd|Over de termijn/);
    const path = `/desk/invoices/${number}/payments`;
    const typed = { paidOn: "2026-10-10", amount: "1,00" };
    expect((await marieke.post(path, { ...typed, idempotencyKey: randomUUID() })).status).toBe(303);
    const seen = await text(anna.get(`/portal/invoices/${number}`));
    for (const words of ["Nog te betalen", "Betalingen", "10 okt 2026", "€\u00a01,00"]) expect(seen).toContain(words);
    const rest = {
      paidOn: "2026-10-11",
      amount: `${(total - 100n) / 100n},${String((total - 100n) % 100n).padStart(2, "0")}`,
    };
    expect((await marieke.post(path, rest)).status).toBe(303);
    expect(await text(anna.get("/portal/invoices"))).toContain("Betaald");
    const api = (await (await anna.get(`/api/invoices/${number}`)).json()) as object;
    expect(api).toMatchObject({ state: "paid" });
  });

  it("shows the form again with what was typed", async () => {
    const { number } = await makeInvoice();
    const path = `/desk/invoices/${number}/payments`;
    for (const [amount, status] of [
      ["veel", 422],
      ["99999,00", 409],
    ] as const) {
      const answer = await marieke.post(path, { paidOn: "2026-10-10", amount });
      expect(answer.status).toBe(status);
      expect(await answer.text()).toContain(`value="${amount}"`);
    }
  });

  it("is for administrators, on an invoice that there is", async () => {
    const { number, organisation } = await makeInvoice();
    const path = `/desk/invoices/${number}/payments`;
    const typed = { paidOn: "2026-10-10", amount: "1,00" };
    expect(await text(sanne.get(`/desk/invoices/${number}`))).not.toContain(path);
    expect((await sanne.post(path, typed)).status).toBe(403);
    expect((await (await server.browser(organisation.first)).post(path, typed)).status).toBe(403);
    const stranger = await server.browser((await makeOrganisation(server.services)).first);
    expect((await stranger.get(`/portal/invoices/${number}`)).status).toBe(404);
    expect((await marieke.post("/desk/invoices/2026-9999/payments", typed)).status).toBe(404);
    const init = { method: "POST", redirect: "manual", headers: { origin: new URL(server.url).origin } } as const;
    expect((await fetch(new URL(path, server.url), init)).headers.get("location")).toMatch(/^\/sign-in/);
  });
});
