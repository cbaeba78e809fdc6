import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { AuthorisationId, PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { act, codeOf, consultant } from "../../test/support/act.ts";
import { makeStaff } from "../../test/support/make-organisation.ts";
import { approveAt, signAddendumAt } from "../../test/support/make-on-site.ts";
import { issueMonthOf, makeProvider, readInvoice } from "../../test/support/make-work.ts";
import { type Quoted, quotedWork, type QuotedWork } from "../../test/support/quoted-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { deliverQuote } from "../authorisations/deliver-quote.ts";
import { correctPrice } from "../charges/correct-price.ts";
import { rateInputOf } from "../charges/rate-input.ts";
import { inTransaction } from "../db/transaction.ts";
import { waiveStartFee } from "../tickets/waive-start-fee.ts";
import { logExpense } from "../time/log-expense.ts";
import { logVisit } from "../time/log-visit.ts";
import { voidVisit } from "../time/void-visit.ts";

describe("an invoice with lines of every kind", () => {
  let server: TestServer;
  let here: QuotedWork;
  let administrator: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    here = quotedWork(server.services);
    administrator = await makeStaff(server.services, "administrator");
    await makeProvider(server.services);
  });
  afterAll(async () => server.close());

  const at = () => here.june("30T12:00");
  const june = () => monthOf(`${here.year}-06`);
  const deliver = async ({ reference, staff }: Quoted, id: AuthorisationId) =>
    act(
      server.services,
      consultant(staff),
      async (work) => deliverQuote(work, { reference, id, deliveredOn: here.day(12) }),
      at(),
    );
  const visit = async ({ reference, staff }: Quoted) => {
    const times = { start: here.june("05T09:00"), end: here.june("05T10:15") };
    return act(
      server.services,
      consultant(staff),
      async (work) => logVisit(work, { reference, ...times, kilometres: 37, description: "" }),
      at(),
    );
  };
  const spend = async ({ reference, staff }: Quoted, amountCents: bigint, vat: "standard" | "reduced") => {
    const expense = { reference, on: here.day(5), amountCents, vat, description: "Parkeren" };
    return act(server.services, consultant(staff), async (work) => logExpense(work, expense), at());
  };
  const correct = async ({ reference, staff }: Quoted, amountCents: bigint) => {
    const asked = { reference, month: june(), vat: "standard", amountCents, reason: "Te lang gezocht" } as const;
    return act(server.services, consultant(staff), async (work) => correctPrice(work, asked), at());
  };
  const issue = async ({ organisation }: Quoted, month: number) =>
    issueMonthOf(server.services, administrator, {
      organisationId: organisation.id,
      month: monthOf(`${here.year}-0${month}`),
      at: `${here.year}-0${month + 1}-02T09:00Z`,
    });
  const linesOf = async (number: string) => {
    const { invoice, lines } = await readInvoice(server.services, number);
    const inShort = lines.map(
      ({ kind, minutesTotal: minutes, amountCents: cents, vatCategory: vat, vatPercent: percent }) =>
        `${kind} ${minutes} ${cents} ${vat} ${percent}`,
    );
    return { invoice, inShort };
  };

  /** Ordinary work, a quote by the hour, one price delivered, a visit, costs at two rates, a correction. */
  async function everything(): Promise<Quoted & { readonly visitId: string }> {
    const to = await here.given();
    await signAddendumAt(server.services, to.organisation, { at: here.june("02T08:00") });
    const asked = { reference: to.reference, at: here.june("02T09:00"), minutes: 500, validUntil: here.day(30) };
    const byTheHour = await approveAt(server.services, to, asked);
    const onePrice = await here.approveOnePrice(to, here.june("02T10:00"));
    const hour = (day: string, rest: object) =>
      here.log(to, { start: here.june(`${day}T13:00`), end: here.june(`${day}T14:10`), ...rest });
    const visited = await visit(to);
    const made = [
      await hour("03", { authorisationId: null }),
      await hour("04", { authorisationId: byTheHour }),
      await hour("05", { authorisationId: onePrice }),
      visited,
      await spend(to, 450n, "standard"),
      await spend(to, 1995n, "reduced"),
      await deliver(to, onePrice),
      await correct(to, 5000n),
    ];
    expect(made.map(codeOf)).toEqual(made.map(() => "ok"));
    return { ...to, visitId: visited.ok ? visited.value.id : "" };
  }

  it("adds up, each line and each VAT rate rounded once (CE4, CE5)", async () => {
    const to = await everything();
    const { invoice, inShort } = await linesOf(await issue(to, 6));
    expect(inShort).toEqual([
      // 15 minutes at 100.00 an hour.
      "start-fee 15 2500 standard 21",
      // 70 minutes at 100.00: 116.666..., twice, on lines of their own.
      "work 70 11667 standard 21",
      "work 70 11667 standard 21",
      "quote 0 95000 standard 21",
      // 75 minutes at 110.00: 137.50. 37 kilometres at 0.42: 15.54.
      "visit 75 13750 standard 21",
      "travel 0 1554 standard 21",
      "cost 0 450 standard 21",
      "cost 0 1995 reduced 9",
      "correction 0 -5000 standard 21",
    ]);
    // 25.00 + 116.67 + 116.67 + 950.00 + 137.50 + 15.54 + 4.50 - 50.00 = 1315.88; x 21 % = 276.3348; 19.95 x 9 % =
    // 1.7955.
    expect(invoice).toMatchObject({ subtotalCents: 133_583n, vatCents: 27_633n + 180n, totalCents: 161_396n });
  });

  it("takes back what was voided, and its travel, on the next one (M2)", async () => {
    const to = await everything();
    await issue(to, 6);
    const { reference, visitId, staff } = to;
    const voided = await act(
      server.services,
      consultant(staff),
      async (work) => voidVisit(work, { reference, id: visitId, reason: "verkeerde dag" }),
      here.june("30T13:00"),
    );
    expect(codeOf(voided)).toBe("ok");
    const { invoice, inShort } = await linesOf(await issue(to, 7));
    expect(inShort).toEqual(["visit 0 -13750 standard 21", "travel 0 -1554 standard 21"]);
    // -153.04, and 21 % of it: -32.1384.
    expect(invoice).toMatchObject({ kind: "credit-note", totalCents: -15_304n - 3214n });
  });

  it("is not for kwartier rate, whose format knows only time; the export says which ticket (CE7)", async () => {
    const exported = async ({ organisation }: Quoted) =>
      inTransaction(server.services.databases, { kind: "system" }, async (tx) =>
        rateInputOf(tx, organisation.id, june()),
      );
    const plain = await here.given();
    await here.log(plain, {});
    await approveAt(server.services, plain, { reference: plain.reference, at: here.june("04T09:00") });
    await here.log(plain, { start: here.june("04T10:00"), end: here.june("04T11:00") });
    expect(codeOf(await exported(plain))).toBe("ok");
    const besides: readonly ((to: Quoted) => Promise<unknown>)[] = [
      async (to) => {
        await signAddendumAt(server.services, to.organisation, { at: here.june("02T08:00") });
        return visit(to);
      },
      async (to) => {
        await signAddendumAt(server.services, to.organisation, { at: here.june("02T08:00") });
        return spend(to, 450n, "standard");
      },
      async (to) => {
        await here.approveOnePrice(to);
        return here.log(to, { start: here.june("04T10:00"), end: here.june("04T11:00") });
      },
      async (to) => deliver(to, await here.approveOnePrice(to)),
      async (to) => correct(to, 100n),
      async ({ reference, staff }) =>
        act(server.services, consultant(staff), async (work) => waiveStartFee(work, { reference, reason: "coulance" })),
    ];
    for (const make of besides) {
      const to = await here.given();
      await here.log(to, {});
      await make(to);
      expect(await exported(to), String(make)).toEqual({
        ok: false,
        refusal: { code: "not-in-rate-format", reference: to.reference },
      });
    }
  });
});
