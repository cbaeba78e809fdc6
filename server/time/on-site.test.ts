import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Staff } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { act, codeOf, consultant, seated } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { signAddendumAt } from "../../test/support/make-on-site.ts";
import { createTicketAt, logWork } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { monthToDate } from "../charges/organisation-charges.ts";
import { inTransaction } from "../db/transaction.ts";
import { findTicket } from "../tickets/read-ticket.ts";
import { listExpenses } from "./read-expenses.ts";
import { listVisits } from "./read-visits.ts";
import { logExpense, type NewExpense } from "./log-expense.ts";
import { logTimeEntry } from "./log-time-entry.ts";
import { logVisit, type NewVisit } from "./log-visit.ts";
import { voidExpense } from "./void-expense.ts";
import { voidVisit } from "./void-visit.ts";
import { weekLoad } from "./week-load.ts";

describe("work on site (A3)", () => {
  let server: TestServer;
  let year: number;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    ({ year } = server.services.now().toZonedDateTimeISO("Europe/Amsterdam"));
  });
  afterAll(async () => server.close());

  /** A moment of June, when Amsterdam is two hours ahead. */
  const june = (time: string) => Temporal.Instant.from(`${year}-06-${time}+02:00`);
  const day = (number: number) => Temporal.PlainDate.from({ year, month: 6, day: number });

  async function given(): Promise<{ organisation: TestOrganisation; reference: string; sanne: PersonId }> {
    const organisation = await makeOrganisation(server.services);
    await signAddendumAt(server.services, organisation, { at: june("02T09:00") });
    const { reference } = await createTicketAt(server.services, organisation, { at: `${year}-06-01T10:00+02:00` });
    return { organisation, reference, sanne: await makeStaff(server.services) };
  }
  const visit = async (staff: PersonId, asked: Partial<NewVisit> & { reference: string }, at = june("30T12:00")) =>
    act(
      server.services,
      consultant(staff),
      async (work) =>
        logVisit(work, {
          start: june("03T09:00"),
          end: june("03T09:40"),
          kilometres: 84,
          description: "Werkplekken nagelopen",
          ...asked,
        }),
      at,
    );
  const spend = async (staff: PersonId, asked: Partial<NewExpense> & { reference: string }) =>
    act(
      server.services,
      consultant(staff),
      async (work) =>
        logExpense(work, { on: day(3), amountCents: 450n, vat: "standard", description: "Parkeren", ...asked }),
      june("30T12:00"),
    );
  const inShort = async (organisation: TestOrganisation) =>
    inTransaction(server.services.databases, seated(organisation), async (tx) => {
      const { charges } = await monthToDate(tx, organisation.id, monthOf(`${year}-06`));
      return charges.map(({ kind, minutes, amountCents, vat }) => `${kind} ${minutes} ${amountCents} ${vat.percent}%`);
    });
  const ticketOf = async (reference: string) =>
    inTransaction(server.services.databases, { kind: "system" }, async (tx) => {
      const ticket = await findTicket(tx, reference);
      if (ticket === undefined) throw new Error(reference);
      return { ticket, visits: await listVisits(tx, ticket), expenses: await listExpenses(tx, ticket) };
    });

  it("is charged by the addendum: visits of at least an hour, kilometres, and costs at their own VAT", async () => {
    const { organisation, reference, sanne } = await given();
    expect(codeOf(await visit(sanne, { reference }))).toBe("ok");
    expect(
      codeOf(await visit(sanne, { reference, start: june("04T13:00"), end: june("04T14:30"), kilometres: 20 })),
    ).toBe("ok");
    expect(codeOf(await spend(sanne, { reference }))).toBe("ok");
    expect(codeOf(await spend(sanne, { reference, amountCents: 1995n, vat: "reduced", description: "Handboek" }))).toBe(
      "ok",
    );
    // 40 minutes count as 60, and 90: 150 x 110.00 / 60 = 275.00. 104 km x 0.42 = 43.68.
    expect(await inShort(organisation)).toEqual([
      "start-fee 15 2500 21%",
      "visit 150 27500 21%",
      "travel 0 4368 21%",
      "cost 0 450 21%",
      "cost 0 1995 9%",
    ]);
  });

  it("stays outside the ceiling: the addendum is the customer's consent (T2)", async () => {
    const { reference, sanne } = await given();
    expect(codeOf(await visit(sanne, { reference, end: june("03T17:00") }))).toBe("ok");
    expect((await ticketOf(reference)).ticket).toMatchObject({ chargeableMinutes: 15, authorisedMinutes: 135 });
  });

  it("needs an addendum that was signed by the day itself", async () => {
    const { reference, sanne } = await given();
    const before = { start: june("01T14:00"), end: june("01T15:00") };
    expect(await visit(sanne, { reference, ...before })).toEqual({
      ok: false,
      refusal: { code: "no-addendum", on: `${year}-06-01` },
    });
    expect(await spend(sanne, { reference, on: day(1) })).toEqual({
      ok: false,
      refusal: { code: "no-addendum", on: `${year}-06-01` },
    });
    const without = await makeOrganisation(server.services);
    const { reference: other } = await createTicketAt(server.services, without, { at: `${year}-06-01T10:00+02:00` });
    expect(codeOf(await visit(sanne, { reference: other }))).toBe("no-addendum");
    expect(codeOf(await spend(sanne, { reference: other }))).toBe("no-addendum");
  });

  it("refuses a visit that cannot be, each by its name", async () => {
    const { reference, sanne } = await given();
    const codes = async (asked: Partial<NewVisit>, at?: Temporal.Instant) =>
      codeOf(await visit(sanne, { reference, ...asked }, at));
    expect(await codes({ end: june("03T09:00") })).toBe("entry-ends-before-start");
    expect(await codes({ end: june("03T08:00") })).toBe("entry-ends-before-start");
    expect(await codes({ end: june("04T09:01") })).toBe("entry-too-long");
    expect(await codes({}, june("03T09:39"))).toBe("entry-in-future");
    expect(await codes({ start: june("01T09:00"), end: june("01T10:30") })).toBe("entry-before-ticket");
    expect(await codes({ kilometres: 2001 })).toBe("invalid-input");
    expect(codeOf(await visit(sanne, { reference: "K26-99999" }))).toBe("not-found");
  });

  it("refuses a cost that cannot be", async () => {
    const { reference, sanne } = await given();
    expect(codeOf(await spend(sanne, { reference, on: day(3).add({ months: 1 }) }))).toBe("entry-in-future");
    expect(await spend(sanne, { reference, amountCents: 0n, description: " " })).toEqual({
      ok: false,
      refusal: { code: "invalid-input", fields: { amount: "out-of-range", description: "required" } },
    });
    expect(codeOf(await spend(sanne, { reference: "K26-99999" }))).toBe("not-found");
  });

  it("puts a consultant in one place: at a desk or on site, also when both are written down at once", async () => {
    const { reference, sanne } = await given();
    await logWork(server.services, sanne, {
      reference,
      step: "research",
      start: `${year}-06-03T09:30+02:00`,
      end: `${year}-06-03T10:00+02:00`,
    });
    expect(await visit(sanne, { reference })).toEqual({
      ok: false,
      refusal: {
        code: "entry-overlaps",
        reference,
        start: june("03T09:30").toString(),
        end: june("03T10:00").toString(),
      },
    });
    const afternoon = { start: june("03T13:00"), end: june("03T14:00") };
    const entry = { step: "research", isChargeable: true, reason: null, description: "", ...afternoon } as const;
    const { reference: other } = await given();
    const results = await Promise.all([
      visit(sanne, { reference, ...afternoon }),
      visit(sanne, { reference: other, ...afternoon }),
      act(
        server.services,
        consultant(sanne),
        async (work) => logTimeEntry(work, { reference, ...entry }),
        june("30T12:00"),
      ),
    ]);
    expect(results.map(codeOf).toSorted()).toEqual(["entry-overlaps", "entry-overlaps", "ok"]);
  });

  it("takes back a mistake, by its maker or an administrator, once and with a reason, and frees the time", async () => {
    const { organisation, reference, sanne } = await given();
    const joris = await makeStaff(server.services);
    const made = [await visit(sanne, { reference }), await spend(sanne, { reference })];
    const [visitId = "", expenseId = ""] = made.map((one) => (one.ok ? one.value.id : ""));
    const back = async (action: typeof voidVisit, id: string, reason: string, actor: Staff = consultant(sanne)) =>
      codeOf(await act(server.services, actor, async (work) => action(work, { reference, id, reason })));
    for (const [action, id] of [
      [voidVisit, visitId],
      [voidExpense, expenseId],
    ] as const) {
      expect(await back(action, id, "niet van mij", consultant(joris))).toBe("not-allowed");
      expect(await back(action, id, "  ")).toBe("reason-needed");
      expect(await back(action, "00000000-0000-7000-8000-000000000000", "bestaat niet")).toBe("not-found");
    }
    expect(await back(voidVisit, visitId, "verkeerde dag", { kind: "administrator", personId: joris })).toBe("ok");
    expect(await back(voidExpense, expenseId, "eigen auto")).toBe("ok");
    expect(await back(voidVisit, visitId, "nog eens")).toBe("changed-meanwhile");
    expect(await back(voidExpense, expenseId, "nog eens")).toBe("changed-meanwhile");
    expect(await inShort(organisation)).toEqual(["start-fee 15 2500 21%"]);
    expect(codeOf(await visit(sanne, { reference }))).toBe("ok");
    const { visits, expenses } = await ticketOf(reference);
    expect(visits.map((one) => one.voidedAt === null)).toEqual([true, false]);
    expect(expenses.map((one) => one.voidedAt === null)).toEqual([false]);
  });

  it("counts on site as the week's work (B2)", async () => {
    const { reference, sanne } = await given();
    await visit(sanne, { reference, end: june("03T11:00") });
    const load = await inTransaction(server.services.databases, { kind: "system" }, async (tx) =>
      weekLoad(tx, june("04T12:00")),
    );
    expect(load.find(({ id }) => id === sanne)).toMatchObject({ loggedMinutes: 120 });
  });
});
