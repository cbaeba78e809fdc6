import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { defaultTerms, standardWindows } from "../../core/contracts/terms.ts";
import type { AuthorisationId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { act, codeOf, consultant, seated } from "../../test/support/act.ts";
import { asSystem } from "../../test/support/make-organisation.ts";
import { approveAt } from "../../test/support/make-on-site.ts";
import { quotedWork, type QuotedWork } from "../../test/support/quoted-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { monthToDate } from "../charges/organisation-charges.ts";
import { signContract } from "../contracts/sign-contract.ts";
import { publishTerms } from "../contracts/publish-terms.ts";
import { inTransaction } from "../db/transaction.ts";
import { logSplitEntry } from "./log-split-entry.ts";
import { logTimeEntry, type NewTimeEntry } from "./log-time-entry.ts";
import { startTimer } from "./start-timer.ts";
import { stopTimer } from "./stop-timer.ts";
import { findTicket } from "../tickets/read-ticket.ts";
import { chooseAuthorisation } from "./choose-authorisation.ts";

describe("what an entry is done under (T3)", () => {
  let server: TestServer;
  let here: QuotedWork;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    here = quotedWork(server.services);
  });
  afterAll(async () => server.close());

  it("is what was chosen, else the newest approved, and nothing where ordinary work was chosen or it is not charged", async () => {
    const to = await here.given();
    const older = await approveAt(server.services, to, {
      reference: to.reference,
      at: here.june("02T09:00"),
      minutes: 300,
    });
    const newest = await here.approveOnePrice(to, here.june("02T11:00"));
    const named = async (hour: number, rest: Partial<NewTimeEntry>) => {
      const start = here.june("03T00:00").add({ hours: hour });
      await here.log(to, { start, end: start.add({ minutes: 30 }), ...rest });
      const { entries } = await here.standing(to);
      return entries.find((entry) => entry.start.equals(start))?.authorisationId;
    };
    expect(await named(9, {})).toBe(newest);
    expect(await named(10, { authorisationId: older })).toBe(older);
    expect(await named(11, { authorisationId: null })).toBeNull();
    expect(await named(12, { isChargeable: false, reason: "uit coulance" })).toBeNull();
  });

  it("is none that is another ticket's, or not approved", async () => {
    const [to, other] = [await here.given(), await here.given()];
    const foreign = await here.approveOnePrice(other);
    const { reference, staff } = to;
    const { services } = server;
    const at = here.june("30T12:00");
    const hour = { start: here.june("03T09:00"), end: here.june("03T10:00"), isChargeable: true, reason: null };
    const entry = { reference, step: "research", description: "", authorisationId: foreign, ...hour } as const;
    const logged = await act(services, consultant(staff), async (work) => logTimeEntry(work, entry), at);
    expect(codeOf(logged)).toBe("authorisation-not-in-force");
    const chosen = await asSystem(services, at, async ({ tx }) => {
      const ticket = await findTicket(tx, reference);
      if (ticket === undefined) throw new Error(reference);
      return chooseAuthorisation(tx, ticket, foreign);
    });
    expect(codeOf(chosen)).toBe("authorisation-not-in-force");
  });

  it("is what the timer was started under; it stays whole beyond the ceiling at one price", async () => {
    const to = await here.given();
    const id = await here.approveOnePrice(to);
    await approveAt(server.services, to, { reference: to.reference, at: here.june("02T11:00") });
    const { reference, staff } = to;
    const start = async (authorisationId: AuthorisationId, at: Temporal.Instant) =>
      act(
        server.services,
        consultant(staff),
        async (work) => startTimer(work, { reference, step: "resolution", authorisationId }),
        at,
      );
    const foreign = await here.approveOnePrice(await here.given());
    expect(codeOf(await start(foreign, here.june("03T09:00")))).toBe("authorisation-not-in-force");
    expect(codeOf(await start(id, here.june("03T09:00")))).toBe("ok");
    const stopped = await act(
      server.services,
      consultant(staff),
      async (work) => stopTimer(work, { description: "" }),
      here.june("03T12:30"),
    );
    expect(stopped).toEqual({
      ok: true,
      value: { reference, chargeableMinutes: 210, notChargedMinutes: 0, nothing: null },
    });
    expect((await here.standing(to)).entries).toMatchObject([{ authorisationId: id, minutes: 210 }]);
    expect((await here.standing(to)).ticket).toMatchObject({ quotedMinutes: 210, chargeableMinutes: 15 });
  });

  it("is, for work that crosses the ceiling, that of its charged part alone", async () => {
    const to = await here.given();
    const order = await approveAt(server.services, to, { reference: to.reference, at: here.june("02T09:00") });
    const split = await act(
      server.services,
      consultant(to.staff),
      async (work) =>
        logSplitEntry(work, {
          reference: to.reference,
          step: "research",
          start: here.june("03T09:00"),
          end: here.june("03T13:00"),
          reason: "boven het plafond",
          description: "",
          authorisationId: order,
        }),
      here.june("30T12:00"),
    );
    expect(split).toEqual({ ok: true, value: { chargeableMinutes: 180, notChargedMinutes: 60 } });
    const { entries } = await here.standing(to);
    expect(entries.map((entry) => entry.authorisationId)).toEqual([null, order]);
  });

  it("holds the prices of the year it was asked in through its last day, and no longer (CE6)", async () => {
    const to = await here.given();
    const dearer = standardWindows({ office: 20_000n, outside: 25_000n, "weekend-holiday": 30_000n });
    const [december, january] = [
      Temporal.Instant.from(`${here.year}-12-10T12:00Z`),
      Temporal.Instant.from(`${here.year + 1}-01-31T12:00Z`),
    ];
    await asSystem(server.services, december, async (work) =>
      publishTerms(work, { ...defaultTerms(here.year + 1), windows: dearer }),
    );
    const { id: organisationId, first: signedBy } = to.organisation;
    const signed = await act(
      server.services,
      { kind: "system" },
      async (work) => signContract(work, { organisationId, signedBy, termsYear: here.year + 1 }),
      december,
    );
    expect(codeOf(signed)).toBe("ok");
    // The first workdays of the new year, to find two after the validity's end.
    const workday = (from: Temporal.PlainDate): Temporal.PlainDate =>
      from.dayOfWeek <= 5 ? from : workday(from.add({ days: 1 }));
    const last = workday(Temporal.PlainDate.from({ year: here.year + 1, month: 1, day: 12 }));
    const after = workday(last.add({ days: 1 }));
    const asked = { reference: to.reference, at: december, minutes: 600, validUntil: last };
    const id = await approveAt(server.services, to, asked);
    for (const date of [last, after]) {
      const start = date.toZonedDateTime({ timeZone: "Europe/Amsterdam", plainTime: "10:00" }).toInstant();
      expect(codeOf(await here.log(to, { start, end: start.add({ hours: 1 }) }, january))).toBe("ok");
    }
    const found = await inTransaction(server.services.databases, seated(to.organisation), async (tx) => {
      const of = await monthToDate(tx, organisationId, monthOf(`${here.year + 1}-01`));
      return of.charges.map(({ sourceId, minutes, amountCents }) => ({ sourceId, minutes, amountCents }));
    });
    // An hour at last year's 100.00 and an hour at this year's 200.00, on lines of their own.
    expect(found).toEqual([
      { sourceId: null, minutes: 60, amountCents: 20_000n },
      { sourceId: id, minutes: 60, amountCents: 10_000n },
    ]);
  });
});
