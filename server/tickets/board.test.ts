import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act, consultant, makeTicket } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { readPageKey } from "../db/page-key.ts";
import { listQueue } from "./board.ts";
import { pickUpTicket } from "./pick-up-ticket.ts";
import { replyToTicket } from "./reply-to-ticket.ts";

describe("a consultant's own tickets", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  it("begin with what there is to do, over all pages, each ticket once", async () => {
    const { services } = server;
    const organisation = await makeOrganisation(services);
    const personId = await makeStaff(services);
    const start = services.now().subtract({ hours: 40 });
    const [ours, theirs]: [string[], string[]] = [[], []];
    for (let index = 0; index < 84; index += 1) {
      const reference = await makeTicket(services, organisation, start.add({ minutes: index }));
      await act(services, consultant(personId), async (work) => pickUpTicket(work, { reference }));
      const isTheirs = index % 2 === 0;
      if (isTheirs)
        await act(services, consultant(personId), async (work) =>
          replyToTicket(work, { reference, body: "Welke?", attachmentIds: [], waitsFor: "customer" }),
        );
      (isTheirs ? theirs : ours).push(reference);
    }
    const seen: string[] = [];
    for (let key: string | null = ""; key !== null;) {
      const after = readPageKey(key);
      const shown = await services.databases.desk
        .transaction()
        .execute(async (tx) => listQueue(tx, { queue: "mine", personId }, after));
      seen.push(...shown.tickets.map(({ reference }) => reference));
      key = shown.next;
    }
    expect(seen).toEqual([...ours, ...theirs]);
  });
});
