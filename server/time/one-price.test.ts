import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { AuthorisationId } from "../../core/values/ids.ts";
import { act, codeOf, consultant } from "../../test/support/act.ts";
import { makeStaff } from "../../test/support/make-organisation.ts";
import { approveAt } from "../../test/support/make-on-site.ts";
import { type Quoted, quotedWork, type QuotedWork } from "../../test/support/quoted-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { deliverQuote } from "../authorisations/deliver-quote.ts";
import { requestAuthorisation } from "../authorisations/request-authorisation.ts";
import { withdrawAuthorisation } from "../authorisations/withdraw-authorisation.ts";
import { voidTimeEntry } from "./void-time-entry.ts";

describe("work at one price (T3)", () => {
  let server: TestServer;
  let here: QuotedWork;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    here = quotedWork(server.services);
  });
  afterAll(async () => server.close());

  const deliver = async (
    { reference, staff }: Quoted,
    id: AuthorisationId,
    deliveredOn = here.day(10),
    at = here.june("30T12:00"),
  ) => act(server.services, consultant(staff), async (work) => deliverQuote(work, { reference, id, deliveredOn }), at);
  const withdraw = async ({ reference, staff }: Quoted, id: AuthorisationId) =>
    act(
      server.services,
      consultant(staff),
      async (work) => withdrawAuthorisation(work, { reference, id }),
      here.june("12T12:00"),
    );

  it("is asked with a last day, and adds no minutes when it is approved (T2)", async () => {
    const to = await here.given();
    const ask = async (fixedPriceCents: bigint, validUntil: Temporal.PlainDate | null) =>
      act(
        server.services,
        consultant(to.staff),
        async (work) =>
          requestAuthorisation(work, {
            reference: to.reference,
            minutes: 60,
            windows: [],
            explanation: "Overzetten",
            validUntil,
            fixedPriceCents,
          }),
        here.june("02T08:00"),
      );
    expect(await ask(95_000n, null)).toMatchObject({ refusal: { fields: { validUntil: "required" } } });
    expect(await ask(0n, here.day(30))).toMatchObject({ refusal: { fields: { fixedPrice: "out-of-range" } } });
    await here.approveOnePrice(to);
    expect((await here.standing(to)).ticket).toMatchObject({ authorisedMinutes: 135, outsideHoursAgreedAt: null });
  });

  it("takes any time outside the ceiling, and costs nothing before it is delivered", async () => {
    const to = await here.given();
    const id = await here.approveOnePrice(to);
    expect(codeOf(await here.log(to, { start: here.june("03T08:00"), end: here.june("03T18:00") }))).toBe("ok");
    const { ticket, entries } = await here.standing(to);
    expect(entries).toMatchObject([{ authorisationId: id, isChargeable: true }]);
    expect(ticket).toMatchObject({ chargeableMinutes: 15, quotedMinutes: 600, resolutionMinutes: 0 });
    expect(await here.charges(to)).toEqual(["start-fee 15 2500"]);
  });

  it("is one line in the month of its delivery, after which no more work goes under it", async () => {
    const to = await here.given();
    const id = await here.approveOnePrice(to);
    await here.log(to, { start: here.june("03T09:00"), end: here.june("03T12:00") });
    expect(codeOf(await deliver(to, id))).toBe("ok");
    expect(await here.charges(to)).toEqual(["start-fee 15 2500", "quote 0 95000"]);
    expect(
      codeOf(await here.log(to, { start: here.june("04T09:00"), end: here.june("04T10:00"), authorisationId: id })),
    ).toBe("authorisation-not-in-force");
    // Work without a chosen authorisation is ordinary work again.
    expect(codeOf(await here.log(to, { start: here.june("04T09:00"), end: here.june("04T10:00") }))).toBe("ok");
    expect(await here.charges(to)).toEqual(["start-fee 15 2500", "work 60 10000", "quote 0 95000"]);
  });

  it("is delivered once, when approved, on a day that has come, within a contract", async () => {
    const to = await here.given();
    const id = await here.approveOnePrice(to);
    expect(await deliver(to, id, here.day(30), here.june("12T12:00"))).toEqual({
      ok: false,
      refusal: { code: "invalid-input", fields: { deliveredOn: "in-future" } },
    });
    expect(await deliver(to, id, here.day(1))).toEqual({
      ok: false,
      refusal: { code: "invalid-input", fields: { deliveredOn: "too-early" } },
    });
    const nextYear = Temporal.PlainDate.from({ year: here.year + 1, month: 1, day: 5 });
    const later = nextYear.toZonedDateTime("Europe/Amsterdam").add({ hours: 12 }).toInstant();
    expect(await deliver(to, id, nextYear, later)).toEqual({
      ok: false,
      refusal: { code: "no-contract", on: nextYear.toString() },
    });
    expect(codeOf(await deliver(await here.given(), id))).toBe("not-found");
    expect(codeOf(await deliver(to, id))).toBe("ok");
    expect(codeOf(await deliver(to, id))).toBe("transition-refused");
    expect(codeOf(await withdraw(to, id))).toBe("transition-refused");
    const byTheHour = await here.given();
    const order = await approveAt(server.services, byTheHour, {
      reference: byTheHour.reference,
      at: here.june("02T09:00"),
    });
    expect(codeOf(await deliver(byTheHour, order))).toBe("transition-refused");
  });

  it("costs nothing when it is withdrawn before that, whatever was done", async () => {
    const to = await here.given();
    const id = await here.approveOnePrice(to);
    await here.log(to, {});
    expect(codeOf(await withdraw(to, id))).toBe("ok");
    expect(codeOf(await deliver(to, id))).toBe("transition-refused");
    expect(await here.charges(to)).toEqual(["start-fee 15 2500"]);
    expect((await here.standing(to)).ticket).toMatchObject({ quotedMinutes: 60, chargeableMinutes: 15 });
  });

  it("gives its minutes back when an entry is voided", async () => {
    const to = await here.given();
    await here.approveOnePrice(to);
    const logged = await here.log(to, {});
    const id = logged.ok ? logged.value.id : "";
    const voided = await act(server.services, consultant(to.staff), async (work) =>
      voidTimeEntry(work, { reference: to.reference, id, reason: "verkeerd ticket" }),
    );
    expect(codeOf(voided)).toBe("ok");
    expect((await here.standing(to)).ticket).toMatchObject({ quotedMinutes: 0, chargeableMinutes: 15 });
  });

  it("lets everything in beside ordinary work that stops at the ceiling, however many write at once (T2)", async () => {
    const to = await here.given();
    const id = await here.approveOnePrice(to);
    const colleagues = await Promise.all(Array.from({ length: 6 }, async () => makeStaff(server.services)));
    const results = await Promise.all(
      colleagues.flatMap((staff) => [
        here.log({ ...to, staff }, { authorisationId: null, start: here.june("05T09:00"), end: here.june("05T09:40") }),
        here.log({ ...to, staff }, { authorisationId: id, start: here.june("05T10:00"), end: here.june("05T12:00") }),
      ]),
    );
    // 135 - 15 of the start fee leaves room for three of 40 minutes; six of two hours are outside it.
    expect(results.map(codeOf).filter((code) => code === "ok")).toHaveLength(3 + 6);
    expect(results.map(codeOf).filter((code) => code === "beyond-ceiling")).toHaveLength(3);
    expect((await here.standing(to)).ticket).toMatchObject({ chargeableMinutes: 135, quotedMinutes: 720 });
  });

  it("is either delivered first or worked under first, when both come at once", async () => {
    const to = await here.given();
    const id = await here.approveOnePrice(to);
    const [logged, delivered] = await Promise.all([here.log(to, { authorisationId: id }), deliver(to, id)]);
    expect(codeOf(delivered)).toBe("ok");
    expect(["ok", "authorisation-not-in-force"]).toContain(codeOf(logged));
    expect((await here.standing(to)).ticket.quotedMinutes).toBe(logged.ok ? 60 : 0);
  });
});
