import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Contact, Staff } from "../../core/access/actor.ts";
import type { AuthorisationId, PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import type { Result } from "../../core/values/result.ts";
import { act, codeOf, consultant, makeTicket, seated } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { deliverQuote } from "../authorisations/deliver-quote.ts";
import { requestAuthorisation } from "../authorisations/request-authorisation.ts";
import { withdrawAuthorisation } from "../authorisations/withdraw-authorisation.ts";
import { correctPrice } from "../charges/correct-price.ts";
import { withdrawCorrection } from "../charges/withdraw-correction.ts";
import { listVisibleEvents } from "../events/list-events.ts";
import type { Work } from "../events/work.ts";
import { startTimer } from "../time/start-timer.ts";
import { agreeOutsideHours } from "./agree-outside-hours.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { moveStep } from "./move-step.ts";
import { noteOutsideHours } from "./note-outside-hours.ts";
import { pickUpTicket } from "./pick-up-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { setUrgency } from "./set-urgency.ts";
import { setWaiting } from "./set-waiting.ts";
import { findTicket, subjectOf } from "./read-ticket.ts";
import { waiveStartFee } from "./waive-start-fee.ts";
import { withdrawTicket } from "./withdraw-ticket.ts";
import { writeNote } from "./write-note.ts";
import type { Step } from "../../core/tickets/step.ts";
import { checkVersion } from "../events/check-version.ts";
import { checkAnswered } from "./check-answered.ts";
import { lockTicket } from "./lock-ticket.ts";
import { replyToTicket } from "./reply-to-ticket.ts";

describe("a ticket that several people do something to", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let staff: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    staff = await makeStaff(server.services);
  });
  afterAll(async () => server.close());

  const sanne = () => consultant(staff);
  const seats = [1, 2, 1, 2] as const;
  const stateOf = async (reference: string) =>
    server.services.databases.desk.transaction().execute(async (tx) => {
      const ticket = await findTicket(tx, reference);
      const events =
        ticket === undefined
          ? []
          : await listVisibleEvents(tx, { organisationId: organisation.id, subject: ticket.id, limit: 10 });
      return { ticket, kinds: events.map(({ kind }) => kind) };
    });

  it("withdraws once; number, start fee and what was spent stay (T1, T4)", async () => {
    const reference = await makeTicket(server.services, organisation);
    const results = await Promise.all(
      seats.map(async (seat) =>
        act(server.services, seated(organisation, seat), async (work) => withdrawTicket(work, { reference })),
      ),
    );
    expect(results.map(codeOf).toSorted()).toEqual(["ok", "ticket-closed", "ticket-closed", "ticket-closed"]);
    const { ticket, kinds } = await stateOf(reference);
    expect(ticket).toMatchObject({
      status: "closed",
      outcome: "withdrawn",
      startFeeMinutes: 15,
      chargeableMinutes: 15,
      hasUninvoicedWork: true,
    });
    expect(kinds).toEqual(["ticket-withdrawn", "ticket-created"]);
  });

  it("agrees to outside hours once, from the first moment on (M5)", async () => {
    const reference = await makeTicket(server.services, organisation);
    const results = await Promise.all(
      seats.map(async (seat) =>
        act(server.services, seated(organisation, seat), async (work) => agreeOutsideHours(work, { reference })),
      ),
    );
    expect(results.map(codeOf)).toEqual(["ok", "ok", "ok", "ok"]);
    const { ticket, kinds } = await stateOf(reference);
    expect(ticket?.outsideHoursAgreedAt).not.toBeNull();
    expect(kinds).toEqual(["ticket-outside-hours-agreed", "ticket-created"]);
  });

  it("agrees only to a ticket of their own organisation, with a seat", async () => {
    const reference = await makeTicket(server.services, organisation);
    const agree = async (actor: Contact, asked = reference) =>
      codeOf(await act(server.services, actor, async (work) => agreeOutsideHours(work, { reference: asked })));
    expect(await agree({ ...seated(organisation), seat: null })).toBe("no-seat");
    expect(await agree(seated(await makeOrganisation(server.services)))).toBe("not-found");
    expect(await agree(seated(organisation), noTicket)).toBe("not-found");
  });

  it("answers with a seat only, and not before reading what somebody else wrote", async () => {
    const reference = await makeTicket(server.services, organisation);
    const reply = async (actor: Contact) =>
      codeOf(
        await act(server.services, actor, async (work) =>
          replyToTicket(work, { reference, body: "Nog iets.", attachmentIds: [] }),
        ),
      );
    expect(await reply({ ...seated(organisation), seat: null })).toBe("no-seat");
    expect(await reply(seated(organisation, 2))).toBe("ok");
    const check = async (asked: string) =>
      codeOf(
        await act(server.services, seated(organisation), async (work) =>
          checkAnswered(work, { reference: asked, seen: 0 }),
        ),
      );
    expect([await check(reference), await check(noTicket)]).toEqual(["answered-meanwhile", "not-found"]);
  });

  it("is picked up and moved by staff who saw what a colleague did (R12), and never back a step", async () => {
    const reference = await makeTicket(server.services, organisation);
    const joost = consultant(await makeStaff(server.services));
    const by = async (actor: Staff, deed: Deed) =>
      codeOf(await act(server.services, actor, async (work) => deed(work, reference)));
    const move = async (actor: Staff, step: Step, version?: number) =>
      by(actor, async (work) => moveStep(work, { reference, step, version }));
    expect(await by(joost, async (work) => pickUpTicket(work, { reference }))).toBe("ok");
    expect(await by(sanne(), async (work) => pickUpTicket(work, { reference, version: 0 }))).toBe("changed-meanwhile");
    expect(await move(joost, "research")).toBe("ok");
    expect(await move(sanne(), "resolution", 0)).toBe("changed-meanwhile");
    expect(await move(sanne(), "administration")).toBe("step-backwards");
    const checked = await by(sanne(), async (work) => {
      const locked = await lockTicket(work, reference, "ticket.note");
      return locked.ok
        ? checkVersion(work, { ...subjectOf(locked.value), version: 0, kinds: ["ticket-picked-up"] })
        : locked;
    });
    expect(checked).toBe("changed-meanwhile");
  });

  it("is resolved with a message, and with an article or a reason for none (D3)", async () => {
    const reference = await makeTicket(server.services, organisation);
    const resolve = async (message: string, reason: string) =>
      codeOf(
        await act(server.services, sanne(), async (work) =>
          resolveTicket(work, { reference, message, outcome: "solved", article: { kind: "none", reason } }),
        ),
      );
    expect(await resolve(" ", "Eenmalig")).toBe("message-needed");
    expect(await resolve("Klaar.", " ")).toBe("article-needed");
    expect(await resolve("Klaar.", "Eenmalig")).toBe("ok");
  });

  it.each(Object.entries(staffDeeds))(
    "%s is refused to a contact who reaches it anyway, and for no ticket",
    async (_, deed) => {
      const reference = await makeTicket(server.services, organisation);
      // The types keep contacts out. The action asks by itself, whatever called it.
      const contact = seated(organisation) as unknown as Staff;
      expect(codeOf(await act(server.services, contact, async (work) => deed(work, reference)))).toBe("not-allowed");
      expect(codeOf(await act(server.services, sanne(), async (work) => deed(work, noTicket)))).toBe("not-found");
    },
  );

  it.each(Object.entries(openDeeds))("%s is refused on a closed ticket", async (_, deed) => {
    const reference = await makeTicket(server.services, organisation);
    await act(server.services, seated(organisation), async (work) => withdrawTicket(work, { reference }));
    expect(codeOf(await act(server.services, sanne(), async (work) => deed(work, reference)))).toBe("ticket-closed");
  });
});

type Deed = (work: Work<Staff>, reference: string) => Promise<Result<unknown>>;

const noTicket = "K26-99999";
const noThing = "00000000-0000-7000-8000-000000000000" as AuthorisationId & PersonId;
const day = Temporal.PlainDate.from("2026-01-05");

/** The deeds of staff to an open ticket alone. */
const openDeeds: Readonly<Record<string, Deed>> = {
  pickUpTicket: async (work, reference) => pickUpTicket(work, { reference }),
  moveStep: async (work, reference) => moveStep(work, { reference, step: "research" }),
  setUrgency: async (work, reference) => setUrgency(work, { reference, urgency: "high" }),
  setWaiting: async (work, reference) => setWaiting(work, { reference, waitsFor: "customer", caseNumber: null }),
  noteOutsideHours: async (work, reference) => noteOutsideHours(work, { reference, agreedBy: noThing }),
  resolveTicket: async (work, reference) =>
    resolveTicket(work, { reference, message: "Klaar.", outcome: "solved", article: { kind: "none", reason: "Nee" } }),
  requestAuthorisation: async (work, reference) =>
    requestAuthorisation(work, { reference, minutes: 60, windows: ["office"], explanation: "Meer", validUntil: null }),
  startTimer: async (work, reference) => startTimer(work, { reference, step: "research" }),
};

const staffDeeds: Readonly<Record<string, Deed>> = {
  ...openDeeds,
  lockTicket: async (work, reference) => lockTicket(work, reference, "ticket.note"),
  writeNote: async (work, reference) => writeNote(work, { reference, body: "Intern" }),
  mergeTicket: async (work, reference) => mergeTicket(work, { reference, into: noTicket }),
  waiveStartFee: async (work, reference) => waiveStartFee(work, { reference, reason: "Onze storing" }),
  correctPrice: async (work, reference) =>
    correctPrice(work, { reference, month: monthOf("2026-01"), vat: "standard", amountCents: 1n, reason: "Te lang" }),
  withdrawCorrection: async (work, reference) => withdrawCorrection(work, { reference, id: noThing }),
  withdrawAuthorisation: async (work, reference) => withdrawAuthorisation(work, { reference, id: noThing }),
  deliverQuote: async (work, reference) => deliverQuote(work, { reference, id: noThing, deliveredOn: day }),
};
