import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { ResolvedOutcome } from "../../core/tickets/outcome.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { act, codeOf, consultant, makeTicket, seated } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { logWork } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { requestAuthorisation } from "../authorisations/request-authorisation.ts";
import { mergeAndClose } from "../time/close-ticket.ts";
import { listVisibleEvents } from "../events/list-events.ts";
import { listQueue } from "./board.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { reopenTicket } from "./reopen-ticket.ts";
import { replyToTicket } from "./reply-to-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { setWaiting } from "./set-waiting.ts";
import { findTicket, type TicketRow } from "./read-ticket.ts";
import { withdrawTicket } from "./withdraw-ticket.ts";

describe("the life of a ticket", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let sanne: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    sanne = await makeStaff(server.services);
  });
  afterAll(async () => server.close());

  const asSanne = async <Value>(run: Parameters<typeof act<ReturnType<typeof consultant>, Value>>[2]) =>
    act(server.services, consultant(sanne), run);
  const ticketOf = async (reference: string): Promise<TicketRow> =>
    asSystem(server.services, server.services.now(), async ({ tx }) => {
      const ticket = await findTicket(tx, reference);
      if (ticket === undefined) throw new Error(reference);
      return ticket;
    });
  const kindsOf = async (reference: string) => {
    const { id: subject } = await ticketOf(reference);
    return asSystem(server.services, server.services.now(), async ({ tx }) => {
      const events = await listVisibleEvents(tx, { organisationId: organisation.id, subject, limit: 10 });
      return events.map(({ kind }) => kind);
    });
  };
  const resolve = async (reference: string, outcome: ResolvedOutcome = "solved", caseNumber: string | null = null) =>
    codeOf(
      await asSanne(async (work) =>
        resolveTicket(work, {
          reference,
          message: "Klaar.",
          outcome,
          article: { kind: "none", reason: "Eenmalig" },
          caseNumber,
        }),
      ),
    );
  const merge = async (reference: string, into: string) =>
    codeOf(await asSanne(async (work) => mergeTicket(work, { reference, into })));
  const reopen = async (reference: string, who = seated(organisation)) =>
    codeOf(await act(server.services, who, async (work) => reopenTicket(work, { reference })));

  describe("waiting for Microsoft (S2)", () => {
    it("needs the number of the case once, also to close as escalated", async () => {
      const reference = await makeTicket(server.services, organisation);
      const wait = async (caseNumber: string | null) =>
        codeOf(await asSanne(async (work) => setWaiting(work, { reference, waitsFor: "microsoft", caseNumber })));
      const reply = async (caseNumber: string | null) =>
        codeOf(
          await asSanne(async (work) =>
            replyToTicket(work, {
              reference,
              body: "Bij Microsoft.",
              attachmentIds: [],
              waitsFor: "microsoft",
              caseNumber,
            }),
          ),
        );
      expect([await wait(null), await wait("  "), await reply(null)]).toEqual(Array(3).fill("case-number-needed"));
      expect(await resolve(reference, "escalated")).toBe("case-number-needed");
      expect(await wait("2611260040001")).toBe("ok");
      expect(await ticketOf(reference)).toMatchObject({ waitsFor: "microsoft", microsoftCase: "2611260040001" });
      expect(await reply(null)).toBe("ok");
      expect(await ticketOf(reference)).toMatchObject({ waitsFor: "microsoft", microsoftCase: "2611260040001" });
      expect(await resolve(reference, "escalated")).toBe("ok");
      const other = await makeTicket(server.services, organisation);
      expect(await resolve(other, "escalated", "2611260040002")).toBe("ok");
      expect(await ticketOf(other)).toMatchObject({ outcome: "escalated", microsoftCase: "2611260040002" });
    });

    it("is told to the contacts, as planning is, and only when something changes (P3)", async () => {
      const reference = await makeTicket(server.services, organisation);
      const plan = async () =>
        codeOf(await asSanne(async (work) => setWaiting(work, { reference, waitsFor: "planning", caseNumber: null })));
      expect([await plan(), await plan()]).toEqual(["ok", "ok"]);
      expect(await kindsOf(reference)).toEqual(["ticket-waiting-set", "ticket-created"]);
      const queue = await server.services.databases.desk
        .transaction()
        .execute(async (tx) => listQueue(tx, { queue: "later", personId: sanne }, null));
      expect(queue.tickets.map((row) => row.reference)).toContain(reference);
      await act(server.services, seated(organisation), async (work) =>
        replyToTicket(work, { reference, body: "Nog iets.", attachmentIds: [] }),
      );
      expect(await ticketOf(reference)).toMatchObject({ waitsFor: "provider" });
      await resolve(reference);
      expect(await plan()).toBe("ticket-closed");
    });
  });

  describe("reopening (T4)", () => {
    it("gives us the turn on the ticket as it was: not counted again, its ceiling spent as before", async () => {
      const reference = await makeTicket(server.services, organisation);
      const start = server.services.now().round({ smallestUnit: "minute", roundingMode: "ceil" });
      const times = { start: start.toString(), end: start.add({ minutes: 30 }).toString() };
      await logWork(server.services, sanne, { reference, step: "research", ...times });
      const before = await ticketOf(reference);
      expect(await resolve(reference)).toBe("ok");
      const answers = await Promise.all(
        ([1, 2] as const).map(async (seat) => reopen(reference, seated(organisation, seat))),
      );
      expect(answers.toSorted()).toEqual(["ok", "transition-refused"]);
      const { waitsFor, status, outcome, closedAt, numberInMonth, isAdditional, chargeableMinutes } =
        await ticketOf(reference);
      expect({ waitsFor, status, outcome, closedAt }).toEqual({
        waitsFor: "provider",
        status: "open",
        outcome: null,
        closedAt: null,
      });
      expect({ numberInMonth, isAdditional, chargeableMinutes }).toEqual({
        numberInMonth: before.numberInMonth,
        isAdditional: before.isAdditional,
        chargeableMinutes: 45,
      });
      expect((await kindsOf(reference))[0]).toBe("ticket-reopened");
      expect(await resolve(reference)).toBe("ok");
      expect(codeOf(await asSanne(async (work) => reopenTicket(work, { reference })))).toBe("ok");
    });

    it("is not for what was withdrawn, who has no seat, another organisation, or a day without a contract", async () => {
      const withdrawn = await makeTicket(server.services, organisation);
      await act(server.services, seated(organisation), async (work) => withdrawTicket(work, { reference: withdrawn }));
      expect(await reopen(withdrawn)).toBe("not-reopenable");
      const reference = await makeTicket(server.services, organisation);
      await resolve(reference);
      expect(await reopen(reference, { ...seated(organisation), seat: null })).toBe("no-seat");
      expect(await reopen(reference, seated(await makeOrganisation(server.services)))).toBe("not-found");
      const later = server.services.now().add({ hours: 24 * 400 });
      const late = act(server.services, seated(organisation), async (work) => reopenTicket(work, { reference }), later);
      expect(codeOf(await late)).toBe("no-contract");
    });

    it("is all that a contact can do to a closed ticket, in the database as well", async () => {
      const reference = await makeTicket(server.services, organisation);
      await resolve(reference);
      const now = server.services.now();
      const open = { status: "open", outcome: null, closedAt: null, waitsFor: "provider", reopenedAt: now } as const;
      const write = async (changes: object) =>
        act(server.services, seated(organisation), async ({ tx }) => {
          await tx.updateTable("tickets").set(changes).where("reference", "=", reference).execute();
          return { ok: true, value: null };
        });
      for (const changes of [
        { lastActivityAt: now },
        { ...open, reopenedAt: null },
        { ...open, waitsFor: "microsoft" },
        { ...open, authorisedMinutes: 1000 },
        { ...open, outsideHoursAgreedAt: now },
        { ...open, reopenedAt: now.add({ hours: 24 * 400 }) },
      ])
        await expect(write(changes), JSON.stringify(changes)).rejects.toMatchObject({ code: "42501" });
      await write(open);
      await expect(write({ reopenedAt: now })).resolves.toMatchObject({ ok: true });
      await expect(write({ reopenedAt: now.add({ hours: 1 }) })).rejects.toMatchObject({ code: "42501" });
    });
  });

  describe("merging (T4)", () => {
    it("closes the one as a duplicate of the other; what both cost and count stays, and contacts are told", async () => {
      const [reference, into] = [
        await makeTicket(server.services, organisation),
        await makeTicket(server.services, organisation),
      ];
      const [before, other] = [await ticketOf(reference), await ticketOf(into)];
      const asked = { reference, minutes: 60, windows: ["office"] as const, explanation: "Meer", validUntil: null };
      await asSanne(async (work) => requestAuthorisation(work, asked));
      expect(codeOf(await asSanne(async (work) => mergeAndClose(work, { reference, into })))).toBe("ok");
      const { startFeeMinutes, authorisedMinutes, numberInMonth } = before;
      expect(await ticketOf(reference)).toMatchObject({
        status: "closed",
        outcome: "duplicate",
        duplicateOf: other.id,
        startFeeMinutes,
        authorisedMinutes,
        numberInMonth,
      });
      expect(await ticketOf(into)).toMatchObject({ status: "open", version: other.version });
      expect((await kindsOf(reference)).slice(0, 2)).toEqual(["ticket-merged", "authorisation-withdrawn"]);
      expect(await reopen(reference)).toBe("not-reopenable");
    });

    it("is into another open ticket of the same organisation", async () => {
      const reference = await makeTicket(server.services, organisation);
      const foreign = await makeTicket(server.services, await makeOrganisation(server.services));
      const closed = await makeTicket(server.services, organisation);
      await resolve(closed);
      expect(await merge(reference, reference)).toBe("invalid-input");
      expect(await merge(reference, "K26-99999")).toBe("invalid-input");
      expect(await merge(reference, foreign)).toBe("not-found");
      expect(await merge(reference, closed)).toBe("merge-target-closed");
      expect(await merge(closed, reference)).toBe("ticket-closed");
      expect(await merge("K26-99999", reference)).toBe("not-found");
    });

    it("of two into each other at once happens once", async () => {
      const [one, two] = [
        await makeTicket(server.services, organisation),
        await makeTicket(server.services, organisation),
      ];
      const answers = await Promise.all([merge(one, two), merge(two, one)]);
      expect(answers.toSorted()).toEqual(["merge-target-closed", "ok"]);
    });
  });
});
