import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act, codeOf, consultant, makeTicket } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import type { Staff } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Result } from "../../core/values/result.ts";
import { minuteOf } from "../../core/time/time-entry.ts";
import type { Work } from "../events/work.ts";
import { findTicket } from "../tickets/read-ticket.ts";
import { logTimeEntry, type NewTimeEntry } from "./log-time-entry.ts";
import { discardTimer, stopTimer } from "./stop-timer.ts";
import { startTimer } from "./start-timer.ts";
import { voidTimeEntry } from "./void-time-entry.ts";

describe("logging time", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let start: Temporal.Instant;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    start = minuteOf(server.services.now().subtract({ hours: 20 }));
  });
  afterAll(async () => server.close());

  async function given(): Promise<{ reference: string; sanne: PersonId }> {
    return {
      reference: await makeTicket(server.services, organisation, start),
      sanne: await makeStaff(server.services),
    };
  }
  type Entry = NewTimeEntry & { readonly reference: string };
  function entryOf(reference: string, from: number, minutes: number, rest: Partial<NewTimeEntry> = {}): Entry {
    return {
      reference,
      step: "research",
      start: start.add({ minutes: from }),
      end: start.add({ minutes: from + minutes }),
      isChargeable: true,
      reason: null,
      description: "gezocht",
      ...rest,
    };
  }
  async function log(person: PersonId, entry: Entry) {
    return act(server.services, consultant(person), async (work) => logTimeEntry(work, entry));
  }
  async function ticketOf(reference: string) {
    return server.services.databases.desk.transaction().execute(async (tx) => findTicket(tx, reference));
  }

  it("adds the minutes to the ticket, administration within the start fee for nothing", async () => {
    const { reference, sanne } = await given();
    expect(codeOf(await log(sanne, entryOf(reference, 0, 20, { step: "administration" })))).toBe("ok");
    expect(codeOf(await log(sanne, entryOf(reference, 20, 30)))).toBe("ok");
    expect(await ticketOf(reference)).toMatchObject({
      administrationMinutes: 20,
      researchMinutes: 30,
      chargeableMinutes: 50,
    });
  });

  it("refuses times that cannot be, each by its name", async () => {
    const { reference, sanne } = await given();
    expect(codeOf(await log(sanne, entryOf(reference, 10, 0)))).toBe("entry-ends-before-start");
    expect(codeOf(await log(sanne, entryOf(reference, 10, -5)))).toBe("entry-ends-before-start");
    expect(codeOf(await log(sanne, entryOf(reference, -60 * 10, 25 * 60)))).toBe("entry-too-long");
    expect(codeOf(await log(sanne, entryOf(reference, 19 * 60, 90)))).toBe("entry-in-future");
    expect(codeOf(await log(sanne, entryOf(reference, -30, 40)))).toBe("entry-before-ticket");
    expect(codeOf(await log(sanne, entryOf("K26-99999", 0, 10)))).toBe("not-found");
  });

  it("names the other ticket and its times when they overlap, and lets entries touch", async () => {
    const { reference, sanne } = await given();
    const other = await makeTicket(server.services, organisation, start);
    await log(sanne, entryOf(other, 10, 20));
    const refused = await log(sanne, entryOf(reference, 25, 20));
    expect(refused).toEqual({
      ok: false,
      refusal: {
        code: "entry-overlaps",
        reference: other,
        start: start.add({ minutes: 10 }).toString(),
        end: start.add({ minutes: 30 }).toString(),
      },
    });
    expect(codeOf(await log(sanne, entryOf(reference, 30, 15)))).toBe("ok");
  });

  it("refuses more than the ceiling leaves and says how much that is (T2)", async () => {
    const { reference, sanne } = await given();
    await log(sanne, entryOf(reference, 0, 108));
    expect(await log(sanne, entryOf(reference, 108, 30))).toEqual({
      ok: false,
      refusal: { code: "beyond-ceiling", minutesLeft: 12, minutesAsked: 30 },
    });
    expect(codeOf(await log(sanne, entryOf(reference, 108, 30, { isChargeable: false })))).toBe("reason-needed");
    expect(codeOf(await log(sanne, entryOf(reference, 108, 30, { isChargeable: false, reason: "uit coulance" })))).toBe(
      "ok",
    );
  });

  it("lets exactly one of two entries at the ceiling win when they come together", async () => {
    const { reference, sanne } = await given();
    const joris = await makeStaff(server.services);
    await log(sanne, entryOf(reference, 0, 100));
    const results = await Promise.all([
      log(sanne, entryOf(reference, 200, 20)),
      log(joris, entryOf(reference, 200, 20)),
    ]);
    expect(results.map(codeOf).toSorted()).toEqual(["beyond-ceiling", "ok"]);
  });

  it("lets exactly one of many overlapping entries of one consultant win, on whichever tickets", async () => {
    const { sanne } = await given();
    const references = await Promise.all(
      [1, 2, 3, 4].map(async () => makeTicket(server.services, organisation, start)),
    );
    const results = await Promise.all(references.map(async (reference) => log(sanne, entryOf(reference, 0, 30))));
    expect(results.map(codeOf).toSorted()).toEqual(["entry-overlaps", "entry-overlaps", "entry-overlaps", "ok"]);
  });

  it("takes back what was a mistake, by its maker only, and gives the minutes back", async () => {
    const { reference, sanne } = await given();
    const joris = await makeStaff(server.services);
    const logged = await log(sanne, entryOf(reference, 0, 30));
    const id = logged.ok ? logged.value.id : "";
    const takeBack = async (person: PersonId, reason: string, entry = id) =>
      act(server.services, consultant(person), async (work) => voidTimeEntry(work, { reference, id: entry, reason }));
    expect(codeOf(await takeBack(sanne, "bestaat niet", randomUUID()))).toBe("not-found");
    expect(codeOf(await takeBack(joris, "niet van mij"))).toBe("not-allowed");
    expect(codeOf(await takeBack(sanne, " "))).toBe("reason-needed");
    expect(codeOf(await takeBack(sanne, "verkeerd ticket"))).toBe("ok");
    expect(codeOf(await takeBack(sanne, "nog eens"))).toBe("changed-meanwhile");
    expect(await ticketOf(reference)).toMatchObject({ researchMinutes: 0, chargeableMinutes: 15 });
    expect(codeOf(await log(sanne, entryOf(reference, 0, 30)))).toBe("ok");
  });

  it("runs one timer per consultant and parts it at the ceiling when it stops (T2)", async () => {
    const { reference, sanne } = await given();
    const at = (minutes: number) => start.add({ minutes, seconds: 20 });
    const begin = async (minutes: number) =>
      act(
        server.services,
        consultant(sanne),
        async (work) => startTimer(work, { reference, step: "research" }),
        at(minutes),
      );
    const stop = async (minutes: number) =>
      act(
        server.services,
        consultant(sanne),
        async (work) => stopTimer(work, { description: "logboeken" }),
        at(minutes),
      );
    expect(codeOf(await stop(1))).toBe("timer-not-running");
    expect(codeOf(await begin(1))).toBe("ok");
    expect(await begin(2)).toEqual({ ok: false, refusal: { code: "timer-running", reference } });
    const parts = { chargeableMinutes: 120, notChargedMinutes: 20, nothing: null };
    expect(await stop(141)).toEqual({ ok: true, value: { reference, ...parts } });
    expect(await ticketOf(reference)).toMatchObject({ chargeableMinutes: 135, notChargedMinutes: 20 });
  });

  it("leaves nothing of a timer that is stopped within a minute, but the record of it", async () => {
    const { reference, sanne } = await given();
    const at = (seconds: number) => start.add({ minutes: 3, seconds });
    const does = async <Value>(run: (work: Work<Staff>) => Promise<Result<Value>>, seconds: number) =>
      act(server.services, consultant(sanne), run, at(seconds));
    expect(codeOf(await does(async (work) => startTimer(work, { reference, step: "research" }), 55))).toBe("ok");
    const stopped = await does(async (work) => stopTimer(work, { description: "" }), 66);
    const nothing = { chargeableMinutes: 0, notChargedMinutes: 0, nothing: "too-short" };
    expect(stopped).toEqual({ ok: true, value: { reference, ...nothing } });
    expect(await ticketOf(reference)).toMatchObject({ chargeableMinutes: 15, notChargedMinutes: 0 });
    expect(codeOf(await does(async (work) => stopTimer(work, { description: "" }), 70))).toBe("timer-not-running");
  });

  it("keeps a timer whose minutes cannot be written down, until it is discarded", async () => {
    const { reference, sanne } = await given();
    const other = await makeTicket(server.services, organisation, start);
    await act(
      server.services,
      consultant(sanne),
      async (work) => startTimer(work, { reference, step: "research" }),
      start.add({ minutes: 5 }),
    );
    await log(sanne, entryOf(other, 10, 20));
    const stop = async () =>
      act(
        server.services,
        consultant(sanne),
        async (work) => stopTimer(work, { description: "" }),
        start.add({ minutes: 60 }),
      );
    expect(codeOf(await stop())).toBe("entry-overlaps");
    expect(codeOf(await stop())).toBe("entry-overlaps");
    expect(codeOf(await act(server.services, consultant(sanne), async (work) => discardTimer(work)))).toBe("ok");
    expect(codeOf(await stop())).toBe("timer-not-running");
  });
});

describe("logging time without a contract", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  it("is refused as chargeable with the date, and taken as not charged", async () => {
    const organisation = await makeOrganisation(server.services);
    const start = minuteOf(server.services.now().subtract({ hours: 2 }));
    const reference = await makeTicket(server.services, organisation, start);
    const sanne = await makeStaff(server.services);
    // Work a year later needs no ticket of that year: the contract ended on 31 December.
    const later = start.toZonedDateTimeISO("Europe/Amsterdam").add({ years: 1 }).toInstant();
    const entry = {
      reference,
      step: "research" as const,
      start: later,
      end: later.add({ minutes: 30 }),
      isChargeable: true,
      reason: null,
      description: "",
    };
    const log = async (rest: Partial<NewTimeEntry>) =>
      act(
        server.services,
        consultant(sanne),
        async (work) => logTimeEntry(work, { ...entry, ...rest }),
        later.add({ hours: 1 }),
      );
    expect(codeOf(await log({}))).toBe("entry-without-contract");
    expect(codeOf(await log({ isChargeable: false, reason: "geen contract" }))).toBe("ok");
  });
});
