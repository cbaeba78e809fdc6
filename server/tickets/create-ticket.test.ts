import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Contact } from "../../core/access/actor.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import { act, codeOf, seated } from "../../test/support/act.ts";
import { asSystem, makeOrganisation } from "../../test/support/make-organisation.ts";
import { createTicketAt } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { signContract } from "../contracts/sign-contract.ts";
import { publishTerms } from "../contracts/publish-terms.ts";
import { createTicket } from "./create-ticket.ts";
import { previewStartCost } from "./start-cost.ts";

describe("creating a ticket", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  it("shows the number and what it starts to cost, then creates it and sends the contact on", async () => {
    const organisation = await makeOrganisation(server.services);
    const browser = await server.browser(organisation.first);
    const form = await browser.get("/portal/tickets/new");
    expect(form.status).toBe(200);
    const html = await form.text();
    expect(html).toContain("ticket 1 van 15 deze maand");
    expect(html).toContain("€\u00a025,00");
    const sent = await browser.post("/portal/tickets", {
      title: "Outlook hangt",
      description: "Sinds vanochtend.",
      idempotencyKey: randomUUID(),
    });
    expect(sent.status).toBe(303);
    expect(sent.headers.get("location")).toMatch(/^\/portal\/tickets\/K\d\d-\d{5}$/);
  });

  it("does once what is sent twice", async () => {
    const organisation = await makeOrganisation(server.services);
    const browser = await server.browser(organisation.first);
    const fields = { title: "Dubbel", description: "Dubbel gestuurd.", idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 8 }, async () => browser.post("/portal/tickets", fields)));
    expect(new Set(answers.map((answer) => answer.headers.get("location"))).size).toBe(1);
  });

  it("numbers without gaps or doubles when many arrive at once, and asks to confirm from number 16 on (T4, T5)", async () => {
    const organisation = await makeOrganisation(server.services);
    const browsers = await Promise.all([server.browser(organisation.first), server.browser(organisation.second)]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        browsers[index % 2]?.post("/portal/tickets", { title: `Ticket ${index}`, description: "Tegelijk." }),
      ),
    );
    const statuses = answers.map((answer) => answer?.status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(15);
    expect(statuses.filter((status) => status === 409)).toHaveLength(5);
    const refused = answers.find((answer) => answer?.status === 409);
    expect(await refused?.text()).toContain("Tegelijk.");
    const confirmed = await browsers[0].post("/portal/tickets", {
      title: "Extra",
      description: "Toch.",
      isAdditionalConfirmed: "yes",
    });
    expect(confirmed.status).toBe(303);
  });

  it("is refused without a seat or a contract, and from number 16 on without a confirmation (P2, K4, T4)", async () => {
    const organisation = await makeOrganisation(server.services);
    const input = { title: "Weer een", description: "Zoals hiervoor.", outsideHoursAgreed: false, attachmentIds: [] };
    const create = async (actor: Contact, at?: Temporal.Instant) =>
      codeOf(
        await act(
          server.services,
          actor,
          async (work) => createTicket(work, { ...input, isAdditionalConfirmed: false }),
          at,
        ),
      );
    expect(await create({ ...seated(organisation), seat: null })).toBe("no-seat");
    const inTwoYears = server.services.now().add({ hours: 24 * 730 });
    expect(await create(seated(organisation), inTwoYears)).toBe("no-contract");
    const preview = await act(
      server.services,
      seated(organisation),
      async (work) => previewStartCost(work),
      inTwoYears,
    );
    expect(codeOf(preview)).toBe("no-contract");
    const at = server.services.now();
    for (let number = 1; number <= 15; number += 1) expect(await create(seated(organisation), at)).toBe("ok");
    expect(await create(seated(organisation), at)).toBe("additional-ticket-unconfirmed");
  });

  it("names a ticket after the local year: half an hour into January here it is still December in UTC (T6)", async () => {
    const organisation = await makeOrganisation(server.services);
    const year = server.services.now().toZonedDateTimeISO("UTC").year;
    const signing = { organisationId: organisation.id, signedBy: organisation.first, termsYear: year + 1 };
    await asSystem(server.services, Temporal.Instant.from(`${year}-12-01T12:00Z`), async (work) => {
      await publishTerms(work, defaultTerms(year + 1));
      await signContract(work, signing);
    });
    const before = await createTicketAt(server.services, organisation, { at: `${year}-12-31T22:30Z` });
    const after = await createTicketAt(server.services, organisation, { at: `${year}-12-31T23:30Z` });
    expect(before.reference).toMatch(new RegExp(`^K${year % 100}-`));
    expect(after.reference).toMatch(new RegExp(`^K${(year % 100) + 1}-`));
    expect(after.numberInMonth).toBe(1);
  });

  it("refuses an urgency with the reason instead of dropping it (B4), and keeps what was typed", async () => {
    const organisation = await makeOrganisation(server.services);
    const browser = await server.browser(organisation.first);
    const answer = await browser.post("/portal/tickets", {
      title: "Met spoed",
      description: "Snel graag.",
      urgency: "high",
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain("De urgentie bepalen wij");
    expect(html).toContain("Snel graag.");
  });

  it("keeps a good file and the text when another file is refused", async () => {
    const organisation = await makeOrganisation(server.services);
    const browser = await server.browser(organisation.first);
    const form = new FormData();
    form.set("title", "Met bijlage");
    form.set("description", "Zie de bijlage.");
    form.append("files", new File(["wat er gebeurde"], "log.txt"));
    form.append("files", new File([], "leeg.txt"));
    const answer = await browser.post("/portal/tickets", form);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain("leeg.txt is leeg");
    const kept = /name="attachments\[\]"[^>]*value="([^"]+)"/.exec(html)?.[1];
    expect(kept).toBeDefined();
    const again = await browser.post("/portal/tickets", {
      title: "Met bijlage",
      description: "Zie de bijlage.",
      "attachments[]": kept ?? "",
    });
    expect(again.status).toBe(303);
  });
});
