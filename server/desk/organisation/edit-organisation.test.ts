import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { sql } from "kysely";
import type { Staff } from "../../../core/access/actor.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { monthOf } from "../../../core/values/month.ts";
import { act, codeOf, seated } from "../../../test/support/act.ts";
import {
  asSystem,
  makeOrganisation,
  makeStaff,
  type TestOrganisation,
} from "../../../test/support/make-organisation.ts";
import {
  issueMonthOf,
  logWork,
  makeProvider,
  makeSeptemberWork,
  readInvoice,
} from "../../../test/support/make-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { inTransaction } from "../../db/transaction.ts";
import { newId } from "../../db/new-id.ts";
import { changeOrganisation } from "../../organisations/change-organisation.ts";

describe("changing what is known about a customer", () => {
  let server: TestServer;
  let administrator: Staff;
  let marieke: TestBrowser;
  let organisation: TestOrganisation;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    administrator = { kind: "administrator", personId: await makeStaff(server.services, "administrator") };
    marieke = await server.browser(administrator.personId);
    organisation = await makeOrganisation(server.services);
  });
  afterAll(async () => server.close());

  const path = (id: string = organisation.id) => `/desk/organisations/${id}/edit`;
  const versionShown = async () =>
    /name="version" value="(\d+)"/.exec(await (await marieke.get(path())).text())?.[1] ?? "";
  const typed = async (changes: Readonly<Record<string, string>> = {}) => ({
    name: "Bakkerij Het Nieuwe Deeg",
    chamberOfCommerce: "12 34 56 78",
    address: "Molenweg 2\r\n1234 AB Voorbeeld",
    invoiceMailAddress: "boekhouding@deeg.example",
    language: "en",
    phone: "010 123 45 67",
    purchaseReference: "PO-2026-17",
    notes: "Betaalt altijd laat.",
    version: await versionShown(),
    ...changes,
  });
  const changing = async (actor: Staff, changes: object = {}) =>
    act(server.services, actor, async (work) =>
      changeOrganisation(work, {
        organisationId: organisation.id,
        name: "Naam",
        chamberOfCommerce: null,
        addressLines: ["Straat 1"],
        invoiceMailAddress: "f@klant.example",
        language: "nl",
        phone: null,
        purchaseReference: null,
        notes: null,
        ...changes,
      }),
    );
  const change = async (actor: Staff, changes: object = {}) => codeOf(await changing(actor, changes));
  const changesRecorded = async () =>
    asSystem(server.services, server.services.now(), async ({ tx }) => {
      const { rows } = await sql<{ payload: unknown; isVisible: boolean }>`
        select p.payload, e.is_visible from events e join event_payloads p on p.event_id = e.id
        where e.organisation_id = ${organisation.id} and e.kind = 'organisation-changed' order by e.sequence`.execute(
        tx,
      );
      return rows;
    });

  it("is saved from its page and shown to staff, with only what changed in the event", async () => {
    const html = await (await marieke.get(path())).text();
    expect(html).toContain('value="Bakkerij De Vries"');
    expect((await marieke.post(path(), await typed({ name: "Bakkerij De Vries", language: "nl" }))).status).toBe(303);
    const page = await (await marieke.get(`/desk/organisations/${organisation.id}`)).text();
    for (const words of ["Molenweg 2", "12345678", "010 123 45 67", "PO-2026-17", "Betaalt altijd laat.", path()])
      expect(page).toContain(words);
    expect((await marieke.post(path(), await typed({ name: "Bakkerij De Vries", language: "nl" }))).status).toBe(303);
    const events = await changesRecorded();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      isVisible: false,
      payload: {
        notes: { before: null, after: "Betaalt altijd laat." },
        phone: { before: null, after: "010 123 45 67" },
      },
    });
    expect(Object.keys(events[0]?.payload as object)).not.toContain("name");
  });

  it("is refused when a colleague changed it meanwhile, and loses nothing", async () => {
    const version = await versionShown();
    expect((await marieke.post(path(), await typed({ phone: "1" }))).status).toBe(303);
    const late = await marieke.post(path(), await typed({ phone: "2", version }));
    expect(late.status).toBe(409);
    const html = await late.text();
    for (const words of ["Sanne Bakker", "wijzigde de gegevens", 'value="2"', "Bakkerij Het Nieuwe Deeg"])
      expect(html).toContain(words);
    expect(/name="version" value="(\d+)"/.exec(html)?.[1]).not.toBe(version);
  });

  it.each([
    [{ name: "" }, "field-name-error"],
    [{ chamberOfCommerce: "123" }, "field-chamberOfCommerce-error"],
    [{ invoiceMailAddress: "geen adres" }, "field-invoiceMailAddress-error"],
    [{ address: "1\n2\n3\n4\n5\n6" }, "field-address-error"],
    [{ purchaseReference: "x".repeat(51) }, "field-purchaseReference-error"],
  ])("says what is wrong with %j, and shows what was typed", async (changes, error) => {
    const answer = await marieke.post(path(), await typed({ ...changes, notes: "Nog niet bewaard" }));
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(error);
    expect(html).toContain("Nog niet bewaard");
  });

  it("refuses another customer's number in the trade register, staff without the role, and no customer", async () => {
    const other = await makeOrganisation(server.services, "Andere klant");
    expect(await change(administrator, { organisationId: other.id, chamberOfCommerce: "87654321" })).toBe("ok");
    const taken = await marieke.post(path(), await typed({ chamberOfCommerce: "87654321" }));
    expect([taken.status, await taken.text()]).toEqual([
      422,
      expect.stringContaining("al een klant met dit KvK-nummer"),
    ]);
    expect(await changing(administrator, { chamberOfCommerce: "87654321" })).toMatchObject({
      refusal: { code: "invalid-input", fields: { chamberOfCommerce: "a-customer-already" } },
    });
    const consultant: Staff = { kind: "consultant", personId: await makeStaff(server.services) };
    expect(await change(consultant)).toBe("not-allowed");
    expect((await (await server.browser(consultant.personId)).get(path())).status).toBe(403);
    const nowhere = newId<OrganisationId>();
    expect(await change(administrator, { organisationId: nowhere })).toBe("not-found");
    expect((await marieke.get(path(nowhere))).status).toBe(404);
    expect(await change(administrator, { version: 1 })).toBe("changed-meanwhile");
  });

  it("keeps the notes from contacts, whoever speaks SQL", async () => {
    const contact = seated(organisation);
    await expect(
      inTransaction(server.services.databases, contact, async (tx) =>
        tx.selectFrom("organisation_notes").selectAll().execute(),
      ),
    ).rejects.toMatchObject({ code: "42501" });
    await expect(
      inTransaction(server.services.databases, contact, async (tx) =>
        tx.updateTable("organisations").set({ phone: "1" }).execute(),
      ),
    ).rejects.toMatchObject({ code: "42501" });
  });

  it("prints the reference on the invoices from then on; an issued one stays as it was", async () => {
    const customer = await makeSeptemberWork(server.services);
    const issue = async (at: string) =>
      readInvoice(
        server.services,
        await issueMonthOf(server.services, administrator.personId, {
          organisationId: customer.id,
          month: monthOf("2026-09"),
          at,
        }),
      );
    const first = await issue("2026-10-01T08:00Z");
    const details = { organisationId: customer.id, name: "Nieuwe naam", purchaseReference: "PO 4711" };
    expect(await change(administrator, details)).toBe("ok");
    expect(first.invoice.snapshot).not.toMatchObject({ document: { customer: { reference: "PO 4711" } } });
    const [start, end] = ["2026-09-21T10:00+02:00", "2026-09-21T08:10Z"];
    await logWork(server.services, await makeStaff(server.services), {
      reference: customer.reference,
      step: "research",
      start,
      end,
    });
    const second = await issue("2026-10-02T08:00Z");
    expect(second.invoice.snapshot).toMatchObject({
      document: { customer: { name: "Nieuwe naam", reference: "PO 4711" } },
    });
  });
});
