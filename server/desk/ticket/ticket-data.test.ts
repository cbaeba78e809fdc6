import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Contact, Staff } from "../../../core/access/actor.ts";
import { act, codeOf, consultant, makeTicket, seated } from "../../../test/support/act.ts";
import { makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../../test/support/start-test-server.ts";
import { loadDeskTicket } from "./ticket-data.ts";

describe("the data of a ticket's page", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  it("are for the desk, and not found where there is no ticket or it is another organisation's", async () => {
    const [organisation, other] = [await makeOrganisation(server.services), await makeOrganisation(server.services)];
    const reference = await makeTicket(server.services, organisation);
    const load = async (actor: Staff, asked = reference) =>
      codeOf(await act(server.services, actor, async (work) => loadDeskTicket(work, asked, {})));
    const sanne = consultant(await makeStaff(server.services));
    expect([await load(sanne), await load(sanne, "K26-99999")]).toEqual(["ok", "not-found"]);
    // The types keep contacts out. The action asks by itself, whatever called it.
    const pretend = (contact: Contact) => contact as unknown as Staff;
    expect(await load(pretend({ ...seated(organisation, 2), seat: null }))).toBe("not-allowed");
    expect(await load(pretend(seated(other)))).toBe("not-found");
  });
});
