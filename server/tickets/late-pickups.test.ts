import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act, consultant, makeTicket } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { listQueue } from "./board.ts";
import { findLatePickups } from "./late-pickups.ts";
import { pickUpTicket } from "./pick-up-ticket.ts";

const signal = "Streefdag voorbij";

describe("tickets that wait beyond the aim to pick them up (B3)", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let personId: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    personId = await makeStaff(server.services);
  });
  afterAll(async () => server.close());

  const daysAgo = (days: number) => server.services.now().subtract({ hours: days * 24 });
  const late = async (queue: "new" | "open") =>
    asSystem(server.services, server.services.now(), async ({ tx, now }) => {
      const { tickets } = await listQueue(tx, { queue, personId }, null);
      const found = await findLatePickups(tx, tickets, now());
      return tickets.filter(({ id }) => found.has(id)).map(({ reference }) => reference);
    });

  it("are those that nobody picked up for more than the terms' days, and only until somebody does", async () => {
    const old = await makeTicket(server.services, organisation, daysAgo(6));
    const taken = await makeTicket(server.services, organisation, daysAgo(5));
    await makeTicket(server.services, organisation, daysAgo(1));
    await act(server.services, consultant(personId), async (work) => pickUpTicket(work, { reference: taken }));
    expect(await late("new")).toEqual([old]);
    expect(await late("open")).toEqual([old]);
    await act(server.services, consultant(personId), async (work) => pickUpTicket(work, { reference: old }));
    expect(await late("open")).toEqual([]);
  });

  it("are marked on the board for staff, and nowhere for the customer, who was promised nothing (B1)", async () => {
    const other = await makeOrganisation(server.services);
    const reference = await makeTicket(server.services, other, daysAgo(7));
    const [sanne, anna] = [await server.browser(personId), await server.browser(other.first)];
    expect(await (await sanne.get("/desk")).text()).toContain(signal);
    for (const path of ["/portal", "/portal/tickets", `/portal/tickets/${reference}`])
      expect(await (await anna.get(path)).text()).not.toContain(signal);
  });

  it("are none on a page of none", async () => {
    expect(
      await asSystem(server.services, server.services.now(), async ({ tx, now }) => findLatePickups(tx, [], now())),
    ).toEqual(new Set());
  });
});
