import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act, codeOf, consultant, makeTicket, seated } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import type { Contact, Staff } from "../../core/access/actor.ts";
import type { AuthorisationDeed } from "../../core/authorisations/authorisation-deeds.ts";
import type { AuthorisationId, PersonId } from "../../core/values/ids.ts";
import { withdrawTicket } from "../tickets/withdraw-ticket.ts";
import { findTicket } from "../tickets/read-ticket.ts";
import { decideAuthorisation } from "./decide-authorisation.ts";
import { lockAuthorisation } from "./lock-authorisation.ts";
import { listAuthorisations } from "./list-authorisations.ts";
import { type AuthorisationRequest, requestAuthorisation } from "./request-authorisation.ts";
import { withdrawAuthorisation } from "./withdraw-authorisation.ts";

describe("authorising more work (T3)", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let sanne: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    sanne = await makeStaff(server.services);
  });
  afterAll(async () => server.close());

  const today = () => server.services.now().toZonedDateTimeISO("Europe/Amsterdam").toPlainDate();
  async function ask(reference: string, rest: Partial<AuthorisationRequest> = {}, at?: Temporal.Instant) {
    const request = {
      reference,
      minutes: 180,
      windows: ["office" as const],
      explanation: "Het profiel moet opnieuw worden opgebouwd.",
      validUntil: null,
      ...rest,
    };
    return act(server.services, consultant(sanne), async (work) => requestAuthorisation(work, request), at);
  }
  async function decide(
    reference: string,
    id: AuthorisationId,
    rest: { seat?: 1 | 2; version?: number; decision?: "approve" | "decline"; at?: Temporal.Instant } = {},
  ) {
    const decision = {
      reference,
      id,
      version: rest.version ?? 1,
      decision: rest.decision ?? ("approve" as const),
      reason: null,
    };
    return act(
      server.services,
      seated(organisation, rest.seat),
      async (work) => decideAuthorisation(work, decision),
      rest.at,
    );
  }
  async function asked(reference: string, rest: Partial<AuthorisationRequest> = {}): Promise<AuthorisationId> {
    const result = await ask(reference, rest);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value.id;
  }
  async function stateOf(reference: string) {
    return server.services.databases.desk.transaction().execute(async (tx) => {
      const ticket = await findTicket(tx, reference);
      return { ticket, authorisations: ticket === undefined ? [] : await listAuthorisations(tx, ticket) };
    });
  }

  it("asks by work order with what it costs at most, and the ticket waits for that", async () => {
    const reference = await makeTicket(server.services, organisation);
    await asked(reference, { windows: ["office", "outside"] });
    const { ticket, authorisations } = await stateOf(reference);
    expect(ticket).toMatchObject({ waitsFor: "authorisation", authorisedMinutes: 135 });
    expect(authorisations).toMatchObject([
      { kind: "work-order", minutes: 180, estimateCents: 37_500n, state: "requested", version: 1 },
    ]);
  });

  it("raises the ceiling once when both contacts approve together, and agrees to the dearer windows it names (M5)", async () => {
    const reference = await makeTicket(server.services, organisation);
    const id = await asked(reference, { windows: ["office", "weekend-holiday"] });
    const results = await Promise.all(([1, 2, 1, 2] as const).map(async (seat) => decide(reference, id, { seat })));
    expect(results.map(codeOf).toSorted()).toEqual([
      "authorisation-decided",
      "authorisation-decided",
      "authorisation-decided",
      "ok",
    ]);
    const { ticket } = await stateOf(reference);
    expect(ticket).toMatchObject({ authorisedMinutes: 315, waitsFor: "provider" });
    expect(ticket?.outsideHoursAgreedAt).not.toBeNull();
  });

  it("leaves the ceiling when it is declined, after which another can be asked", async () => {
    const reference = await makeTicket(server.services, organisation);
    const id = await asked(reference);
    expect(codeOf(await ask(reference))).toBe("authorisation-open");
    expect(codeOf(await decide(reference, id, { decision: "decline" }))).toBe("ok");
    expect((await stateOf(reference)).ticket).toMatchObject({ authorisedMinutes: 135, outsideHoursAgreedAt: null });
    expect(codeOf(await ask(reference))).toBe("ok");
  });

  it("is bound to the version that was seen, and to a seat", async () => {
    const reference = await makeTicket(server.services, organisation);
    const id = await asked(reference);
    expect(codeOf(await decide(reference, id, { version: 2 }))).toBe("changed-meanwhile");
    const unseated = { ...seated(organisation), seat: null };
    const decision = { reference, id, version: 1, decision: "approve" as const, reason: null };
    expect(codeOf(await act(server.services, unseated, async (work) => decideAuthorisation(work, decision)))).toBe(
      "no-seat",
    );
    const other = await makeOrganisation(server.services);
    expect(codeOf(await act(server.services, seated(other), async (work) => decideAuthorisation(work, decision)))).toBe(
      "not-found",
    );
  });

  it("is found by its own ticket alone, and by no other organisation", async () => {
    const reference = await makeTicket(server.services, organisation);
    const elsewhere = await makeTicket(server.services, await makeOrganisation(server.services));
    const id = await asked(elsewhere);
    const unknown = "01980000-0000-7000-8000-000000000001" as AuthorisationId;
    const lock = async (
      actor: Contact | Staff,
      deed: AuthorisationDeed,
      place: { reference: string; id: AuthorisationId },
    ) => codeOf(await act(server.services, actor, async (work) => lockAuthorisation(work, place, deed)));
    for (const place of [
      { reference, id },
      { reference, id: unknown },
      { reference: "K26-99999", id },
    ]) {
      expect(await lock(consultant(sanne), "authorisation.withdraw", place)).toBe("not-found");
      expect(await lock(seated(organisation), "authorisation.decide", place)).toBe("not-found");
    }
    expect(await lock(seated(organisation), "authorisation.decide", { reference: elsewhere, id })).toBe("not-found");
    expect(await lock(consultant(sanne), "authorisation.withdraw", { reference: elsewhere, id })).toBe("ok");
  });

  it("is a quote above eight hours, which needs a last day and ends after it", async () => {
    const reference = await makeTicket(server.services, organisation);
    expect(await ask(reference, { minutes: 481 })).toEqual({
      ok: false,
      refusal: { code: "invalid-input", fields: { validUntil: "required" } },
    });
    expect(codeOf(await ask(reference, { minutes: 481, validUntil: today().subtract({ days: 1 }) }))).toBe(
      "invalid-input",
    );
    const id = await asked(reference, { minutes: 481, validUntil: today() });
    expect(codeOf(await decide(reference, id, { at: server.services.now().add({ hours: 24 }) }))).toBe(
      "authorisation-expired",
    );
    expect(codeOf(await decide(reference, id))).toBe("ok");
  });

  it("can be taken back by us before it is decided", async () => {
    const reference = await makeTicket(server.services, organisation);
    const id = await asked(reference);
    const withdraw = async () =>
      act(server.services, consultant(sanne), async (work) => withdrawAuthorisation(work, { reference, id }));
    expect(codeOf(await withdraw())).toBe("ok");
    expect(codeOf(await withdraw())).toBe("authorisation-decided");
    expect(codeOf(await decide(reference, id))).toBe("authorisation-decided");
  });

  it("is neither asked nor given on a closed ticket, and not asked without a contract", async () => {
    const reference = await makeTicket(server.services, organisation);
    const inTwoYears = server.services.now().add({ hours: 24 * 730 });
    expect(codeOf(await ask(reference, {}, inTwoYears))).toBe("no-contract");
    const id = await asked(reference);
    await act(server.services, seated(organisation), async (work) => withdrawTicket(work, { reference }));
    expect(codeOf(await decide(reference, id))).toBe("ticket-closed");
    expect(codeOf(await ask(reference))).toBe("ticket-closed");
  });
});
