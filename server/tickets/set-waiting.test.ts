import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { act, codeOf, consultant, makeTicket, seated, seenAll } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../test/support/start-test-server.ts";
import { replyToTicket } from "./reply-to-ticket.ts";
import { setWaiting } from "./set-waiting.ts";
import { withdrawTicket } from "./withdraw-ticket.ts";

describe("a ticket that waits (D1, S2)", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let sanne: PersonId;
  let desk: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    sanne = await makeStaff(server.services);
    desk = await server.browser(sanne);
  });
  afterAll(async () => server.close());

  const set = async (reference: string, asked: Partial<Parameters<typeof setWaiting>[1]>) =>
    codeOf(
      await act(server.services, consultant(sanne), async (work) =>
        setWaiting(work, { reference, waitsFor: "planning", caseNumber: null, ...asked }),
      ),
    );
  const today = () => localDateOf(server.services.now());
  const followUpOf = async (reference: string) =>
    ((await (await desk.get(`/api/desk/tickets/${reference}`)).json()) as { followUpOn: unknown }).followUpOn;
  const postWaiting = async (reference: string, fields: Record<string, string>) =>
    desk.post(`/desk/tickets/${reference}/waiting`, { version: seenAll, waitsFor: "planning", ...fields });
  const reply = async (reference: string) =>
    codeOf(
      await act(server.services, seated(organisation), async (work) =>
        replyToTicket(work, { reference, body: "Hier is het.", waitsFor: "provider", attachmentIds: [] }),
      ),
    );

  it("is followed up on a day that staff see on its page, on the board and in the API, and no customer", async () => {
    const reference = await makeTicket(server.services, organisation);
    const day = today().add({ days: 3 }).toString();
    expect((await postWaiting(reference, { followUpOn: day })).status).toBe(303);
    expect(await followUpOf(reference)).toBe(day);
    for (const path of [`/desk/tickets/${reference}`, "/desk?queue=later"])
      expect(await (await desk.get(path)).text(), path).toContain("Ingepland tot ");
    const customer = await server.browser(organisation.first);
    const shown = await (await customer.get(`/portal/tickets/${reference}`)).text();
    expect([shown.includes("Ingepland tot"), shown.includes(day)]).toEqual([false, false]);
  });

  it("has another day without telling anybody that its turn changed", async () => {
    const reference = await makeTicket(server.services, organisation);
    expect(await set(reference, {})).toBe("ok");
    const said = async () =>
      (await (await desk.get(`/desk/tickets/${reference}`)).text()).split("is ingepland.").length;
    const before = await said();
    expect(await set(reference, { followUpOn: today().add({ days: 9 }) })).toBe("ok");
    expect([await said(), await followUpOf(reference)]).toEqual([before, today().add({ days: 9 }).toString()]);
    expect(await set(reference, { waitsFor: "microsoft", caseNumber: "1", followUpOn: today().add({ days: 9 }) })).toBe(
      "ok",
    );
    expect(await followUpOf(reference)).toBe(today().add({ days: 9 }).toString());
  });

  it("is not followed up any more once it waits no longer, whoever ends that", async () => {
    const reference = await makeTicket(server.services, organisation);
    expect(await set(reference, { followUpOn: today().add({ days: 1 }) })).toBe("ok");
    expect([await reply(reference), await followUpOf(reference)]).toEqual(["ok", null]);
    expect(await set(reference, { followUpOn: today().add({ days: 1 }) })).toBe("ok");
    await act(server.services, seated(organisation), async (work) => withdrawTicket(work, { reference }));
    expect(await followUpOf(reference)).toBeNull();
  });

  it("is not set to wait until a day that is over, and the day stays in the form", async () => {
    const reference = await makeTicket(server.services, organisation);
    expect(await set(reference, { followUpOn: today() })).toBe("invalid-input");
    const refused = await postWaiting(reference, { followUpOn: "2026-02-01" });
    expect([refused.status, (await refused.text()).includes('value="2026-02-01"')]).toEqual([422, true]);
    expect((await postWaiting(reference, { followUpOn: "2026-02-31" })).status).toBe(422);
  });

  it("is set to wait by staff alone, while it is open and nobody else turned it since", async () => {
    const reference = await makeTicket(server.services, organisation);
    expect(await set("K26-99999", {})).toBe("not-found");
    const contact = await server.browser(organisation.first);
    const asked = { version: seenAll, waitsFor: "planning" };
    expect((await contact.post(`/desk/tickets/${reference}/waiting`, asked)).status).toBe(403);
    expect(await set(reference, { waitsFor: "microsoft" })).toBe("case-number-needed");
    expect(await reply(reference)).toBe("ok");
    expect(await set(reference, { version: 1 })).toBe("changed-meanwhile");
    await act(server.services, seated(organisation), async (work) => withdrawTicket(work, { reference }));
    expect(await set(reference, {})).toBe("ticket-closed");
  });
});
