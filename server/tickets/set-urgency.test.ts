import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { PersonId } from "../../core/values/ids.ts";
import { act, codeOf, consultant, makeTicket, seated, seenAll } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { waitForMail } from "../../test/support/visitor.ts";
import { setUrgency } from "./set-urgency.ts";
import { withdrawTicket } from "./withdraw-ticket.ts";

describe("how urgent a ticket is (B4)", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let sanne: PersonId;
  let address: string;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    sanne = await makeStaff(server.services);
    const person = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("people").select("mailAddress").where("id", "=", organisation.first).executeTakeFirstOrThrow(),
    );
    address = person.mailAddress;
  });
  afterAll(async () => server.close());

  const set = async (reference: string, asked: Omit<Parameters<typeof setUrgency>[1], "reference">) =>
    codeOf(await act(server.services, consultant(sanne), async (work) => setUrgency(work, { reference, ...asked })));

  it("is explained to the customer on the page, in the API and by mail, also when it changes later", async () => {
    const reference = await makeTicket(server.services, organisation);
    const desk = await server.browser(sanne);
    const customer = await server.browser(organisation.first);
    const explain = async (fields: Record<string, string>) =>
      (await desk.post(`/desk/tickets/${reference}/urgency`, { version: seenAll, ...fields })).status;
    const shown = async () => (await customer.get(`/portal/tickets/${reference}`)).text();
    const told = async () =>
      ((await (await customer.get(`/api/tickets/${reference}`)).json()) as { explainedUrgency: unknown })
        .explainedUrgency;

    expect(await explain({ urgency: "high" })).toBe(303);
    expect([await told(), (await shown()).includes("beoordeelde de urgentie")]).toEqual([null, false]);

    const reason = "Niemand kan <facturen> versturen.";
    expect(await explain({ urgency: "high", reason })).toBe(303);
    expect(await told()).toEqual({ level: "high", reason });
    expect(await shown()).toContain("beoordeelde de urgentie: hoog. Niemand kan &lt;facturen> versturen.");
    const mailed = async (text: string) => waitForMail(server, address, (mail) => mail.text.includes(text));
    await mailed(`beoordeelde de urgentie: hoog. ${reason}`);

    expect(await explain({ urgency: "low" })).toBe(303);
    expect(await told()).toBeNull();
    await mailed("beoordeelde de urgentie: laag.");
  });

  it("needs an urgency where a reason is given, and keeps what was typed", async () => {
    const reference = await makeTicket(server.services, organisation);
    expect(await set(reference, { urgency: null, reason: "Zomaar." })).toBe("invalid-input");
    const desk = await server.browser(sanne);
    const refused = await desk.post(`/desk/tickets/${reference}/urgency`, {
      version: seenAll,
      urgency: "",
      reason: "Zomaar.",
    });
    expect([refused.status, (await refused.text()).includes("Zomaar.")]).toEqual([422, true]);
  });

  it("is set by staff alone, on an open ticket, and not over what somebody else set since", async () => {
    const reference = await makeTicket(server.services, organisation);
    expect(await set("K26-99999", { urgency: "high" })).toBe("not-found");
    const contact = await server.browser(organisation.first);
    expect((await contact.post(`/desk/tickets/${reference}/urgency`, { urgency: "high" })).status).toBe(403);
    const joost = await server.browser(await makeStaff(server.services));
    const chosen = { urgency: "high", version: seenAll };
    expect((await joost.post(`/desk/tickets/${reference}/urgency`, chosen)).status).toBe(303);
    expect(await set(reference, { urgency: "low", reason: "Later.", version: 1 })).toBe("changed-meanwhile");
    await act(server.services, seated(organisation), async (work) => withdrawTicket(work, { reference }));
    expect(await set(reference, { urgency: "low" })).toBe("ticket-closed");
  });
});
