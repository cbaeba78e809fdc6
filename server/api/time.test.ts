import { localDateOf } from "../../core/calendar/time-zone.ts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { AuthorisationId } from "../../core/values/ids.ts";
import { act, seated } from "../../test/support/act.ts";
import { signAddendumAt } from "../../test/support/make-on-site.ts";
import { type Quoted, quotedWork, type QuotedWork } from "../../test/support/quoted-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../test/support/start-test-server.ts";
import { decideAuthorisation } from "../authorisations/decide-authorisation.ts";

describe("what a ticket can be charged besides time, as JSON", () => {
  let server: TestServer;
  let here: QuotedWork;
  let mine: Quoted;
  let sanne: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    here = quotedWork(server.services);
    mine = await here.given();
    sanne = await server.browser(mine.staff);
    await signAddendumAt(server.services, mine.organisation, { at: here.june("02T08:00") });
  });
  afterAll(async () => server.close());

  const send = async (what: string, body: unknown) => {
    const answer = await sanne.sendJson(`/api/desk/tickets/${mine.reference}/${what}`, body);
    return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
  };
  /** What somebody may do to the newest request of a ticket. */
  const abilities = async (reader: TestBrowser, path: string) => {
    const ticket = (await (await reader.get(path)).json()) as { authorisations: { abilities: string[] }[] };
    return ticket.authorisations[0]?.abilities;
  };
  const june = (time: string) => here.june(time).toString();

  it("logs visits and costs, names what it refuses by code, and voids them", async () => {
    const visit = { start: june("03T09:00"), end: june("03T09:40"), kilometres: 84 };
    const made = await send("visits", visit);
    expect(made.status).toBe(201);
    expect(await send("visits", visit)).toMatchObject({ status: 409, body: { code: "entry-overlaps" } });
    const early = { start: june("01T11:00"), end: june("01T12:00") };
    expect((await send("visits", early)).body).toMatchObject({ code: "no-addendum", on: `${here.year}-06-01` });
    expect((await send("visits", { ...visit, kilometres: 2001 })).body).toMatchObject({ code: "invalid-input" });
    const cost = { on: here.day(3).toString(), amountCents: 450, vat: "reduced", description: "Parkeren" };
    const spent = await send("expenses", cost);
    expect(spent.status).toBe(201);
    for (const wrong of [{ amountCents: 4.5 }, { vat: "none" }, { amountCents: 0 }])
      expect(await send("expenses", { ...cost, ...wrong })).toMatchObject({ status: 422 });
    expect(await here.charges(mine)).toEqual(["start-fee 15 2500", "visit 60 11000", "travel 0 3528", "cost 0 450"]);
    expect((await send(`visits/${String(made.body["id"])}/void`, { reason: "verkeerd" })).status).toBe(200);
    expect((await send(`expenses/${String(spent.body["id"])}/void`, {})).status).toBe(422);
    expect((await send(`expenses/${String(spent.body["id"])}/void`, { reason: "verkeerd" })).status).toBe(200);
    expect(await here.charges(mine)).toEqual(["start-fee 15 2500"]);
  });

  it("asks for one price, logs under it or beside it, and delivers it", async () => {
    const asked = await send("authorisations", {
      minutes: 600,
      explanation: "Postvakken over.",
      validUntil: Temporal.PlainDate.from(`${here.year}-12-31`).toString(),
      fixedPriceCents: 95_000,
    });
    expect(asked).toMatchObject({ status: 201, body: { kind: "quote" } });
    const id = String(asked.body["id"]);
    const { reference, organisation } = mine;
    expect(await abilities(sanne, `/api/desk/tickets/${reference}`)).toEqual(["authorisation.withdraw"]);
    const contact = await server.browser(organisation.first);
    expect(await abilities(contact, `/api/tickets/${reference}`)).toEqual(["authorisation.decide"]);
    const entry = { start: june("04T09:00"), end: june("04T13:00"), step: "resolution" };
    expect((await send("time-entries", { ...entry, authorisationId: id })).body).toMatchObject({
      code: "authorisation-not-in-force",
    });
    const decision = { reference, id: id as AuthorisationId, version: 1, decision: "approve", reason: null } as const;
    await act(server.services, seated(organisation), async (work) => decideAuthorisation(work, decision));
    expect(await abilities(contact, `/api/tickets/${reference}`)).toEqual([]);
    expect(await abilities(sanne, `/api/desk/tickets/${reference}`)).toEqual([
      "authorisation.withdraw",
      "authorisation.deliver",
    ]);
    expect((await send("time-entries", entry)).status).toBe(201);
    const beside = { ...entry, start: june("04T14:00"), end: june("04T14:30"), authorisationId: null };
    expect((await send("time-entries", beside)).status).toBe(201);
    const deliveredOn = here.day(5).toString();
    // Nobody had agreed on that date: the customer approved it today.
    expect(await send(`authorisations/${id}/deliver`, { deliveredOn })).toMatchObject({
      status: 422,
      body: { code: "invalid-input" },
    });
    const today = localDateOf(server.services.now()).toString();
    expect((await send(`authorisations/${id}/deliver`, { deliveredOn: today })).status).toBe(200);
    const earlier = await here.approveOnePrice(mine);
    expect((await send(`authorisations/${earlier}/deliver`, { deliveredOn })).status).toBe(200);
    expect((await send(`authorisations/${id}/withdraw`, {})).body).toMatchObject({ code: "transition-refused" });
    expect(await here.charges(mine)).toEqual(["start-fee 15 2500", "work 30 5000", "quote 0 95000"]);
  });

  it("reduces a price, takes the reduction back, and waives the start fee", async () => {
    const correction = { month: `${here.year}-06`, amountCents: 1000, reason: "Te lang gezocht" };
    const made = await send("corrections", correction);
    expect(made.status).toBe(201);
    expect(await send("corrections", { ...correction, amountCents: 9_000_000 })).toMatchObject({
      status: 409,
      body: { code: "beyond-cost", askedCents: 9_000_000 },
    });
    expect(await send("corrections", { ...correction, month: "2026-13" })).toMatchObject({ status: 422 });
    expect((await send(`corrections/${String(made.body["id"])}/withdraw`, {})).status).toBe(200);
    expect((await send("start-fee/waive", { reason: "Onze eigen storing" })).status).toBe(200);
    expect((await send("start-fee/waive", { reason: "Nog eens" })).body).toMatchObject({ code: "start-fee-waived" });
    expect(await here.charges(mine)).toEqual(["work 30 5000", "quote 0 95000"]);
  });
});
