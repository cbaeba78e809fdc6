import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Contact, Staff } from "../../core/access/actor.ts";
import type { Result } from "../../core/values/result.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { waitForMail } from "../../test/support/visitor.ts";
import { requestAuthorisation } from "../authorisations/request-authorisation.ts";
import { inTransaction } from "../db/transaction.ts";
import type { Work } from "../events/work.ts";
import type { DemoMail } from "../mail/demo-mail.ts";
import { pickUpTicket } from "../tickets/pick-up-ticket.ts";
import { replyToTicket } from "../tickets/reply-to-ticket.ts";
import { writeNote } from "../tickets/write-note.ts";

let server: TestServer;
let organisation: TestOrganisation;
let staff: Staff;
let reference: string;
let first: string;
let second: string;
let consultant: string;

async function act<Who extends Contact | Staff>(
  actor: Who,
  run: (work: Work<Who>) => Promise<Result<unknown>>,
): Promise<void> {
  const result = await inTransaction(server.services.databases, actor, async (tx) =>
    run({ tx, actor, now: server.services.now, reacts: true }),
  );
  if (!result.ok) throw new Error(result.refusal.code);
}

beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
  organisation = await makeOrganisation(server.services);
  staff = { kind: "consultant", personId: await makeStaff(server.services) };
  const people = await inTransaction(server.services.databases, { kind: "system" }, async (tx) =>
    tx.selectFrom("people").select(["id", "mailAddress"]).execute(),
  );
  const addressOf = (id: string) => people.find((person) => person.id === id)?.mailAddress ?? "";
  [first, second, consultant] = [
    addressOf(organisation.first),
    addressOf(organisation.second),
    addressOf(staff.personId),
  ];
  const browser = await server.browser(organisation.first);
  const sent = await browser.post("/portal/tickets", {
    title: "Outlook hangt",
    description: "Sinds vanochtend.",
    idempotencyKey: randomUUID(),
  });
  reference = sent.headers.get("location")?.split("/").at(-1) ?? "";
});
afterAll(async () => server.close());

const saying = (text: string) => (mail: DemoMail) => mail.text.includes(text);

describe("what happens to a ticket", () => {
  it("is told to both contacts, each in their own language (P3)", async () => {
    const own = await waitForMail(server, first, saying("We hebben je vraag"));
    const other = await waitForMail(server, second, saying("created ticket"));
    expect(own.subject).toBe(`[${reference}] Outlook hangt`);
    expect(own.text).toContain(`/portal/tickets/${reference}`);
    expect(own.text).toContain("We streven ernaar het ticket binnen 3 dagen op te pakken");
    expect(other.subject).toBe(own.subject);
  });

  it("is one thread for each reader, from the first mail on", async () => {
    const root = await waitForMail(server, first, saying("We hebben je vraag"));
    await act(staff, async (work) => pickUpTicket(work, { reference }));
    await act(staff, async (work) =>
      replyToTicket(work, { reference, body: "We kijken mee.\nEven geduld.", attachmentIds: [], waitsFor: "customer" }),
    );
    const picked = await waitForMail(server, first, saying("heeft het ticket opgepakt"));
    const replied = await waitForMail(server, first, saying("> Even geduld."));
    for (const mail of [picked, replied]) {
      expect(mail.inReplyTo).toBe(root.messageId);
      expect(mail.references).toEqual([root.messageId]);
      expect(mail.subject).toBe(root.subject);
    }
    expect(replied.text).toContain("We wachten op jullie antwoord");
    expect(new Set([root.messageId, picked.messageId, replied.messageId]).size).toBe(3);
  });

  it("is told to the consultant who handles it when a customer answers", async () => {
    const contact: Contact = {
      kind: "contact",
      personId: organisation.second,
      organisationId: organisation.id,
      seat: 2,
      isSignatory: false,
    };
    await act(contact, async (work) => replyToTicket(work, { reference, body: "It still hangs.", attachmentIds: [] }));
    const mail = await waitForMail(server, consultant, saying("> It still hangs."));
    expect(mail.text).toContain(`/desk/tickets/${reference}`);
    expect((await waitForMail(server, second, saying("You wrote"))).text).toContain("It is our turn again.");
  });

  it("names the files that came with it, to everybody", async () => {
    const browser = await server.browser(organisation.first);
    const form = new FormData();
    form.append("body", "Zie de bestanden.");
    for (const name of ['scherm "1".txt', "café.log"]) form.append("files", new File(["regel"], name));
    expect((await browser.post(`/portal/tickets/${reference}/reply`, form)).status).toBe(303);
    const own = await waitForMail(server, first, saying("Zie de bestanden."));
    expect(own.text).toContain(
      'Met deze bestanden, te openen in het ticket:\n- café.log (5\u00a0bytes)\n- scherm "1".txt (5\u00a0bytes)',
    );
    for (const address of [second, consultant]) {
      const { text } = await waitForMail(server, address, saying("Zie de bestanden."));
      expect(text).toMatch(/(?:With these files|Met deze bestanden).*\n- café\.log/);
    }
  });

  it("is cut between characters when it is very long, and says where the rest is", async () => {
    const family = "👨‍👩‍👧‍👦";
    const body = `Begin ${family.repeat(1500)} einde`;
    await act(staff, async (work) => replyToTicket(work, { reference, body, attachmentIds: [] }));
    const { text } = await waitForMail(server, first, saying("Dit is het begin."));
    expect(text).toContain("Dit is het begin. De rest staat in het ticket; de link staat hieronder.");
    const quote = text.slice(text.indexOf("Begin"), text.indexOf("Dit is het begin."));
    expect(quote.replaceAll(/[\n> ]/g, "").replaceAll(family, "")).toBe("Begin…");
    expect(text).not.toContain("einde");
  });

  it("says minutes and money of a request, and that mail cannot decide on it (T3)", async () => {
    await act(staff, async (work) =>
      requestAuthorisation(work, {
        reference,
        minutes: 180,
        windows: ["office"],
        explanation: "Profiel opnieuw maken.",
        validUntil: null,
      }),
    );
    const mail = await waitForMail(server, first, saying("akkoord"));
    expect(mail.text).toContain("3:00\u00a0u werk, hooguit €\u00a0300,00");
    expect(mail.text).toContain("alleen in het portaal");
    expect((await waitForMail(server, second, saying("authorisation"))).text).toContain("€300.00");
  });

  it("stays inside when it is a note", async () => {
    await act(staff, async (work) => writeNote(work, { reference, body: "Alleen voor ons." }));
    await act(staff, async (work) => replyToTicket(work, { reference, body: "Na de notitie.", attachmentIds: [] }));
    await waitForMail(server, first, saying("Na de notitie."));
    expect(server.services.demo?.mailbox.list().some(saying("Alleen voor ons."))).toBe(false);
  });
});
