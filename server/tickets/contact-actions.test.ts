import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act, codeOf, makeTicket, seated } from "../../test/support/act.ts";
import { makeOrganisation, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { listVisibleEvents } from "../events/list-events.ts";
import { agreeOutsideHours } from "./agree-outside-hours.ts";
import { findTicket } from "./store.ts";
import { withdrawTicket } from "./withdraw-ticket.ts";

describe("what both contacts do to a ticket at once", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
  });
  afterAll(async () => server.close());

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
});
